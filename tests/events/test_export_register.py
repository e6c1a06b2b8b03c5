"""The register as JSON: Popolo's field names and types, and nothing that readers may not see."""

import io
import json
import re

import pytest
from django.core.management import CommandError, call_command

from articles.models import Attestation
from events.models import EventParticipation
from people.models import AliasKind, Area, OrganisationLink
from tests.factories import (
    make_appointment,
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_post,
    make_published_article,
)
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db

DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
# Popolo's classes, each property with its type; ids and dates are strings. Those we add stand in OURS.
OTHER_NAME = {"name": str, "note": str, "start_date": DATE, "end_date": DATE}
IDENTIFIER = {"identifier": str, "scheme": str}
LINK = {"url": str, "note": str}
AREA = {"id": str, "name": str, "classification": str}
NAMED = {"id": str, "name": str, "other_names": [OTHER_NAME], "identifiers": [IDENTIFIER], "links": [LINK]}
PERSON = NAMED | {"gender": str, "birth_date": DATE, "death_date": DATE, "biography": str}
POPOLO = {
    "persons": PERSON,
    "organizations": NAMED
    | {"classification": str, "parent_id": str, "area_id": str, "area": AREA, "description": str},
    "posts": {"id": str, "label": str, "role": str, "organization_id": str},
    "memberships": {
        "id": str,
        "role": str,
        "person_id": str,
        "organization_id": str,
        "post_id": str,
        "start_date": DATE,
        "end_date": DATE,
    },
    "events": NAMED
    | {
        "classification": str,
        "description": str,
        "start_date": DATE,
        "end_date": DATE,
        "location": str,
        "organization_id": str,
        "parent_id": str,
        "attendees": [PERSON | {"role": str, "is_inferred": bool}],
    },
}
OURS = {
    "persons": {"is_provisional": bool},
    "organizations": {"is_provisional": bool},
    "posts": {"rank": int},
    "memberships": {"is_inferred": bool, "seen_first": DATE, "seen_last": DATE},
    "events": {"is_provisional": bool},
}


def faults(value, expected, path: str) -> list[str]:
    if isinstance(expected, dict):
        unknown = [f"{path}.{name} is unknown" for name in value.keys() - expected.keys()]
        known = value.keys() & expected.keys()
        return unknown + [
            each for name in sorted(known) for each in faults(value[name], expected[name], f"{path}.{name}")
        ]
    if isinstance(expected, list):
        return [each for row in value for each in faults(row, expected[0], path)]
    if isinstance(expected, re.Pattern):
        return [] if isinstance(value, str) and expected.fullmatch(value) else [f"{path}: {value!r}"]
    return [] if type(value) is expected else [f"{path}: {value!r}"]


def export(*options: str) -> dict[str, list]:
    out = io.StringIO()
    call_command("export_register", *options, stdout=out)
    return json.loads(out.getvalue())


def report(person, post, **values):
    article = values.pop("article", None) or make_published_article(body=f"<p>{post}{person}出席。</p>")
    values.setdefault("attested_on", "2024-05-01")
    return Attestation.objects.create(
        article=article,
        name=person.name,
        organisation_name=post.organisation.name,
        title=post.title,
        person=person,
        post=post,
        state=MatchState.MATCHED,
        **values,
    )


@pytest.fixture
def register():
    """A chair whose term an editor confirmed, in a body below another, in an event of the body; all published."""
    province = Area.objects.create(name="东山省", kind=Area.Kind.PROVINCE)
    above = make_organisation("东山省总工会")
    body = make_organisation(area=province, level="city", summary="成立于一九五〇年。")
    body.aliases.create(name="云州工会", kind=AliasKind.FORMER, used_until="1993")
    OrganisationLink.objects.create(organisation=body, kind=OrganisationLink.Kind.SUBORDINATE, other=above)
    person = make_person(gender="male", born_on="1970-03", summary="云州人。")
    person.aliases.create(name="海生", kind=AliasKind.PEN_NAME)
    chair = make_post(organisation=body, rank=1)
    make_appointment(person, chair, started_on="2018-06-01", ended_on="2023")
    event = make_event(started_on="2024-05-01", place="云州体育馆")
    part = make_event("云州市职工技能大赛决赛", parent=event)
    EventParticipation.objects.create(event=event, role="organiser", organisation=body)
    EventParticipation.objects.create(event=event, role="speaker", person=person, is_inferred=True)
    article = make_published_article()
    for record in (above, body, person, event, part):
        make_mention(article, record)
    return person, body, above, chair, event, part


