"""Revisions are compared character by character and taken up again; what readers see changes by releasing alone."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles.models import Article, ArticleRevision, Contribution, Figure
from articles.publishing import publish, snapshot
from articles.revisions import compare, has_unreleased_changes, restore
from tests.factories import (
    make_article,
    make_column,
    make_contribution,
    make_editor,
    make_mention,
    make_person,
    make_user,
)
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    editor = make_editor()
    client.force_login(editor)
    return editor


@pytest.fixture
def article(editor):
    article = make_article("云州举办技能大赛", column=make_column("要闻"), kicker="五一前夕")
    make_contribution(article, "何晓兰", make_person("何晓兰"))
    Figure.objects.create(article=article, caption="比赛现场", credit="何晓兰 摄")
    article.tags.add("技能")
    publish([article], editor, "终审通过")
    return article


def revise(article: Article, **values) -> Article:
    Article.objects.filter(pk=article.pk).update(**values)
    return Article.objects.get(pk=article.pk)


def page_of(article: Article) -> str:
    return reverse("admin:articles_article_revisions", args=[article.pk])


def parts_of(article: Article, label: str) -> list[tuple[str, str]]:
    changes = compare(article.revisions.first().content, snapshot(article))
    return next(change.parts for change in changes if change.label == label)


def test_one_changed_character_is_one_change(article):
    article = revise(article, headline="云州举行技能大赛")
    assert parts_of(article, "主标题") == [
        ("same", "云州举"),
        ("removed", "办"),
        ("added", "行"),
        ("same", "技能大赛"),
    ]


def test_bodies_are_compared_as_they_are_read(article):
    article = revise(article, body=article.body.replace("职工技能", "技能") + "<h2>补记</h2>")
    runs = [part for part in parts_of(article, "正文") if part[0] != "same"]
    assert runs == [("removed", "职工"), ("added", "\n补记")]


@pytest.mark.parametrize(
    ("change", "label"),
    [
        (lambda article: article.contributions.update(printed_post="云州日报"), "署名"),
        (lambda article: article.figures.update(caption="颁奖现场"), "图片"),
        (lambda article: article.tags.add("劳模"), "标签"),
        (lambda article: Article.objects.update(column=None), "栏目"),
        (lambda article: Article.objects.update(is_incomplete=True), "残缺"),
        (lambda article: Article.objects.update(genre=Article.Genre.FEATURE), "体裁"),
    ],
)
def test_every_part_that_is_frozen_is_compared(article, change, label):
    change(article)
    article = Article.objects.get()
    assert [each.label for each in compare(article.revisions.first().content, snapshot(article))] == [label]


def test_what_has_not_changed_is_not_listed(article):
    assert compare(article.revisions.get().content, snapshot(article)) == []


def test_an_article_tells_that_its_changes_are_not_released(article, editor):
    assert not has_unreleased_changes(article)
    article = revise(article, headline="改过的标题")
    assert has_unreleased_changes(article)
    publish([article], editor, "更正")
    assert not has_unreleased_changes(article)


def test_a_revision_is_taken_up_again_whole(article, editor):
    before = snapshot(article)
    revision = article.revisions.get()
    article = revise(article, headline="改", kicker="", body="<p>改。</p>", column=None, is_incomplete=True)
    article.contributions.all().delete()
    article.figures.all().delete()
    article.tags.clear()
    restore(article, revision, editor)
    assert snapshot(Article.objects.get()) == before
    assert LogEntry.objects.first().change_message == "恢复到第 1 版的内容。"


def test_names_keep_the_person_they_mean_by_now(article, editor):
    other = make_person("何晓兰")
    article.contributions.update(person=other)
    restore(article, article.revisions.get(), editor)
    assert Contribution.objects.get().person == other


def test_a_person_who_is_gone_is_not_brought_back(article, editor):
    person = article.contributions.get().person
    article.contributions.all().delete()
    person.delete()
    restore(article, article.revisions.get(), editor)
    row = Contribution.objects.get()
    assert (row.printed_name, row.person, row.state) == ("何晓兰", None, MatchState.UNMATCHED)


def test_a_column_that_is_gone_comes_back(article, editor):
    article.column.delete()
    restore(article, article.revisions.get(), editor)
    assert Article.objects.get().column.name == "要闻"


def test_mentions_follow_the_words(article, editor):
    mention = make_mention(article, make_person("林海生"), before="主席", after="出席")
    revision = article.revisions.get()
    article = revise(article, body="<p>没有名字。</p>")
    article.mentions.update(state=MatchState.LOST)
    restore(article, revision, editor)
    mention.refresh_from_db()
    assert mention.state == MatchState.MATCHED


def test_readers_see_what_is_restored_when_it_is_released(client, article, editor):
    revision = article.revisions.get()
    publish([revise(article, headline="第二版的标题")], editor, "更正")
    restore(article, revision, editor)
    assert "第二版的标题" in client.get(article.get_absolute_url()).content.decode()
    publish([Article.objects.get()], editor, "改回")
    assert "第二版的标题" not in client.get(article.get_absolute_url()).content.decode()
    assert ArticleRevision.objects.count() == 3


# In the admin


def test_the_page_compares_the_last_release_with_what_the_article_says_now(client, article):
    revise(article, headline="云州举行技能大赛")
    html = client.get(page_of(article)).content.decode()
    assert "<del>办</del><ins>行</ins>" in html


def test_any_two_revisions_are_compared(client, article, editor):
    publish([revise(article, headline="第二版的标题")], editor, "更正")
    revise(article, headline="还没签发")
    html = client.get(page_of(article), {"a": "1", "b": "2"}).content.decode()
    assert "第 1 版 → 第 2 版" in html
    assert "还没签发" not in html.split("第 1 版 → 第 2 版")[1]


@pytest.mark.parametrize("number", ["99", "x", "-1", "²", "", "1' OR 1=1"])
def test_odd_numbers_are_the_usual_pair(client, article, number):
    assert "没有差别" in client.get(page_of(article), {"a": number, "b": number}).content.decode()
    assert "没有这一版" in client.post(page_of(article), {"restore": number}, follow=True).content.decode()


def test_markup_in_a_field_is_text(client, article):
    revise(article, headline="<script>alert(1)</script>")
    assert "<script>alert(1)" not in client.get(page_of(article)).content.decode()


def test_restoring_in_the_admin(client, article):
    revise(article, headline="改过的标题")
    looked_at = client.get(page_of(article), {"a": "1"}).context["looked_at"]
    answer = client.post(page_of(article), {"restore": "1", "looked_at": looked_at}, follow=True)
    assert "已恢复到第 1 版" in answer.content.decode()
    assert Article.objects.get().headline == "云州举办技能大赛"


def test_nothing_is_restored_over_what_came_since_the_page_was_opened(client, article):
    revise(article, headline="改过的标题")
    looked_at = client.get(page_of(article), {"a": "1"}).context["looked_at"]
    article.contributions.update(printed_name="何晓岚")
    for given in ({"looked_at": looked_at}, {}):
        answer = client.post(page_of(article), {"restore": "1", **given}, follow=True)
        assert "没有恢复：您打开这一页以后" in answer.content.decode()
    assert "<ins>岚</ins>" in answer.content.decode()
    assert (Article.objects.get().headline, article.contributions.get().printed_name) == (
        "改过的标题",
        "何晓岚",
    )


def test_who_may_only_look_may_not_restore(client, article):
    looking = ("view_article", "view_articlerevision")
    client.force_login(make_user("guest", looking, is_staff=True))
    assert "restore" not in client.get(page_of(article), {"a": "1"}).content.decode()
    assert client.post(page_of(article), {"restore": "1"}).status_code == 403
    client.force_login(make_user("stranger", ("view_article",), is_staff=True))
    assert client.get(page_of(article)).status_code == 403
