"""The public pages as a reader meets them."""

import pytest
from playwright.sync_api import expect

from tests.browser.moving import follow, press_and_wait

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
TEXT_BRIGHTNESS = """() => {
    const [red, green, blue] = getComputedStyle(document.body).color.match(/[\\d.]+/g).map(Number);
    return (red + green + blue) / 3;
}"""


@pytest.fixture(scope="session")
def addresses(chromium, site) -> dict[str, str]:
    """A page of each kind, reached by links alone: an article that names a record of each kind, and those."""
    page = chromium.new_page(base_url=site.url)
    found = {"home": "/"}
    for kind, label in (
        ("people", "人物"),
        ("organisations", "单位"),
        ("events", "活动"),
        ("articles", "稿件"),
    ):
        page.goto("/")
        menu = page.get_by_role("navigation", name="主导航")
        found[kind] = follow(menu.get_by_role("link", name=label, exact=True))
    found |= {"archive": "/archive/", "areas": "/areas/", "issues": "/issues/", "most_read": "/most-read/"}
    page.goto(found["events"])
    found |= {"honours": "/honours/", "calendar": page.locator("main h2 a").first.get_attribute("href")}
    found |= {"search": "/search/?q=工会", "nothing_found": "/search/?q=工会无此词"}
    page.goto("/")
    found["column"] = page.locator("main a[href^='/columns/']").first.get_attribute("href")
    links = page.locator("main h3 a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    for link in links:
        page.goto(link)
        named = page.get_by_role("complementary", name="文中人物、单位与活动")
        records = {
            kind: named.locator("section", has_text=heading).first.get_by_role("link").first
            for kind, heading in (("person", "文中人物"), ("organisation", "文中单位"), ("event", "文中活动"))
        }
        if all(record.count() for record in records.values()):
            found["article"] = link
            found |= {kind: record.get_attribute("href") for kind, record in records.items()}
            break
    found["organisation_then"] = f"{found['organisation']}?on=2024"
    page.close()
    return found


def test_the_way_from_the_front_page_to_an_article_a_person_a_body_and_an_event(open_page, addresses):
    page = open_page("/")
    assert "/articles/" in follow(page.locator("main h2.headline a").first)
    for kind in ("person", "organisation", "event"):
        page.goto(addresses["article"])
        link = page.locator(f"aside a[href='{addresses[kind]}']").first
        name = link.inner_text()
        follow(link)
        assert name in page.locator("h1").inner_text().replace("\n", "")
        assert page.locator(f"main a[href='{addresses['article']}']").count(), f"{name} does not lead back"


KINDS = [
    "home", "articles", "article", "column", "people", "person", "organisations", "organisation", "events", "event",
    "organisation_then", "honours", "calendar", "archive", "areas", "issues", "most_read", "search", "nothing_found",
]  # fmt: skip


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_their_window_in_light_and_dark(open_page, addresses, width, scheme):
    page = open_page("/", width=width, scheme=scheme)
    for kind in KINDS:
        page.goto(addresses[kind])
        assert page.evaluate(SIDEWAYS) <= 0, kind
        assert page.locator("h1").count() == 1, kind
        assert page.locator("html").get_attribute("lang") == "zh-Hans"
        assert (page.evaluate(TEXT_BRIGHTNESS) < 128) is (scheme == "light")


def test_pages_say_the_same_without_javascript(open_page, addresses):
    plain, scripted = open_page("/", javascript=False), open_page("/")
    for kind in KINDS:
        for page in (plain, scripted):  # without the buttons that only a script can serve
            page.goto(addresses[kind])
            page.evaluate("() => document.querySelectorAll('[data-tool]').forEach((each) => each.remove())")
        assert plain.locator("main").inner_text() == scripted.locator("main").inner_text(), kind


def test_a_reader_with_a_keyboard_gets_past_the_masthead(open_page, addresses):
    page = open_page(addresses["article"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_searches_from_any_page_and_narrows_what_is_found(open_page, addresses, javascript):
    page = open_page(addresses["person"], javascript=javascript)
    name = page.locator("h1").inner_text().replace("\n", "")
    page.get_by_role("searchbox", name="搜索").fill(name)
    press_and_wait(page, "Enter")
    assert "/search/?q=" in page.url
    assert page.locator(f"main a[href='{addresses['person']}']").count()
    assert page.locator(".article-list h3").count()
    page.get_by_text("缩小范围").click()
    follow(page.locator(".search-filter a").first)
    assert "&" in page.url
    assert page.get_by_role("list", name="已选条件").get_by_role("link").count() == 1


@pytest.mark.parametrize("width", [360, 1440])
def test_an_unknown_address_is_answered_in_the_site_s_own_words(open_page, width):
    page = open_page("/articles/999999/", width=width, status=404)
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.get_by_role("link", name="首页").count()
    assert page.locator("h1").count() == 1