@pytest.mark.parametrize("options", [(), ("--all",)])
def test_the_file_holds_popolos_names_and_types(register, options):
    found = export(*options)
    assert list(found) == list(POPOLO)
    for name, rows in found.items():
        assert rows, name
        assert [each for row in rows for each in faults(row, POPOLO[name] | OURS[name], name)] == []
        assert all(row["id"] for row in rows)


def test_rows_point_at_each_other(register):
    person, body, above, chair, event, part = register
    found = export()
    (membership,) = found["memberships"]
    assert membership == {
        "id": membership["id"],
        "role": "主席",
        "person_id": f"person-{person.pk}",
        "organization_id": f"organisation-{body.pk}",
        "post_id": f"post-{chair.pk}",
        "start_date": "2018-06-01",
        "end_date": "2023",
    }
    bodies = {row["id"]: row for row in found["organizations"]}
    assert bodies[f"organisation-{body.pk}"]["parent_id"] == f"organisation-{above.pk}"
    assert bodies[f"organisation-{body.pk}"]["other_names"] == [
        {"name": "云州工会", "note": "曾用名", "end_date": "1993"}
    ]
    events = {row["id"]: row for row in found["events"]}
    assert events[f"event-{part.pk}"]["parent_id"] == f"event-{event.pk}"
    whole = events[f"event-{event.pk}"]
    assert whole["organization_id"] == f"organisation-{body.pk}"
    assert whole["attendees"] == [
        {"id": f"person-{person.pk}", "name": "林海生", "role": "讲话", "is_inferred": True}
    ]


def test_what_only_drafts_know_stays_inside(register):
    _, body, *_, event, _ = register
    hidden = make_person("周未名")
    make_appointment(hidden, make_post("副主席", body), started_on="2020")
    EventParticipation.objects.create(event=event, role="present", person=hidden)
    make_event("未发布的会议", parent=event)
    assert "周未名" not in json.dumps(export(), ensure_ascii=False)
    assert "未发布的会议" not in json.dumps(export(), ensure_ascii=False)
    assert [row["role"] for row in export()["posts"]] == ["主席"]
    everything = export("--all")
    assert "周未名" in [row["name"] for row in everything["persons"]]
    assert len(everything["memberships"]) == 2
    assert all("links" not in row for row in everything["persons"])  # no page to lead to


def test_a_concluded_term_is_marked_and_rests_on_published_reports(register):
    person, body, *_ = register
    post = make_post("党组书记", body)
    make_appointment(person, post, is_inferred=True, started_on="2019-01", seen_first="2019-01-05")
    assert len(export()["memberships"]) == 1
    report(person, post, attested_on="2019-02", is_hidden=True)
    assert len(export()["memberships"]) == 1
    report(person, post, attested_on="2021-03-04")
    report(person, post, attested_on="2022-05-06", article=make_published_article("二", published_on="2022"))
    concluded = export()["memberships"][1]
    assert concluded["is_inferred"] is True
    assert (concluded["seen_first"], concluded["seen_last"]) == ("2021-03-04", "2022-05-06")
    assert "start_date" not in concluded
    assert export("--all")["memberships"][1]["start_date"] == "2019-01"


def test_a_date_between_two_days_is_told_only_as_far_as_popolo_can(register):
    person, _, _, chair, *_ = register
    make_appointment(person, chair, started_on="2010-02..2010-05", ended_on="2011-11..2012-02")
    earlier = export()["memberships"][1]
    assert earlier["start_date"] == "2010"
    assert "end_date" not in earlier


def test_the_number_of_queries_does_not_grow_with_the_register(register, django_assert_max_num_queries):
    _, body, *_ = register
    article = make_published_article("二")
    for number in range(30):
        other = make_person(f"王{number}")
        other.aliases.create(name=f"老王{number}")
        make_mention(article, other)
        make_appointment(other, make_post(f"委员{number}", body))
    with django_assert_max_num_queries(13):
        assert len(export()["memberships"]) == 31


def test_a_file_is_written_whole_or_not_at_all(register, tmp_path):
    path = tmp_path / "register.json"
    call_command("export_register", str(path), stdout=io.StringIO())
    assert len(json.loads(path.read_text("utf-8"))["persons"]) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["register.json"]
    with pytest.raises(CommandError, match="写不进"):
        call_command("export_register", str(tmp_path / "absent" / "register.json"), stdout=io.StringIO())


def test_an_empty_register_is_a_whole_file():
    assert export() == {name: [] for name in POPOLO}
