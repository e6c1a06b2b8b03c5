"""Ways that readers go, with JavaScript off; and the order in which the keyboard gets there."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.moving import follow
from tests.browser.test_public import addresses

__all__ = ["addresses"]


@pytest.fixture
def plain(open_page):
    """plain(path) → the page, opened without JavaScript on a telephone."""

    def plain(path: str = "/", **window) -> Page:
        return open_page(path, width=360, javascript=False, **window)

    return plain


def menu(page: Page, name: str):
    return page.get_by_role("navigation", name="主导航").get_by_role("link", name=name, exact=True)


def heading(page: Page) -> str:
    return re.sub(r"\s", "", page.locator("h1").inner_text())


def test_from_the_front_page_through_a_column_to_an_article(plain):
    page = plain()
    follow(page.locator(".column-box-title a").first)
    title = re.sub(r"\s", "", page.locator("main h3 a").first.inner_text())
    follow(page.locator("main h3 a").first)
    assert heading(page) == title


def test_to_the_next_page_of_a_list_and_back(plain):
    page = plain()
    follow(menu(page, "稿件"))
    first = page.locator("main h3 a").first.inner_text()
    follow(page.get_by_role("link", name="下一页"))
    assert page.url.endswith("?page=2")
    assert page.locator("main h3 a").first.inner_text() != first
    follow(page.get_by_role("link", name="上一页"))
    assert page.locator("main h3 a").first.inner_text() == first


def test_by_year_and_month_to_an_article(plain):
    page = plain("/articles/")
    follow(page.get_by_role("link", name="按年月查找"))
    follow(page.locator(".dated-list a").first)
    follow(page.get_by_role("navigation", name="月份").get_by_role("link").nth(1))
    assert "月" in heading(page)
    follow(page.locator("main h3 a").first)
    assert page.locator("article .headline").count() == 1


@pytest.mark.parametrize(("kind", "label"), [("person", "人物"), ("organisation", "单位"), ("event", "活动")])
def test_from_the_index_to_a_record_and_its_report(plain, addresses, kind, label):
    page = plain()
    follow(menu(page, label))
    page.goto(addresses[kind])
    follow(page.locator(f"main a[href='{addresses['article']}']").first)
    assert page.locator("article .headline").count() == 1


def test_from_an_article_to_its_neighbour_on_the_page_and_back(plain, addresses):
    page = plain(addresses["article"])
    here = heading(page)
    onward = page.get_by_role("navigation", name="同版文章").get_by_role("link").last
    rel = onward.get_attribute("rel")
    follow(onward)
    assert heading(page) != here
    back = "next" if rel == "prev" else "prev"
    follow(page.get_by_role("navigation", name="同版文章").locator(f"a[rel={back}]"))
    assert heading(page) == here


def test_from_an_article_to_what_is_related_with_its_reason(plain, addresses):
    page = plain(addresses["article"])
    related = page.get_by_role("region", name="相关阅读").locator("li").first
    assert re.search("同一活动|同一标签|也写到", related.inner_text())
    follow(related.get_by_role("link"))


def test_a_citation_and_a_code_are_there_to_open(plain, addresses):
    page = plain(addresses["article"])
    page.get_by_text("引用本文").click()
    expect(page.locator(".citation")).to_be_visible()
    assert page.get_by_role("button", name="复制引文").count() == 0
    page.get_by_text("扫码阅读").click()
    expect(page.locator(".qr-code")).to_be_visible()


def test_who_held_a_post_on_a_day(plain, addresses):
    page = plain(addresses["organisation"])
    form = page.locator("form.on-day")
    form.get_by_role("textbox").fill("2024-05-01")
    follow(form.get_by_role("button"))
    assert page.locator("#on-day").count() == 1


def test_a_search_from_any_page(plain, addresses):
    page = plain(addresses["article"])
    word = heading(page)[:4]
    page.locator(".masthead [type=search]").fill(word)
    follow(page.locator(".masthead form button"))
    assert page.locator(f"main a[href='{addresses['article']}']").count()


def test_from_an_address_that_is_not_there_home(plain):
    page = plain("/articles/999999/", status=404)
    follow(page.get_by_role("main").get_by_role("link", name="回首页"))
    assert page.locator(".lead").count() == 1


def test_the_keyboard_goes_from_the_head_down_and_is_always_seen(open_page, addresses):
    page = open_page(addresses["article"], width=1440)
    seen = []
    for _ in range(16):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("""() => {
                const here = document.activeElement, box = here.getBoundingClientRect();
                const within = box.bottom > 0 && box.top < innerHeight;
                const outlined = getComputedStyle(here).outlineStyle !== 'none';
                return [here.textContent.trim() || here.name, within && outlined];
            }""")
        )
    words = [text for text, _ in seen]
    assert words[:4] == ["跳到正文", page.locator(".masthead-name").inner_text(), "大字版", "阅读设置"]
    assert words[4:9] == ["首页", "稿件", "人物", "单位", "活动"]
    assert all(visible for _, visible in seen), seen
