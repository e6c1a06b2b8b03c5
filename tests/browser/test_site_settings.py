"""A chief editor sets the site in the admin, and readers see it."""

from tests.browser.moving import follow
from tests.browser.test_public import SIDEWAYS
from tests.browser.test_reading import OVERLAPS


def test_a_menu_a_notice_and_a_lead_reach_the_front_page(log_in, open_page):
    admin = log_in()
    admin.goto("/admin/articles/site/")
    admin.locator("#id_name").fill("云州工运")
    admin.locator("#id_icp_number").fill("云ICP备00000001号")
    for number, (label, address) in enumerate((("首页", "/"), ("往期", "/archive/"))):
        admin.locator(".add-row a").click()
        admin.locator(f"#id_links-{number}-label").fill(label)
        admin.locator(f"#id_links-{number}-address").fill(address)
    follow(admin.locator("[name=_save]").first)
    admin.goto("/admin/articles/notice/add/")
    admin.locator("#id_title").fill("技能大赛报名通知")
    admin.locator("#id_is_public").check()
    follow(admin.locator("[name=_save]").first)

    page = open_page("/", width=360)
    assert page.locator("h1").inner_text() == "云州工运"
    menu = page.get_by_role("navigation", name="主导航").get_by_role("link")
    assert menu.all_inner_texts() == ["首页", "往期"]
    assert page.get_by_role("link", name="云ICP备00000001号").count() == 1
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(OVERLAPS) == []
    follow(page.get_by_role("link", name="技能大赛报名通知"))
    assert page.locator("h1").inner_text() == "技能大赛报名通知"

    # The other tests walk by the usual menu.
    admin.goto("/admin/articles/site/")
    for number in range(2):
        admin.locator(f"#id_links-{number}-DELETE").check()
    follow(admin.locator("[name=_save]").first)
    assert (
        open_page("/").get_by_role("navigation", name="主导航").get_by_role("link", name="人物").count() == 1
    )


def test_copying_says_so_and_the_code_is_shown_when_asked_for(open_page):
    page = open_page("/articles/")
    follow(page.locator("main h3 a").first)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tools = page.get_by_role("group", name="本文")
    tools.get_by_role("button", name="复制链接").click()
    tools.get_by_text("已复制。").wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == page.locator("link[rel=canonical]").get_attribute("href")
    tools.get_by_text("扫码阅读").click()
    image = tools.locator("img")
    image.scroll_into_view_if_needed()
    page.wait_for_function("(image) => image.complete && image.naturalWidth > 0", arg=image.element_handle())
