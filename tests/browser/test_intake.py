"""An editor pastes a page, sees what is found in it, splits an article, and imports."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.moving import follow

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
PAGE = """# 南湖区总工会开展送清凉活动

本报讯（记者 周立平）7月{day}日，南湖区总工会到环卫站慰问一线职工，送去毛巾和绿豆汤。

区总工会主席何敏说，天热以后每周都会来一趟，直到处暑。

# 钢城工人读书会办了一百期

每个周五晚上，轧钢厂的读书会都在更衣室旁边的小屋里开讲，已经办了一百期。

版权所有侵权必究
"""


def bring_in(page: Page, text: str, name: str) -> None:
    """Paste a text and wait until the worker has read it."""
    page.goto("/admin/articles/intake/add/")
    page.get_by_label("或粘贴文字").fill(text)
    page.get_by_label("名称").fill(name)
    follow(page.get_by_role("button", name="读取"))
    expect(page.locator("form.intake-article").first).to_be_visible()  # the page asks again until then
    page.wait_for_load_state()


def let_import(page: Page) -> None:
    """Import what was read and wait until the worker has done it."""
    follow(page.get_by_role("button", name="导入", exact=True))
    expect(page.get_by_text("这份原文已经导入")).to_be_visible()
    page.wait_for_load_state()


def bring_in_day(page: Page, day: int) -> None:
    bring_in(page, PAGE.replace("{day}", str(day)), f"南湖第{day}期")


def articles(page: Page) -> list[str]:
    return [heading.inner_text() for heading in page.locator("form.intake-article h2").all()]


def test_a_pasted_page_is_looked_at_split_and_imported(log_in):
    page = log_in()
    bring_in_day(page, 3)
    assert articles(page) == ["1 南湖区总工会开展送清凉活动", "2 钢城工人读书会办了一百期"]
    expect(page.locator("#content-related")).to_contain_text("何敏")
    expect(page.locator("section.intake-article")).to_contain_text("版权所有侵权必究")

    follow(page.get_by_role("button", name="从“区总工会主席何敏"))
    expect(page.locator("form.intake-article")).to_have_count(3)
    follow(page.get_by_role("button", name="撤销上一步"))
    expect(page.locator("form.intake-article")).to_have_count(2)
    follow(page.get_by_role("button", name="从“区总工会主席何敏"))

    let_import(page)
    follow(page.get_by_role("link", name="原文与稿件"))
    expect(page.locator("ol.source-articles li")).to_have_count(3)

    page.go_back()
    follow(page.get_by_role("link", name="这次导入的记录"))
    follow(page.get_by_role("link", name="撤销这次导入"))
    follow(page.get_by_role("button", name="确认撤销"))
    expect(page.locator(".messagelist")).to_contain_text("删除 3 篇稿件")


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (360, "dark"), (1440, "light"), (1440, "dark")]
)
def test_the_pages_of_an_intake_fit_their_window(log_in, width, scheme):
    page = log_in(width=width, scheme=scheme)
    bring_in_day(page, 10 + width % 7 + (scheme == "dark"))
    assert page.evaluate(SIDEWAYS) <= 0
    page.goto("/admin/articles/intake/add/")
    assert page.evaluate(SIDEWAYS) <= 0


def test_an_intake_needs_no_script(log_in):
    page = log_in(javascript=False)
    bring_in_day(page, 29)
    follow(page.get_by_role("button", name="并入上一篇"))
    expect(page.locator("form.intake-article")).to_have_count(1)
