"""导入表格: what a row means, what it changes, what is refused and why; nothing is stored before an editor confirms."""

import csv
import io
from datetime import date

import pytest
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook

from articles.models import Mention
from people.models import AliasKind, Appointment, Area, Honour, Organisation, OrganisationLink, Person, Post
from people.resources import OrganisationResource, PersonResource
from people.sheets import MOST_CHANGES, State, bring_in
from tests.factories import (
    make_appointment,
    make_article,
    make_editor,
    make_organisation,
    make_person,
    make_post,
    make_user,
)
from unioncms.sheets import read_sheet, write_sheet
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db
MODELS = ["person", "organisation", "post", "appointment", "honour"]


@pytest.fixture
def editor(client):
    account = make_editor()
    client.force_login(account)
    return account


def sheet(*rows: list[str]) -> bytes:
    """Rows of texts as somebody else's program would write them: formulas and all."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(rows)
    return stream.getvalue().encode()


def address(model: str) -> str:
    return reverse(f"admin:people_{model}_import")


def look(client, model: str, data: bytes, name: str = "list.csv"):
    """The page that answers an upload."""
    response = client.post(address(model), {"file": SimpleUploadedFile(name, data)})
    assert response.status_code == 200
    return response


def bring(client, model: str, *rows: list[str]):
    """Upload, look and confirm; the page after it."""
    shown = look(client, model, write_sheet(rows, "csv"))
    assert shown.context["token"], refusals(shown)
    return client.post(address(model), {"token": shown.context["token"]}, follow=True)


def refusals(response) -> list[tuple[int, str, str, str]]:
    lines = response.context["reading"].of(State.REFUSED)
    return [(line.number, *refusal) for line in lines for refusal in line.refusals]


def make_register() -> dict:
    province = Area.objects.create(name="东山省", kind=Area.Kind.PROVINCE)
    body = make_organisation(area=province, level="city", summary="=1+1\r\n第二行")
    above = make_organisation("东山省总工会")
    body.aliases.create(name="+云工", kind=AliasKind.SHORT)
    body.aliases.create(name="云州工会", kind=AliasKind.FORMER)
    OrganisationLink.objects.create(organisation=body, kind=OrganisationLink.Kind.SUBORDINATE, other=above)
    person = make_person(
        gender="male", born_on="1970-03", native_place="@东山", summary="'=HYPERLINK(1)", is_provisional=True
    )
    person.aliases.create(name="海生", kind=AliasKind.PEN_NAME)
    post = make_post(organisation=body, rank=2)
    held = make_appointment(
        person, post, started_on="2018-06-01..2019-02-15", ended_on="2023", is_inferred=True, seen_last="2022"
    )
    make_appointment(person, post, started_on="2024")
    person.honours.create(name="＝全国劳动模范", awarded_by=above, awarded_on="2020-05-01")
    person.honours.create(name="先进工作者")
    return {"person": person, "organisation": body, "post": post, "appointment": held}


def snapshot() -> list:
    models = [Person, Organisation, Post, Appointment, Honour, OrganisationLink]
    return [list(model.objects.order_by("pk").values()) for model in models]


# There and back


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("model", MODELS)
def test_an_exported_list_brings_no_change(client, editor, model, kind):
    make_register()
    before = snapshot()
    exported = client.get(reverse(f"admin:people_{model}_export", args=[kind])).content
    shown = look(client, model, exported, f"list.{kind}")
    reading = shown.context["reading"]
    assert reading.counts == {State.SAME: len(read_sheet(exported)) - 1}
    assert not shown.context["token"]
    assert snapshot() == before


@pytest.mark.parametrize("model", MODELS)
def test_an_exported_list_without_its_keys_finds_its_records_again(client, editor, model):
    make_register()
    exported = read_sheet(client.get(reverse(f"admin:people_{model}_export", args=["csv"])).content)
    shown = look(client, model, write_sheet([row[1:] for row in exported], "xlsx"), "list.xlsx")
    assert shown.context["reading"].counts == {State.SAME: len(exported) - 1}


EMPTYING = {
    "person": [Appointment, Person],
    "organisation": [Appointment, Organisation],
    "post": [Appointment, Post],
    "appointment": [Appointment],
    "honour": [Honour],
}


@pytest.mark.parametrize("model", MODELS)
def test_an_exported_list_fills_an_empty_one(client, editor, model):
    make_register()
    Appointment.objects.update(is_inferred=False)
    heads, *rows = read_sheet(client.get(reverse(f"admin:people_{model}_export", args=["csv"])).content)
    for emptied in EMPTYING[model]:
        emptied.objects.all().delete()
    page = bring(client, model, heads[1:], *[row[1:] for row in rows])
    assert f"新增 {len(rows)} 条" in page.content.decode()
    again = read_sheet(client.get(reverse(f"admin:people_{model}_export", args=["csv"])).content)
    kept = [number for number, head in enumerate(heads) if head not in ("编号", "最早见报", "最近见报")]
    assert [[row[n] for n in kept] for row in again[1:]] == [[row[n] for n in kept] for row in rows]


# New, changed, unchanged


def test_rows_are_shown_before_anything_is_stored(client, editor):
    known, same = make_person(native_place="东山"), make_person("陆明")
    data = sheet(
        ["编号", "姓名", "籍贯", "性别"],
        [str(known.pk), "林海生", "西山", "男"],
        ["", "何晓兰", "", "女"],
        [str(same.pk), "陆明", "", ""],
    )
    before = snapshot()
    shown = look(client, "person", data)
    page = shown.content.decode()
    assert snapshot() == before
    assert [(line.number, line.state) for line in shown.context["reading"].lines] == [
        (2, State.CHANGED), (3, State.NEW), (4, State.SAME),
    ]  # fmt: skip
    assert "<del>东山</del> → <ins>西山</ins>" in page
    assert "何晓兰" in page
    assert "第 4 行 陆明" in page
    client.post(address("person"), {"token": shown.context["token"]})
    known.refresh_from_db()
    assert (known.native_place, known.gender) == ("西山", "male")
    assert Person.objects.get(name="何晓兰").gender == "female"
    assert client.post(address("person"), {"token": shown.context["token"]}, follow=True).context["form"]
    assert Person.objects.filter(name="何晓兰").count() == 1


def test_a_blank_cell_leaves_a_value_and_否_takes_a_flag_away(client, editor):
    person = make_person(native_place="东山", born_on="1970", is_provisional=True)
    bring(client, "person", ["姓名", "籍贯", "出生", "待核"], ["林海生", "", " ", "否"])
    person.refresh_from_db()
    assert (person.native_place, str(person.born_on), person.is_provisional) == ("东山", "1970年", False)


@pytest.mark.parametrize("full_width", [False, True])
def test_aliases_and_links_are_added_and_never_taken_away(client, editor, full_width):
    body = make_organisation()
    body.aliases.create(name="云工", kind=AliasKind.SHORT)
    make_organisation("东山省总工会")
    rows = [
        ["名称", "别名", "单位关系"],
        ["云州市总工会", "云州工会(曾用名);市工会", "隶属:东山省总工会;更名为:云州市工会联合会"],
        ["云州市工会联合会", "云工联", ""],
    ]
    if full_width:
        signs = str.maketrans("():;", "（）：；")
        rows = [rows[0], *([cell.translate(signs) for cell in row] for row in rows[1:])]
    bring(client, "organisation", *rows)
    assert set(body.aliases.values_list("name", "kind")) == {
        ("云工", "short"), ("云州工会", "former"), ("市工会", "short"),
    }  # fmt: skip
    assert sorted(body.links.values_list("kind", "other__name")) == [
        ("renamed", "云州市工会联合会"),
        ("subordinate", "东山省总工会"),
    ]
    assert look(client, "organisation", sheet(*rows)).context["reading"].counts == {State.SAME: 2}


def test_a_row_means_a_new_namesake_only_when_it_says_so(client, editor):
    first, second = make_person("王伟"), make_person("王伟")
    shown = look(client, "person", sheet(["编号", "姓名"], ["", "王伟"]))
    ((_, column, _, reason),) = refusals(shown)
    assert (column, f"编号 {first.pk}、{second.pk}" in reason) == ("编号", True)
    bring(client, "person", ["编号", "姓名", "性别"], ["新", "王伟", "女"])
    assert Person.objects.filter(name="王伟").count() == 3


def test_a_second_term_is_told_from_the_first_by_its_day(client, editor):
    held = make_appointment(started_on="2018")
    heads = ["人物", "单位", "职务", "编号", "就任", "离任", "离任方式"]
    row = ["林海生", "云州市总工会", "主席"]
    bring(client, "appointment", heads, [*row, "", "2018", "2023", "届满"], [*row, "新", "2024", "", ""])
    assert [(str(each.started_on), each.ended_by) for each in Appointment.objects.order_by("pk")] == [
        ("2018年", "届满"),
        ("2024年", ""),
    ]
    shown = look(client, "appointment", sheet(heads, [*row, "", "2020", "", ""], [*row, "", "", "", ""]))
    assert [(number, column) for number, column, *_ in refusals(shown)] == [(2, "编号"), (3, "编号")]
    assert str(held.pk) in refusals(shown)[0][3]


def test_what_was_inferred_and_is_edited_is_confirmed(client, editor):
    held = make_appointment(is_inferred=True)
    bring(client, "appointment", ["编号", "就任方式"], [str(held.pk), "当选"])
    held.refresh_from_db()
    assert (held.begun_by, held.is_inferred) == ("当选", False)


# What an edit in the admin brings with it


def test_names_that_wait_are_tried_again(client, editor):
    mention = Mention.objects.create(
        article=make_article(), kind="person", text="何晓兰", name="何晓兰", state=MatchState.UNMATCHED
    )
    page = bring(client, "person", ["姓名"], ["何晓兰"])
    mention.refresh_from_db()
    assert mention.person == Person.objects.get(name="何晓兰")
    assert "已对应 1 处提及" in page.content.decode()


def test_a_new_name_lets_go_what_the_old_one_was_linked_to(client, editor):
    """Though another row gives the old name to somebody else."""
    person, other = make_person("林海升"), make_person("陆明")
    mention = Mention.objects.create(
        article=make_article(),
        kind="person",
        text="林海升",
        name="林海升",
        person=person,
        state=MatchState.MATCHED,
    )
    bring(client, "person", ["编号", "姓名"], [str(person.pk), "林海生"], [str(other.pk), "林海升"])
    mention.refresh_from_db()
    assert mention.person == other


def test_each_record_has_it_in_its_history(client, editor):
    person = make_person()
    bring(client, "person", ["姓名", "性别", "籍贯"], ["林海生", "男", "东山"], ["何晓兰", "女", ""])
    entries = {entry.object_id: entry for entry in LogEntry.objects.all()}
    assert len(entries) == 2
    changed = entries[str(person.pk)]
    assert (changed.action_flag, changed.user) == (CHANGE, editor)
    assert changed.get_change_message() == "导入表格《list.csv》：修改 性别、籍贯。"
    added = entries[str(Person.objects.get(name="何晓兰").pk)]
    assert (added.action_flag, added.get_change_message()) == (ADDITION, "导入表格《list.csv》。")


# Refused


def test_one_refused_row_keeps_all_out(client, editor):
    shown = look(client, "person", sheet(["姓名", "出生"], ["何晓兰", "1980"], ["陆明", "去年"]))
    assert refusals(shown) == [(3, "出生", "去年", "“去年”不是日期；请填 2018、2018-06 或 2018-06-01。")]
    assert not shown.context["token"]
    assert "确认导入" not in shown.content.decode()
    assert not Person.objects.exists()


def test_a_row_is_named_as_a_spreadsheet_program_counts(client, editor):
    shown = look(client, "person", sheet(["姓名", "性别"], ["", ""], ["何晓兰\n二", "女"], [], ["陆明", "x"]))
    assert [(number, column) for number, column, *_ in refusals(shown)] == [(3, "姓名"), (5, "性别")]


@pytest.mark.parametrize(
    ("model", "heads", "row", "column", "reason"),
    [
        ("person", ["编号", "姓名"], ["99", "林海生"], "编号", "没有编号为“99”的人物"),
        ("person", ["编号", "姓名"], ["1e309", "林海生"], "编号", "没有编号"),
        ("person", ["编号", "姓名"], ["9" * 400, "林海生"], "编号", "没有编号"),
        ("person", ["姓名"], ["林" * 61], "姓名", "60"),
        ("person", ["姓名", "性别"], ["", "男"], "姓名", ""),
        ("person", ["姓名"], ["林\x00海生"], "姓名", "控制字符"),
        ("person", ["姓名"], ["林\n海生"], "姓名", "一行字"),
        ("person", ["姓名", "出生"], ["林海生", "2018-13-01"], "出生", "不是日期"),
        ("person", ["姓名", "出生"], ["林海生", "inf"], "出生", "不是日期"),
        ("person", ["姓名", "性别"], ["林海生", "未知"], "性别", "女、男"),
        ("person", ["姓名", "待核"], ["林海生", "TRUE"], "待核", "是 或 否"),
        ("person", ["姓名", "别名"], ["林海生", "海" * 61], "别名", "60 字"),
        ("organisation", ["名称", "所在地区"], ["甲工会", "无此省"], "所在地区", "没有叫“无此省”的地区"),
        ("organisation", ["名称", "单位关系"], ["甲工会", "朋友:乙工会"], "单位关系", "看不懂"),
        ("organisation", ["名称", "单位关系"], ["甲工会", "隶属:乙工会"], "单位关系", "没有叫“乙工会”的单位"),
        ("organisation", ["名称", "单位关系"], ["甲工会", "隶属:甲工会"], "单位关系", "不能与自己"),
        ("post", ["单位", "职务"], ["甲工会", "主席"], "单位", "没有叫“甲工会”的单位"),
        ("post", ["单位", "职务"], ["云州市总工会", ""], "职务", "请填职务"),
        ("post", ["单位", "职务", "排序"], ["云州市总工会", "委员", "40000"], "排序", "32767"),
        ("appointment", ["人物", "单位", "职务"], ["林海生", "云州市总工会", "会长"], "职务", "请先添加"),
        ("appointment", ["人物", "单位", "职务"], ["何晓兰", "云州市总工会", "主席"], "人物", "没有叫“何晓兰”的人物"),
        ("appointment", ["人物", "单位", "职务", "就任", "离任"], ["陆明", "云州市总工会", "主席", "2020", "2019"],
         "离任", "离任不能早于就任。"),
        ("appointment", ["人物", "单位", "职务", "推定"], ["陆明", "云州市总工会", "主席", "是"], "推定", "不能新增"),
        ("honour", ["人物", "荣誉"], ["林海生", ""], "荣誉", "请填荣誉"),
        ("honour", ["人物", "荣誉", "授予单位"], ["林海生", "劳动模范", "无"], "授予单位", "没有叫“无”的单位"),
    ],
)  # fmt: skip
def test_a_refused_row_says_where_and_why(client, editor, model, heads, row, column, reason):
    make_appointment()
    make_person("陆明")
    before = snapshot()
    ((number, where, value, why),) = refusals(look(client, model, sheet(heads, row)))
    assert (number, where, value) == (2, column, row[heads.index(column)])
    assert reason in why
    assert snapshot() == before


def test_the_sentence_about_the_days_is_that_of_the_form():
    constraint = next(each for each in Appointment._meta.constraints if "after_start" in each.name)
    assert constraint.violation_error_message == "离任不能早于就任。"


def test_what_a_record_belongs_to_is_not_changed_here(client, editor):
    make_organisation("东山省总工会")
    post = make_post()
    heads = ["编号", "单位", "职务"]
    shown = look(client, "post", sheet(heads, [str(post.pk), "东山省总工会", "主席"]))
    assert [refusal[1] for refusal in refusals(shown)] == ["单位"]
    other = make_post("副主席", post.organisation)
    shown = look(client, "post", sheet(heads, [str(other.pk), "", "主席"]))
    assert refusals(shown)[0][1:3] == ("职务", "主席")


@pytest.mark.parametrize(
    ("model", "heads", "rows"),
    [
        ("person", ["编号", "姓名"], [["", "何晓兰"], ["", "何晓兰"]]),
        ("person", ["编号", "姓名"], [["", "林海生"], ["1", "林海升"]]),
        ("post", ["编号", "单位", "职务"], [["新", "云州市总工会", "委员"], ["新", "云州市总工会", "委员"]]),
        ("post", ["编号", "单位", "职务"], [["1", "", "委员"], ["", "云州市总工会", "委员"]]),
        ("appointment", ["人物", "单位", "职务"], [["陆明", "云州市总工会", "主席"]] * 2),
        ("honour", ["人物", "荣誉"], [["林海生", "劳动模范"]] * 2),
    ],
)
def test_two_rows_that_mean_one_record_are_refused(client, editor, model, heads, rows):
    post = make_post()
    make_appointment(make_person(), post)
    make_person("陆明")
    keys = {"person": Person.objects.get(name="林海生").pk, "post": post.pk}
    rows = [[str(keys[model]) if cell == "1" else cell for cell in row] for row in rows]
    ((number, _, _, reason),) = refusals(look(client, model, sheet(heads, *rows)))
    assert number == 3
    assert "第 2 行" in reason


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "空"),
        ("姓名\n".encode(), "没有内容"),
        ("姓名,电话\n林,1\n".encode(), "没有“电话”这一列"),
        ("姓名,姓名\n林,海\n".encode(), "有两个"),
        (b"PK\x03\x04", "XLSX"),
        (b"x" * (5 * 2**20 + 1), "5 MB"),
    ],
)
def test_a_file_that_is_no_such_list_is_refused_in_a_sentence(client, editor, data, sentence):
    response = client.post(address("person"), {"file": SimpleUploadedFile("a.csv", data)})
    assert response.status_code == 200
    assert sentence in str(response.context["form"].errors)


def test_hostile_cells_are_texts(client, editor):
    """A formula stays the text it is; markup is shown, not obeyed."""
    texts = ['=HYPERLINK("http://x")', "<script>alert(1)</script>", "'=1+1", "＠SUM(A1)"]
    shown = look(
        client, "person", sheet(["姓名", "简介"], *[[f"甲{n}", text] for n, text in enumerate(texts)])
    )
    assert "<script>alert" not in shown.content.decode()
    client.post(address("person"), {"token": shown.context["token"]})
    assert list(Person.objects.order_by("pk").values_list("summary", flat=True)) == [
        texts[0], texts[1], "=1+1", texts[3],
    ]  # fmt: skip


def test_days_and_numbers_of_a_spreadsheet_program(client, editor):
    book = Workbook()
    book.active.append(["姓名", "出生", "逝世"])
    book.active.append(["林海生", date(1970, 3, 2), 2020.0])
    stream = io.BytesIO()
    book.save(stream)
    shown = look(client, "person", stream.getvalue(), "a.xlsx")
    client.post(address("person"), {"token": shown.context["token"]})
    person = Person.objects.get()
    assert (str(person.born_on), str(person.died_on)) == ("1970年3月2日", "2020年")


def test_too_many_changes_at_once_are_refused(editor, monkeypatch):
    monkeypatch.setattr("people.sheets.MOST_CHANGES", 2)
    assert MOST_CHANGES == 5_000
    with pytest.raises(Exception, match="最多新增和修改 2 行"):
        bring_in(PersonResource, sheet(["姓名"], ["甲"], ["乙"], ["丙"]), editor, is_trial=True)


# Who, and when


@pytest.mark.parametrize("model", MODELS)
def test_only_who_may_add_and_change_brings_lists_in(client, model):
    client.force_login(make_user(is_staff=True, permissions=(f"view_{model}", f"change_{model}")))
    assert client.get(address(model)).status_code == 403
    assert client.post(address(model), {"token": "a" * 32}).status_code == 403
    assert address(model) not in client.get(reverse(f"admin:people_{model}_changelist")).content.decode()
    client.force_login(
        make_user("second", is_staff=True, permissions=(f"view_{model}", f"change_{model}", f"add_{model}"))
    )
    assert "导入表格" in client.get(address(model)).content.decode()
    assert address(model) in client.get(reverse(f"admin:people_{model}_changelist")).content.decode()


def test_aliases_need_the_permission_to_add_them():
    account = make_user(is_staff=True, permissions=("add_organisation", "change_organisation"))
    rows = sheet(["名称", "别名"], ["甲工会", "甲工"])
    reading = bring_in(OrganisationResource, rows, account, is_trial=True)
    assert reading.lines[0].refusals == [("别名", "甲工", "您没有添加单位别名的权限。")]


def test_the_file_is_its_editors_and_for_its_list(client, editor):
    token = look(client, "person", sheet(["姓名"], ["何晓兰"])).context["token"]
    client.post(address("honour"), {"token": token})
    token = look(client, "person", sheet(["姓名"], ["何晓兰"])).context["token"]
    client.force_login(make_user("second", is_staff=True, is_superuser=True))
    client.post(address("person"), {"token": token})
    client.post(address("person"), {"token": "../" * 20})
    assert not Person.objects.exists()


def test_what_has_changed_since_the_look_is_looked_at_again(client, editor):
    person = make_person(native_place="东山")
    shown = look(client, "person", sheet(["姓名", "籍贯"], ["林海生", "西山"]))
    person.native_place = "南山"
    person.save()
    again = client.post(address("person"), {"token": shown.context["token"]})
    assert "又有改动" in again.content.decode()
    assert "<del>南山</del>" in again.content.decode()
    person.refresh_from_db()
    assert person.native_place == "南山"
    client.post(address("person"), {"token": again.context["token"]})
    person.refresh_from_db()
    assert person.native_place == "西山"


def test_a_clash_with_what_somebody_writes_meanwhile_is_looked_at_again(client, editor, monkeypatch):
    shown = look(client, "person", sheet(["姓名"], ["何晓兰"]))

    def clash(kind, data, user, is_trial):
        if not is_trial:
            raise IntegrityError
        return bring_in(kind, data, user, is_trial)

    monkeypatch.setattr("people.admin.incoming.bring_in", clash)
    again = client.post(address("person"), {"token": shown.context["token"]})
    assert "又有改动" in again.content.decode()
    assert again.context["token"]
    assert not Person.objects.exists()


# Queries


def count_queries(kind, data: bytes, editor) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert not bring_in(kind, data, editor, is_trial=False).is_refused
    return len(queries)


def test_the_number_of_queries_does_not_grow_with_the_rows(editor):
    heads = ["名称", "简介", "别名", "单位关系"]

    def rows(prefix: str, count: int, summary: str) -> bytes:
        lines = [
            [
                f"{prefix}{n}工会",
                summary,
                f"{prefix}{n}",
                f"隶属:{prefix}{n + 1}工会" if n + 1 < count else "",
            ]
            for n in range(count)
        ]
        return sheet(heads, *lines)

    few = [count_queries(OrganisationResource, rows("甲", 5, text), editor) for text in ("一", "二", "二")]
    many = [count_queries(OrganisationResource, rows("乙", 50, text), editor) for text in ("一", "二", "二")]
    assert many == few
    assert max(many) <= 20
