"""An editor empties the queues by keyboard alone, and every page that this changed shows it."""

import os
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.moving import press_and_wait
from tests.running import ROOT, Site

REFERENCE = os.environ.get("UNIONCMS_REFERENCE", "")
SPECIMENS = ("01_lanshan", "05_xihu")
NOT_CHECKED = "尚待编辑核对"
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUSED = "() => document.activeElement.textContent.trim()"
MOST = 1000  # answers and steps of the Tab key, so that a fault ends the test


@pytest.fixture(scope="module", params=["specimens", "reference"])
def site(request, chromium, tmp_path_factory):
    """A site of this module's own: emptied queues would be missed by the other tests."""
    folder = tmp_path_factory.mktemp("queues")
    seeds = folder / "seeds"
    if request.param == "reference":
        if not REFERENCE:
            pytest.skip("UNIONCMS_REFERENCE names no folder of real documents")
        seeds = Path(REFERENCE).resolve() / "seeds"
    else:
        seeds.mkdir()
        for path in (ROOT / "seeds").iterdir():
            if path.name.startswith(SPECIMENS):
                shutil.copy(path, seeds)
    site = Site(folder, seeds=seeds).start()
    yield site
    site.stop()


def tab_to(page: Page, words: str) -> None:
    """Press Tab until something that begins with these words has the focus."""
    for _ in range(MOST):
        if re.match(words, page.evaluate(FOCUSED)):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {words}")


def tab_to_button(page: Page) -> None:
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.locator("li.card button:focus").count():
            return
    raise AssertionError("Tab does not reach a button")


def empty_queue(page: Page) -> int:
    """Give the first answer to card after card. Returns how many were given."""
    page.keyboard.press("j")
    for number in range(MOST):
        if page.locator(".all-done").count():
            return number
        expect(page.locator("li.card:focus")).to_have_count(1)
        press_and_wait(page, "1")
    raise AssertionError("the queue does not end")


def pages_of(page: Page, path: str) -> list[str]:
    """The pages of the records that a public list leads to."""
    found = []
    while path:
        page.goto(path)
        links = page.locator(f"main a[href^='{path.split('?')[0]}']")
        found += links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
        more = page.locator("a[rel=next]")
        path = path.split("?")[0] + more.get_attribute("href") if more.count() else ""
    return sorted({each for each in found if re.fullmatch(r"/\w+/\d+/", each)})


def test_tab_and_enter_do_without_javascript(log_in):
    """What is settled leaves, and the next card has the focus: Tab leads to its first button."""
    page = log_in(javascript=False)
    page.goto("/admin/queues/people/")
    count = int(page.locator("#content-main strong").first.inner_text())
    second = page.locator("li.card h2").nth(1).inner_text()
    tab_to_button(page)
    press_and_wait(page, "Enter")
    assert int(page.locator("#content-main strong").first.inner_text()) == count - 1
    expect(page.locator("li.card:focus h2")).to_have_text(second)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.locator("li.card").first.locator(":focus").count() == 1


def test_j_and_k_move_and_nothing_is_pressed_without_a_card(log_in):
    page = log_in()
    page.goto("/admin/queues/people/")
    page.keyboard.press("1")
    page.keyboard.press("j")
    expect(page.locator("li.card").first).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("li.card").nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("li.card").first).to_be_focused()


def test_a_second_key_does_not_answer_while_the_first_answer_is_on_its_way(log_in):
    """Nor when, on a slow line, the rest of the page comes only after the first."""
    page = log_in()
    page.goto("/admin/queues/people/")
    page.evaluate("""() => document.addEventListener('submit', () => {
        setTimeout(() => window.dispatchEvent(new PageTransitionEvent('pageshow')));
    })""")
    held = []

    def hold(route: Route) -> None:
        if route.request.method == "POST" and not held:
            held.append(route)
        else:
            route.fallback()

    page.route("**/admin/queues/people/**", hold)
    answers = []
    page.on("request", lambda request: answers.append(request) if request.method == "POST" else None)
    page.keyboard.press("j")
    with page.expect_request(lambda request: request.method == "POST"):
        page.keyboard.press("1")
    page.keyboard.press("1")
    with page.expect_navigation():
        held[0].continue_()
    assert len(answers) == 1


def test_an_editor_empties_the_queues_by_keyboard_alone(log_in):
    page = log_in()
    records = [each for path in ("/people/", "/organisations/", "/events/") for each in pages_of(page, path)]
    waiting = [each for each in records if NOT_CHECKED in page.request.get(each).text()]
    assert waiting
    page.goto("/admin/")
    tab_to(page, "待核")
    press_and_wait(page, "Enter")
    settled = 0
    while any(text != "0" for text in page.locator(".queue-count").all_inner_texts()):
        tab_to(page, "[1-9]")
        press_and_wait(page, "Enter")
        given = empty_queue(page)
        assert given
        settled += given
        tab_to(page, "回到待核")
        press_and_wait(page, "Enter")
    assert settled > len(waiting)
    for each in records:
        answer = page.request.get(each)
        assert answer.status == 200, each
        assert NOT_CHECKED not in answer.text(), each
    page.goto("/admin/")
    assert not {"待核人物", "推定任职"} & set(page.locator("ul.queues a").all_inner_texts())
    page.goto("/admin/articles/sourcedocument/")
    sources = page.locator("#result_list tbody th a").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert sources
    assert all("存疑待处理" not in page.request.get(each).text() for each in sources)
    page.goto("/admin/people/appointment/?is_inferred__exact=1")
    assert page.locator("#result_list").count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
def test_the_queues_fit_their_window(log_in, width, scheme):
    page = log_in(width=width, scheme=scheme)
    page.goto("/admin/queues/")
    assert page.evaluate(SIDEWAYS) <= 0
    page.goto("/admin/queues/appointments/")
    assert page.evaluate(SIDEWAYS) <= 0
