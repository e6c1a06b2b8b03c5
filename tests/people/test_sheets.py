"""The register as spreadsheets from its lists in the admin."""

import pytest
from django.urls import reverse

from people.models import AliasKind, OrganisationLink, Person
from people.resources.cells import ChoiceWidget, FlagWidget, ImpreciseDateWidget, NumberWidget
from tests.factories import (
    make_appointment,
    make_editor,
    make_organisation,
    make_person,
    make_post,
    make_user,
)
from unioncms.sheets import read_sheet

pytestmark = pytest.mark.django_db
MODELS = ["person", "organisation", "post", "appointment", "honour"]


@pytest.fixture
def register():
    body, above = make_organisation(), make_organisation("东山省总工会")
    body.aliases.create(name="云州工会", kind=AliasKind.FORMER)
    OrganisationLink.objects.create(organisation=body, kind=OrganisationLink.Kind.SUBORDINATE, other=above)
    person = make_person(gender="male", born_on="1970-03", summary="=HYPERLINK(1)")
    person.aliases.create(name="海生", kind=AliasKind.PEN_NAME)
    held = make_appointment(person, make_post(organisation=body), started_on="2018-06-01", ended_on="2023")
    person.honours.create(name="全国劳动模范", awarded_by=above, awarded_on="2020")
    return {"person": person, "organisation": body, "appointment": held}


def rows(client, model: str, kind: str = "csv", query: str = "") -> list[dict[str, str]]:
    response = client.get(reverse(f"admin:people_{model}_export", args=[kind]) + query)
    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]
    head, *lines = read_sheet(response.content)
    return [dict(zip(head, line, strict=True)) for line in lines]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_each_list_goes_out_with_chinese_headings(client, register, kind):
    client.force_login(make_editor())
    (person,) = rows(client, "person", kind)
    assert person == {
        "编号": str(register["person"].pk), "姓名": "林海生", "性别": "男", "籍贯": "", "出生": "1970-03", "逝世": "",
        "别名": "海生(笔名)", "简介": "=HYPERLINK(1)", "待核": "",
    }  # fmt: skip
    body = next(row for row in rows(client, "organisation", kind) if row["名称"] == "云州市总工会")
    assert (body["类别"], body["别名"]) == ("工会", "云州工会(曾用名)")
    assert body["单位关系"] == "隶属:东山省总工会"
    (post,) = rows(client, "post", kind)
    assert (post["单位"], post["职务"], post["排序"]) == ("云州市总工会", "主席", "0")
    (held,) = rows(client, "appointment", kind)
    assert (held["人物"], held["单位"], held["职务"]) == ("林海生", "云州市总工会", "主席")
    assert (held["就任"], held["离任"], held["推定"]) == ("2018-06-01", "2023", "")
    (honour,) = rows(client, "honour", kind)
    assert (honour["荣誉"], honour["授予单位"], honour["授予时间"]) == (
        "全国劳动模范",
        "东山省总工会",
        "2020",
    )


def test_the_list_goes_out_as_it_is_filtered(client, register):
    client.force_login(make_editor())
    make_person("何晓兰", is_provisional=True)
    assert [row["姓名"] for row in rows(client, "person", query="?is_provisional__exact=1")] == ["何晓兰"]
    page = client.get(reverse("admin:people_person_changelist") + "?q=林").content.decode()
    assert reverse("admin:people_person_export", args=["xlsx"]) + "?q=%E6%9E%97" in page


@pytest.mark.parametrize("model", MODELS)
def test_who_may_not_see_the_list_gets_no_file(client, model):
    client.force_login(make_user(is_staff=True))
    assert client.get(reverse(f"admin:people_{model}_export", args=["csv"])).status_code == 403


def test_an_address_typed_by_hand_is_answered(client):
    client.force_login(make_editor())
    assert client.get(reverse("admin:people_person_export", args=["exe"])).status_code == 404
    answer = client.get(reverse("admin:people_person_export", args=["csv"]) + "?nosuch=1")
    assert answer.status_code == 302


@pytest.mark.parametrize("model", MODELS)
def test_the_number_of_queries_does_not_grow_with_the_list(
    client, register, model, django_assert_max_num_queries
):
    client.force_login(make_editor())
    for number in range(20):
        body = make_organisation(f"第{number}工会")
        body.aliases.create(name=f"{number}工会")
        held = make_appointment(make_person(f"王{number}"), make_post(organisation=body))
        held.person.honours.create(name="五一劳动奖章", awarded_by=body)
    with django_assert_max_num_queries(15):
        assert len(rows(client, model)) >= 20


GENDER = ChoiceWidget(Person.Gender)


@pytest.mark.parametrize(
    ("widget", "cell"),
    [
        *(
            (ImpreciseDateWidget(), text)
            for text in ("2018", "2018-06", "2018-06-01", "2018-06-01..2019-02-15", "")
        ),
        *((GENDER, text) for text in ("女", "男", "")),
        *((FlagWidget(), text) for text in ("是", "")),
        (NumberWidget(), "3"),
    ],
)
def test_a_cell_reads_back_as_what_it_was_written_from(widget, cell):
    assert widget.render(widget.clean(cell)) == cell


@pytest.mark.parametrize(
    ("widget", "cell"),
    [
        (ImpreciseDateWidget(), "去年"),
        (ImpreciseDateWidget(), "2018-02-30"),
        (GENDER, "male"),
        (FlagWidget(), "yes"),
        (NumberWidget(), "-1"),
        (NumberWidget(), "9" * 5000),
        (NumberWidget(), "inf"),
    ],
)
def test_a_cell_that_says_nothing_known_is_refused(widget, cell):
    with pytest.raises(ValueError, match="。"):
        widget.clean(cell)
