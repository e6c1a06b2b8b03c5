"""Two editors in one article: the second is shown what the first has saved, and loses nothing that was typed."""

import pytest
from playwright.sync_api import expect

from tests.browser.moving import follow
from tests.browser.test_accessibility import faults_of
from tests.browser.test_editing import SIDEWAYS, open_first_article, wait_for_editor


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (360, "dark")])
def test_the_second_save_is_refused_and_goes_through_when_it_is_repeated(log_in, width, scheme):
    one, other = log_in(), log_in(width=width, scheme=scheme)
    open_first_article(one)
    form = one.url
    other.goto(form)
    wait_for_editor(other)

    one.locator("#id_subheadline").fill(f"先存的副题{width}")
    one.locator("#id_kicker").fill(f"先存的引题{width}")
    follow(one.locator("input[name=_continue]").first)
    expect(one.locator(".messagelist .success")).to_be_visible()

    other.locator("#id_subheadline").fill(f"后存的副题{width}")
    follow(other.locator("input[name=_continue]").first)
    wait_for_editor(other)
    box = other.locator(".collision")
    # The body went through the editor in both windows, and is none of what differs.
    assert box.locator("h4").all_inner_texts() == ["副题", "引题"]
    expect(box.get_by_role("alert")).to_contain_text("没有保存")
    expect(box.get_by_role("heading", name="没有保存")).to_be_focused()
    expect(box.locator(".new").last).to_contain_text(f"先存的引题{width}")
    expect(box.locator("mark").first).to_be_visible()
    expect(other.locator("#id_kicker")).to_have_value(f"先存的引题{width}")
    expect(other.locator("#id_subheadline")).to_have_value(f"后存的副题{width}")
    assert other.evaluate(SIDEWAYS) <= 0
    assert faults_of(other) == []

    follow(other.locator("input[name=_continue]").first)
    expect(other.locator(".messagelist .success")).to_be_visible()
    expect(other.locator("#id_kicker")).to_have_value(f"先存的引题{width}")
    expect(other.locator("#id_subheadline")).to_have_value(f"后存的副题{width}")
