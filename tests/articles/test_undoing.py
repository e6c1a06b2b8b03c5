"""A whole import is taken back, as long as nobody has worked on anything it brought."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from articles.models import (
    Article,
    Attestation,
    ImportRun,
    Issue,
    Mention,
    Page,
    Placement,
    Publication,
    Slot,
    SourceDocument,
    Topic,
    TopicEntry,
)
from articles.publishing import publish
from articles.undoing import NotUndoable, reason_to_keep, undo_run
from events.models import Event
from people.models import Appointment, Organisation, Person, Post
from tests.factories import make_editor, make_organisation, make_person, make_user
from tests.running import ROOT

pytestmark = pytest.mark.django_db
SEEDS = sorted((ROOT / "seeds").iterdir())


@pytest.fixture
def editor(client):
    editor = make_editor()
    client.force_login(editor)
    return editor


def bring_in(*paths) -> ImportRun:
    call_command("import_seeds", *map(str, paths), verbosity=0, workers=1)
    return ImportRun.objects.latest("pk")


def register() -> set[tuple]:
    """Everything that documents lead to, by names."""
    return {
        *Person.objects.values_list("name"),
        *Organisation.objects.values_list("name"),
        *Event.objects.values_list("name", "started_on_earliest"),
        *Post.objects.values_list("organisation__name", "title"),
        *Appointment.objects.values_list("person__name", "post__organisation__name", "post__title"),
        *Mention.objects.values_list("article__headline", "text", "occurrence", "state"),
        *Attestation.objects.values_list("article__headline", "name", "title", "state"),
    }


def test_undone_the_first_import_leaves_nothing(editor):
    run = bring_in(*SEEDS[:3])
    count = Article.objects.count()
    assert undo_run(run, editor) == count
    assert register() == set()
    assert not SourceDocument.objects.exists()
    run.refresh_from_db()
    assert run.undone_by == editor


@pytest.mark.parametrize("placed", ["on the front page", "under a topic", "on a printed page"])
def test_what_an_editor_has_placed_is_kept(editor, placed):
    run = bring_in(SEEDS[0])
    article = Article.objects.first()
    if placed == "on the front page":
        Slot.objects.create(article=article)
    elif placed == "under a topic":
        TopicEntry.objects.create(topic=Topic.objects.create(title="专题"), article=article)
    else:
        issue = Issue.objects.create(publication=Publication.objects.create(name="云州工人报"), number="1")
        Placement.objects.create(page=Page.objects.create(issue=issue, number=1), article=article)
    assert article.title in reason_to_keep(run)
    with pytest.raises(NotUndoable):
        undo_run(run, editor)


def test_undone_the_register_is_as_if_the_documents_had_never_come(editor):
    bring_in(SEEDS[0], SEEDS[1])
    before = register()
    undo_run(bring_in(*SEEDS[2:]), editor)
    assert register() == before


def test_the_documents_may_come_again(editor):
    run = bring_in(SEEDS[0])
    before = register()
    undo_run(run, editor)
    bring_in(SEEDS[0])
    assert register() == before


def test_what_an_editor_made_or_checked_stays(editor):
    person = make_person("陆远帆")
    body = make_organisation("北岭市总工会")
    run = bring_in(SEEDS[0])
    checked = Person.objects.filter(is_provisional=True).first()
    checked.is_provisional = False
    checked.save()
    undo_run(run, editor)
    assert set(Person.objects.all()) == {person, checked}
    assert set(Organisation.objects.all()) == {body}


@pytest.mark.parametrize(
    "work",
    [
        lambda article, editor: Article.objects.filter(pk=article.pk).update(headline="改过的标题"),
        lambda article, editor: article.tags.add("劳模"),
        lambda article, editor: publish([article], editor, "终审", masks_undecided=True),
        lambda article, editor: article.mentions.filter(pk=article.mentions.first().pk).update(is_settled=True),
        lambda article, editor: article.concerns.create(kind="phone", text="12351", mask="1", decision="shown"),
    ],
    ids=["edited", "tagged", "published", "decided", "weighed"],
)  # fmt: skip
def test_a_run_that_somebody_has_worked_on_stays_whole(editor, work):
    run = bring_in(SEEDS[0])
    work(Article.objects.filter(mentions__isnull=False).first(), editor)
    before = register()
    with pytest.raises(NotUndoable, match="不能整次撤销"):
        undo_run(run, editor)
    assert register() == before


def test_a_run_is_undone_once(editor):
    run = bring_in(SEEDS[0])
    undo_run(run, editor)
    run.refresh_from_db()
    assert reason_to_keep(run) == "这次导入已经撤销。"


# In the admin


def undo_page(run: ImportRun) -> str:
    return reverse("admin:articles_importrun_undo", args=[run.pk])


def test_the_page_of_a_run_leads_to_its_undoing(client, editor):
    run = bring_in(SEEDS[0])
    page = client.get(reverse("admin:articles_importrun_change", args=[run.pk])).content.decode()
    assert undo_page(run) in page
    assert SEEDS[0].name in client.get(undo_page(run)).content.decode()
    answer = client.post(undo_page(run), follow=True)
    assert "已撤销这次导入" in answer.content.decode()
    assert undo_page(run) not in answer.content.decode()
    assert not Article.objects.exists()


def test_why_a_run_stays_is_said_before_and_after(client, editor):
    run = bring_in(SEEDS[0])
    Article.objects.update(headline="改过的标题")
    assert "不能整次撤销" in client.get(undo_page(run)).content.decode()
    assert "不能整次撤销" in client.post(undo_page(run), follow=True).content.decode()
    assert Article.objects.exists()


def test_only_who_may_delete_articles_may_undo(client, editor):
    run = bring_in(SEEDS[0])
    client.force_login(make_user("guest", ("view_importrun", "change_importrun"), is_staff=True))
    assert client.get(undo_page(run)).status_code == 403
    assert client.post(undo_page(run)).status_code == 403
    page = client.get(reverse("admin:articles_importrun_change", args=[run.pk])).content.decode()
    assert undo_page(run) not in page
    assert Article.objects.exists()
