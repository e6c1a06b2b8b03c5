"""A list of the register goes out as a spreadsheet, is worked on, and comes in again."""

import pytest

from tests.browser.moving import follow
from tests.browser.test_accessibility import faults_of
from tests.browser.test_public import SIDEWAYS
from unioncms.sheets import read_sheet, write_sheet

LIST = "/admin/people/person/"


def upload(page, rows) -> None:
    file = {"name": "people.csv", "mimeType": "text/csv", "buffer": write_sheet(rows, "csv")}
    page.locator("[name=file]").set_input_files(file)
    follow(page.get_by_role("button", name="读取，先核对"))


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (360, "dark")])
def test_an_editor_brings_a_list_in(log_in, site, width, scheme):
    page = log_in(width=width, scheme=scheme)
    heads, *rows = read_sheet(page.request.get(f"{site.url}{LIST}export/csv/").body())
    place, born = heads.index("籍贯"), heads.index("出生")
    name = rows[0][heads.index("姓名")]
    rows[0][place] = f"云州{width}"
    page.goto(LIST)
    follow(page.get_by_role("link", name="导入表格"))
    faults = faults_of(page)
    upload(page, [heads, [*rows[0][:born], "去年", *rows[0][born + 1 :]], rows[1]])
    assert "“去年”不是日期" in page.locator(".is-refused").inner_text()
    assert not page.get_by_role("button", name="确认导入").count()
    faults += faults_of(page)
    follow(page.get_by_role("link", name="重新上传"))
    upload(page, [heads, *rows])
    shown = page.locator(".is-changed").inner_text()
    assert name in shown
    assert f"云州{width}" in shown
    assert page.evaluate(SIDEWAYS) <= 0
    faults += faults_of(page)
    follow(page.get_by_role("button", name="确认导入"))
    assert "修改 1 条" in page.locator(".messagelist").inner_text()
    assert faults == []
