"""An editor's morning: log in, find an article, correct it in the editor, publish, look at the page."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.moving import follow

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def wait_for_editor(page: Page) -> None:
    """CKEditor takes the text over after the page has loaded; it has this language when it is ready for keys."""
    page.wait_for_selector(".cke_editable[lang=zh-Hans]")


def open_first_article(page: Page) -> None:
    page.goto("/admin/articles/article/")
    follow(page.locator("#result_list tbody th a").first)
    wait_for_editor(page)


def publish(page: Page) -> None:
    """Save the form and release the article."""
    assert follow(page.locator("input[name=_publish]").first).endswith("/publish/")
    page.locator("[name=reason]").fill("浏览器测试")
    follow(page.locator("input[name=decide]"))
    expect(page.locator(".messagelist .success")).to_be_visible()


def test_an_editor_corrects_and_publishes_an_article(log_in):
    page = log_in()
    open_first_article(page)
    form = page.url
    body = page.locator(".cke_editable").first
    body.click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type("编辑部在此补记一句。")
    page.locator("#id_headline").fill("浏览器里改过的标题")
    publish(page)
    address = form.removesuffix("change/").replace("/admin/articles/article/", "/articles/")
    page.goto(address)
    expect(page.locator("h1")).to_contain_text("浏览器里改过的标题")
    expect(page.locator(".prose")).to_contain_text("编辑部在此补记一句。")


def test_what_the_editor_writes_into_the_page_is_text(log_in):
    """A script typed into the headline or the body is shown as typed, on the form and on the public page."""
    page = log_in()
    open_first_article(page)
    form = page.url
    page.locator("#id_subheadline").fill("<script>alert(1)</script>")
    follow(page.locator("input[name=_continue]").first)
    expect(page.locator(".messagelist .success")).to_be_visible()
    wait_for_editor(page)
    assert page.locator("#id_subheadline").input_value() == "<script>alert(1)</script>"
    publish(page)
    page.goto(form.removesuffix("change/").replace("/admin/articles/article/", "/articles/"))
    expect(page.locator("main")).to_contain_text("<script>alert(1)</script>")


def test_the_source_page_stands_beside_the_form(log_in):
    page = log_in()
    open_first_article(page)
    assert "/admin/articles/sourcedocument/" in follow(page.get_by_role("link", name="对照原文"))
    assert page.locator("main").inner_text()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
def test_a_source_is_read_as_proof_print_or_corrected_text(log_in, width, scheme):
    """Plain radio buttons and CSS do it; the keyboard reaches them."""
    page = log_in(width=width, scheme=scheme)
    page.goto("/admin/articles/sourcedocument/?q=01_lanshan")
    follow(page.locator("#result_list tbody th a").first)
    repair = page.locator(".repair-vertical_headline").first
    expect(repair.locator(".rule")).to_be_visible()
    page.locator("input[name=proof-view][value=proof]").focus()
    page.keyboard.press("ArrowRight")
    expect(repair.locator(".as-printed")).to_be_visible()
    expect(repair.locator(".as-corrected")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(repair.locator(".as-corrected")).to_be_visible()
    expect(repair.locator(".rule")).to_be_hidden()
    page.locator(".joins td a").nth(1).click()
    expect(page.locator("a.join-end:target")).to_be_in_viewport()
    page.locator(".open-marks a.passage").first.click()
    expect(page.locator("a.mark-flag:target")).to_be_in_viewport()
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_admin_fits_its_window(log_in, width, scheme):
    page = log_in(width=width, scheme=scheme)
    assert page.evaluate(SIDEWAYS) <= 0
    page.goto("/admin/articles/article/")
    assert page.evaluate(SIDEWAYS) <= 0
    open_first_article(page)
    assert page.evaluate(SIDEWAYS) <= 0
