"""A corrected document takes the place of the one it corrects; known ones are parsed anew on request."""

import pytest
from django.urls import reverse

from articles import reparsing
from articles.importing import Importer, Outcome
from articles.intake import read_waiting, receive
from articles.models import Article, ImportRun, Intake, Mention, Proposal, SourceDocument, SourceMark
from articles.publishing import publish
from articles.undoing import reason_to_keep
from people.models import Person
from tests.articles.documents import LINES, make_document, make_prepared, reworded, take
from tests.factories import make_editor, make_source, make_user

pytestmark = pytest.mark.django_db
PAGE = """# 南湖区总工会开展送清凉活动

本报讯（记者 周立平）7月3日，南湖区总工会到环卫站慰问一线职工，送去毛巾和绿豆汤。

区总工会主席何敏说，天热以后每周都会来一趟，直到处暑。

# 钢城工人读书会办了一百期

每个周五晚上，轧钢厂的读书会都在更衣室旁边的小屋里开讲，已经办了一百期。
"""
CORRECTED = PAGE.replace("每周都会来一趟", "每周都要来两趟")
OTHER = """# 江北区职工篮球赛落幕

昨日，江北区职工篮球赛在体育馆落幕，机修车间队夺得冠军，选手陈立获评最佳球员。
"""


@pytest.fixture
def editor(client):
    editor = make_editor()
    client.force_login(editor)
    return editor


def bring_in(text: str, editor, name: str = "第2版.md") -> Intake:
    intake = receive(name, text.encode(), editor)
    read_waiting(intake)
    return intake


def confirm(client, intake: Intake, **fields) -> str:
    posted = {"do": "import", "version": intake.version, **fields}
    address = reverse("admin:articles_intake_change", args=[intake.pk])
    return client.post(address, posted, follow=True).content.decode()


@pytest.fixture
def first(client, editor) -> SourceDocument:
    """The page with its mistake: one article published, one still a draft."""
    confirm(client, bring_in(PAGE, editor))
    publish([Article.objects.get(position=0)], editor, "三审通过")
    return SourceDocument.objects.get()


def test_a_text_near_an_earlier_one_is_offered_as_its_correction(client, editor, first):
    intake = bring_in(CORRECTED, editor, "第2版改.md")
    assert intake.found["near"]["source"] == first.pk
    page = client.get(reverse("admin:articles_intake_change", args=[intake.pk])).content.decode()
    assert "那一份的更正" in page
    assert bring_in(OTHER, editor, "第3版.md").found["near"] is None


def test_the_editor_says_which_it_is(client, editor, first):
    intake = bring_in(CORRECTED, editor, "第2版改.md")
    assert "请先选定" in confirm(client, intake)
    assert SourceDocument.objects.count() == 1
    confirm(client, intake, **{"as": "new"})
    assert Article.objects.count() == 4
    assert not Proposal.objects.exists()


def test_a_correction_takes_the_articles_and_asks_about_what_is_published(client, editor, first):
    keys = set(Article.objects.values_list("pk", flat=True))
    confirm(client, bring_in(CORRECTED, editor, "第2版改.md"), **{"as": "correction"})
    again = SourceDocument.objects.get(corrects=first)
    assert set(Article.objects.filter(source=again).values_list("pk", flat=True)) == keys
    assert Article.objects.count() == 2
    proposal = Proposal.objects.get()
    assert (proposal.part, proposal.article.position) == ("body", 0)
    assert "两趟" in proposal.after[0]
    run = ImportRun.objects.first()
    assert run.counts["proposals_waiting"] == 1
    assert "更新了已有的原文" in reason_to_keep(run)
    assert "后来有了更正" in reason_to_keep(first.run)
    old, new = (
        client.get(reverse("admin:articles_sourcedocument_change", args=[each.pk])).content.decode()
        for each in (first, again)
    )
    assert "已由" in old
    assert "更正自" in new


def test_a_correction_of_a_draft_is_followed(client, editor):
    confirm(client, bring_in(PAGE, editor))
    confirm(client, bring_in(CORRECTED, editor, "第2版改.md"), **{"as": "correction"})
    assert "两趟" in Article.objects.get(position=0).body
    assert not Proposal.objects.exists()


