"""A page is corrected after its articles were published; an editor takes and leaves the differences by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.moving import follow, press_and_wait
from tests.browser.test_intake import bring_in, let_import
from tests.running import Site

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
QUEUE = "/admin/queues/proposals/"
PAGE = """# 南湖区总工会开展送清凉活动

本报讯（记者 周立平）7月3日，南湖区总工会到环卫站慰问一线职工，送去毛巾和绿豆汤。

区总工会主席何敏说，天热以后每周都会来一趟，直到处暑。

环卫站的休息室装上了空调，饮水机也换了新的。
"""
CORRECTED = (
    PAGE.replace("毛巾和绿豆汤", "毛巾、草帽和绿豆汤")
    .replace("每周都会来一趟", "每周都要来两趟")
    .replace("周立平", "周丽萍")
)


@pytest.fixture(scope="module")
def site(chromium, tmp_path_factory):
    """A site of this module's own: its queue is emptied here."""
    folder = tmp_path_factory.mktemp("proposals")
    seeds = folder / "seeds"
    seeds.mkdir()
    (seeds / "page.md").write_text(PAGE)
    site = Site(folder, seeds=seeds).start()
    yield site
    site.stop()


def test_a_correction_is_taken_and_left_by_keyboard(log_in):
    page = log_in()
    bring_in(page, CORRECTED, "更正")
    page.get_by_label("那一份的更正").check()
    let_import(page)

    page.goto(QUEUE)
    count = page.locator("li.card").count()
    assert count >= 3
    page.keyboard.press("j")
    expect(page.locator("li.card:focus ins")).to_have_text(["、草帽"])
    press_and_wait(page, "1")
    expect(page.locator("li.card:focus ins").first).to_contain_text("要")
    press_and_wait(page, "2")
    expect(page.locator("li.card")).to_have_count(count - 2)

    follow(page.locator("li.card").first.get_by_role("link", name="整篇核对"))
    for scheme, width in (("light", 1440), ("dark", 360)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(SIDEWAYS) <= 0
    page.keyboard.press("j")
    while page.locator("li.card").count():
        expect(page.locator("li.card:focus")).to_have_count(1)
        press_and_wait(page, "1")
    expect(page.locator(".all-done")).to_be_focused()
    decided = page.locator(".proposals-decided li")
    assert decided.count() >= 3
    article = page.url.split("/proposals/")[0] + "/change/"
    page.goto(article)
    body = page.locator("#id_body").input_value()
    assert "毛巾、草帽和绿豆汤" in body
    assert "每周都会来一趟" in body
    page.goto(QUEUE)
    expect(page.locator(".all-done")).to_be_visible()


def test_the_page_needs_no_script(log_in):
    page = log_in(javascript=False)
    bring_in(page, CORRECTED.replace("草帽", "凉帽"), "再次更正")
    page.get_by_label("那一份的更正").check()
    let_import(page)
    page.goto(QUEUE)
    follow(page.locator("li.card").first.get_by_role("link", name="整篇核对"))
    follow(page.locator("li.card").first.get_by_role("button", name="不采纳"))
    expect(page.locator(".messagelist")).to_contain_text("以后不再提出")
    follow(page.locator(".proposals-decided").get_by_role("button", name="撤回这一处的处理").first)
    expect(page.locator("li.card").first).to_be_visible()
