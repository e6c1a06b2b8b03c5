"""市总工会 of a page that tells no place: known as printed, one body in its document, and nobody else's."""

import pytest
from django.urls import reverse

from articles.deciding import settle_on
from articles.models import Attestation, Mention
from articles.settling import Names, settle
from people.models import Organisation, Person, Post
from tests.articles.documents import make_notice, take
from tests.factories import make_editor, make_organisation
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db
OPEN = "市总工会"


def mentions(number: int, name: str = OPEN):
    return Mention.objects.filter(article__headline=f"通知{number}", name=name)


def posts(number: int) -> list[tuple[str, str, str | None]]:
    rows = Attestation.objects.filter(article__headline=f"通知{number}")
    return list(rows.values_list("organisation_name", "title", "post__organisation__name"))


def take_two() -> None:
    take(
        make_notice(1, "陈立", (OPEN, "主席"), organisations=(OPEN,)),
        make_notice(2, "何晓兰", (OPEN, "主席"), organisations=(OPEN,)),
    )


@pytest.mark.parametrize("name", [OPEN, "县委组织部", "公司工会", "集团公司", "区总工会"])
def test_an_open_name_founds_no_body_and_waits(name):
    take(make_notice(1, "陈立", (name, "主席"), organisations=(name,)))
    assert not Organisation.objects.exists()
    assert not Post.objects.exists()
    assert {row.state for row in mentions(1, name)} == {MatchState.UNMATCHED}
    assert posts(1) == [(name, "主席", None)]
    assert Person.objects.get().name == "陈立"


def test_what_an_editor_settles_holds_for_its_document_only():
    take_two()
    union = make_organisation("云州市总工会")
    settle_on(mentions(1).first(), union)
    assert {row.organisation for row in mentions(1)} == {union}
    assert {row.organisation for row in mentions(2)} == {None}
    assert posts(1) == [(OPEN, "主席", "云州市总工会")]
    assert posts(2) == [(OPEN, "主席", None)]
    assert Attestation.objects.get(name="陈立").state == MatchState.MATCHED


def test_an_open_name_joins_no_two_people():
    """Nor does it part them: that a 陈立 chairs some 市总工会 tells nothing of who he is."""
    take(
        make_notice(1, "陈立", ("云州市总工会", "主席")),
        make_notice(2, "陈立", ("汐湖市总工会", "主席")),
        make_notice(3, "陈立", (OPEN, "主席")),
    )
    rows = Mention.objects.filter(kind="person", article__headline="通知3")
    assert {row.state for row in rows} == {MatchState.AMBIGUOUS}
    assert Person.objects.count() == 2


def test_a_body_of_that_very_name_takes_in_no_other_page():
    take_two()
    body = make_organisation(OPEN)
    settle_on(mentions(1).first(), body)
    take(make_notice(3, "田小满", (OPEN, "主席"), organisations=(OPEN,)))
    assert {row.organisation for row in mentions(3)} == {None}
    assert {row.organisation for row in mentions(2)} == {None}


def test_taking_the_decision_back_releases_the_posts_too():
    take_two()
    settle_on(mentions(1).first(), make_organisation("云州市总工会"))
    mentions(1).update(is_settled=False, state=MatchState.UNMATCHED, organisation=None)
    settle(Names(organisations={OPEN}))
    assert posts(1) == [(OPEN, "主席", None)]
    assert {row.organisation for row in mentions(1)} == {None}


def test_what_an_editor_settled_holds_for_what_a_new_parse_finds():
    take_two()
    settle_on(mentions(1).first(), make_organisation("云州市总工会"))
    take(make_notice(1, "陈立", (OPEN, "主席"), (OPEN, "党组书记"), organisations=(OPEN,)))
    assert posts(1) == [(OPEN, "主席", "云州市总工会"), (OPEN, "党组书记", "云州市总工会")]
    assert posts(2) == [(OPEN, "主席", None)]


def test_the_queue_offers_no_record_of_an_open_name(client):
    client.force_login(make_editor())
    take(make_notice(1, "", organisations=(OPEN, "鲸港轮渡公司")), make_records=False)
    page = client.get(reverse("admin:queue", args=["unmatched"])).content.decode()
    assert f"“{OPEN}”还没有对应的单位记录。" in page
    assert page.count("是另一单位，新建一条记录") == 1
    assert page.count("另找一条记录…") == 2