def test_a_corrected_document_brings_nothing_back(client, editor, first):
    confirm(client, bring_in(CORRECTED, editor, "第2版改.md"), **{"as": "correction"})
    SourceDocument.objects.update(parse_digest="0" * 64)
    again = SourceDocument.objects.get(corrects=first)
    run = reparsing.parse_documents_again([first.pk, again.pk], editor)
    assert run.counts["documents"] == {Outcome.CHANGED: 1}
    importer = Importer()
    assert importer.take(make_prepared()) == Outcome.NEW
    assert Article.objects.filter(source=first).count() == 0


def test_a_correction_of_a_corrected_document_corrects_the_latest(client, editor, first):
    confirm(client, bring_in(CORRECTED, editor, "第2版改.md"), **{"as": "correction"})
    importer = Importer(user=editor)
    importer.take(make_prepared(), corrects=first)
    latest = SourceDocument.objects.latest("pk")
    assert latest.corrects.corrects == first
    assert set(Article.objects.exclude(status="draft").values_list("source", flat=True)) == {latest.pk}


def test_who_is_named_in_the_correction_alone_is_who_the_register_has(client, editor):
    confirm(client, bring_in(PAGE, editor))
    confirm(client, bring_in(PAGE.replace("何敏", "何明"), editor, "改.md"), **{"as": "correction"})
    assert not Person.objects.filter(name="何敏").exists()
    assert Mention.objects.filter(name="何明").exists()


def test_settled_marks_stay_settled(editor):
    source = make_source(text="原文")
    mark = {"kind": SourceMark.Kind.NO_BODY, "text": "题", "start": 0, "end": 1}
    SourceMark.objects.create(source=source, is_settled=True, **mark)
    SourceMark.objects.create(source=source, **mark | {"text": "另一题"})
    Importer(user=editor).take(make_prepared(), corrects=source)
    assert SourceMark.objects.get().is_settled
    assert SourceMark.objects.get().source == SourceDocument.objects.latest("pk")


# Parsed anew


def test_stored_documents_are_parsed_anew(editor, monkeypatch):
    take(publishes=True)
    document = reworded(make_document(), headline="今日开幕")
    monkeypatch.setattr(reparsing, "prepare_stored", lambda *_: make_prepared(document))
    run = reparsing.parse_documents_again([SourceDocument.objects.get().pk], editor)
    assert run.counts["documents"] == {Outcome.CHANGED: 1}
    assert run.counts["proposals_waiting"] == 1
    assert Proposal.objects.get().before == LINES[1]


def test_a_run_in_which_nothing_changed_says_so(client, editor):
    confirm(client, bring_in(PAGE, editor))
    before = list(Article.objects.values())
    listed = reverse("admin:articles_sourcedocument_changelist")
    posted = {"action": "parse_again", "_selected_action": [SourceDocument.objects.get().pk]}
    assert "排队重新解析" in client.post(listed, posted, follow=True).content.decode()
    assert list(Article.objects.values()) == before
    assert ImportRun.objects.first().counts["documents"] == {Outcome.UNCHANGED: 1}


def test_the_layout_that_an_editor_gave_holds(client, editor):
    intake = bring_in(PAGE, editor)
    address = reverse("admin:articles_intake_change", args=[intake.pk])
    client.post(address, {"do": "join 1", "version": intake.version})
    intake.refresh_from_db()
    confirm(client, intake)
    SourceDocument.objects.update(parse_digest="0" * 64)
    reparsing.parse_documents_again([SourceDocument.objects.get().pk], editor)
    assert Article.objects.count() == 1


def test_who_may_not_change_articles_has_nothing_parsed(client, editor, monkeypatch):
    take()
    asked = []
    monkeypatch.setattr(reparsing, "parse_documents_again", lambda *given: asked.append(given))
    client.force_login(make_user("guest", ("view_sourcedocument", "view_article"), is_staff=True))
    listed = reverse("admin:articles_sourcedocument_changelist")
    client.post(listed, {"action": "parse_again", "_selected_action": [SourceDocument.objects.get().pk]})
    assert asked == []
    page = reverse("admin:articles_sourcedocument_change", args=[SourceDocument.objects.get().pk])
    assert "重新解析" not in client.get(page).content.decode()
