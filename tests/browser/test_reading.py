"""The reader's panel, large type, reading aloud, and paper."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.moving import follow
from tests.browser.test_public import KINDS, SIDEWAYS, addresses

__all__ = ["addresses"]

TEXT_SIZE = "() => parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize)"
SMALL_TARGETS = """(least) => [...document.querySelectorAll('.masthead :is(a, summary, button), .pager a')]
    .map((each) => [each, each.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.height < least || box.width < Math.min(least, 44)))
    .map(([each, box]) => `${each.textContent} ${box.width} x ${box.height}`)"""
# What stands over something else: boxes of text in the same part of the page that cover each other.
OVERLAPS = """() => {
    const boxes = [...document.querySelectorAll('main :is(h1, h2, h3, p, li, dd, dt)')]
        .filter((each) => !each.querySelector('h1, h2, h3, p, li, dd, dt, ul, ol') && each.textContent.trim())
        .filter((each) => each.checkVisibility())
        .map((each) => [each, each.getBoundingClientRect()]).filter(([, box]) => box.width > 1 && box.height > 1);
    const found = [];
    boxes.forEach(([one, a], index) => boxes.slice(index + 1, index + 40).forEach(([other, b]) => {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 4 && high > 6) found.push([one, other].map((each) => each.textContent.trim().slice(0, 20)));
    }));
    return found;
}"""
FAKE_VOICE = """() => {
    window.said = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, 'speechSynthesis', { value: {
        getVoices: () => [],
        cancel() {},
        speak(utterance) { window.said.push(utterance.text); window.saying = utterance; },
    } });
}"""


def open_settings(page: Page) -> None:
    page.locator(".reader-panel summary").click()


@pytest.mark.parametrize("width", [320, 768])
def test_large_type_without_a_script_fits_the_window(open_page, addresses, width):
    page = open_page("/large/", width=width, javascript=False)
    for kind in KINDS:
        page.goto(f"/large{addresses[kind]}")
        assert page.evaluate(SIDEWAYS) <= 0, kind
        assert page.evaluate(SMALL_TARGETS, 60) == [], kind
        assert page.evaluate(OVERLAPS) == [], kind


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_pages_fit_at_twice_the_size_of_text(open_page, addresses, width):
    page = open_page("/", width=width)
    for kind in KINDS:
        page.goto(addresses[kind])
        page.evaluate(
            "() => { document.documentElement.style.setProperty('font-size', '200%', 'important'); }"
        )
        assert page.evaluate(SIDEWAYS) <= 0, kind
        assert page.evaluate(OVERLAPS) == [], kind


def test_a_reader_without_scripts_reads_on_in_large_type(open_page, addresses):
    page = open_page(addresses["article"], javascript=False)
    assert page.evaluate(TEXT_SIZE) == 18
    follow(page.get_by_role("link", name="大字版"))
    assert page.evaluate(TEXT_SIZE) == pytest.approx(24, abs=0.1)
    follow(page.get_by_role("navigation", name="主导航").get_by_role("link", name="人物"))
    assert page.url.endswith("/large/people/")
    follow(page.get_by_role("link", name="标准版"))
    assert page.url.endswith("/people/")
    assert "/large/" not in page.url


def test_choices_are_kept_and_stand_before_anything_is_painted(open_page, addresses):
    page = open_page(addresses["article"])
    open_settings(page)
    for name, size in (("大", 21), ("特大", 24), ("超大", 30)):
        page.get_by_role("button", name=name, exact=True).click()
        assert page.evaluate(TEXT_SIZE) == pytest.approx(size, abs=0.1)
    page.get_by_role("button", name="深色").click()
    page.get_by_role("group", name="对比度").get_by_role("button", name="高").click()
    page.keyboard.press("Escape")
    expect(page.locator(".reader-choices")).to_be_hidden()

    page.add_init_script("""new MutationObserver(() => {
        if (document.body && !window.first) window.first = { ...document.documentElement.dataset };
    }).observe(document, { childList: true, subtree: true });""")
    page.goto("/")
    assert page.evaluate("() => window.first") == {"size": "30", "theme": "dark", "contrast": "high"}
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    assert page.evaluate(SIDEWAYS) <= 0
    open_settings(page)
    page.get_by_role("button", name="随系统").click()
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_storage_that_holds_something_else_does_no_harm(open_page):
    page = open_page("/")
    for kept in ('{"size": "900", "theme": ["dark"]}', "null", "{", '"dark"'):
        page.evaluate("(kept) => localStorage.setItem('reader', kept)", kept)
        page.reload()
        assert page.evaluate("() => ({ ...document.documentElement.dataset })") == {}
        page.locator(".size-link").click()
        assert page.evaluate("() => document.documentElement.dataset.size") == "24"


def test_an_article_is_read_aloud_paragraph_by_paragraph(open_page, addresses):
    page = open_page("/")
    page.add_init_script(f"({FAKE_VOICE})()")
    page.goto(addresses["article"])
    open_settings(page)
    page.get_by_role("button", name="朗读全文").click()
    headline = page.locator("h1").inner_text().replace("\n", "")
    assert page.evaluate("() => window.said[0].replace(/\\s/g, '')") == headline.replace(" ", "")
    assert page.locator(".is-read").inner_text() == page.locator("h1").inner_text()
    page.evaluate("() => window.saying.onend()")
    assert page.locator(".is-read").count() == 1
    assert page.locator("h1.is-read").count() == 0
    said = page.evaluate("() => window.said.at(-1)")

    bar = page.get_by_role("group", name="朗读", exact=True)
    bar.get_by_role("button", name="暂停").click()
    bar.get_by_role("button", name="继续").click()
    assert page.evaluate("() => window.said.at(-1)") == said
    for _ in range(300):
        if not bar.is_visible():
            break
        page.evaluate("() => window.saying.onend()")
    assert not bar.is_visible()
    assert page.locator(".is-read").count() == 0
    assert page.locator(".prose").inner_text()[-6:-1] in page.evaluate("() => window.said.join('')")


def test_an_article_prints_on_a4_with_its_address_and_without_the_site_around_it(open_page, addresses, site):
    page = open_page(addresses["article"])
    page.emulate_media(media="print")
    shown = page.locator("body").inner_text()
    assert f"{addresses['article']}" in shown
    for words in ("阅读设置", "大字版", "文中人物", "稿件版权"):
        assert words not in shown
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
