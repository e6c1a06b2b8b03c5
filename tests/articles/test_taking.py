"""A difference is taken into the article as an editor's change would be, or left for good; either is taken back."""

from dataclasses import replace

import pytest
from django.contrib.admin.models import LogEntry

from articles.models import Article, Column, Concern, Contribution, Mention, Proposal, Reparse
from articles.publishing import publish
from articles.revisions import restore
from articles.taking import Outdated, decide, reopen
from tests.articles.documents import (
    FIRST,
    LINES,
    bare,
    make_document,
    make_prepared,
    reworded,
    take,
)
from tests.articles.parsed_again import (
    BEGIN,
    END,
    LEFT,
    MIDDLE,
    TAKEN,
    and_also,
    first,
    parse_again,
    parse_text,
    settle_all,
    tokens,
    waiting,
)
from unioncms.parsing import Block, Contributor, Figure, Passage
from unioncms.parsing import Person as ParsedPerson
from unioncms.states import Status

pytestmark = pytest.mark.django_db


def test_what_is_taken_is_saved_and_waits_for_the_next_release(client, editor):
    take(publishes=True)
    parse_again(headline="今日开幕", column="要闻", figures=(Figure("颁奖", "陈立"),))
    assert settle_all(TAKEN, editor) == 3
    article = first()
    assert (article.headline, article.column.name) == ("今日开幕", "要闻")
    assert article.figures.get().caption == "颁奖"
    assert LINES[1] in client.get(article.get_absolute_url()).content.decode()
    publish([article], editor, "更正")
    assert "今日开幕" in client.get(article.get_absolute_url()).content.decode()
    assert not Proposal.objects.waiting().exists()
    assert not Reparse.objects.exists()
    proposal = Proposal.objects.first()
    assert (proposal.state, proposal.decided_by) == (TAKEN, editor)
    assert LogEntry.objects.first().user == editor


def test_a_revision_undoes_what_was_taken(editor):
    take(publishes=True)
    parse_again(headline="今日开幕")
    settle_all(TAKEN, editor)
    restore(first(), first().revisions.get(), editor)
    assert first().headline == LINES[1]
    parse_again(headline="今日开幕")
    assert not Proposal.objects.waiting().exists()


def test_what_is_left_never_comes_back(editor):
    take(publishes=True)
    parse_again(headline="今日开幕")
    settle_all(LEFT, editor)
    assert first().headline == LINES[1]
    for headline in ("今日开幕", LINES[1], "今日开幕"):
        parse_again(headline=headline)
        assert not Proposal.objects.waiting().exists()
    parse_again(headline="明日开幕")
    assert waiting() == [("headline", LINES[1], "明日开幕")]


def test_part_by_part(editor):
    parse_text(BEGIN, MIDDLE, END, publishes=True)
    parse_text(BEGIN.replace("已经", "昨日"), MIDDLE, END.replace("两百", "三百"), "欢迎投稿。")
    shown = [(proposal.pk, token) for proposal, token in tokens()]
    decide(first().pk, shown[1:2], LEFT, editor)
    decide(first().pk, [shown[0], shown[2]], TAKEN, editor)
    assert (
        first().body == f"<p>{BEGIN.replace('已经', '昨日')}</p><p>{MIDDLE}</p><p>{END}</p><p>欢迎投稿。</p>"
    )
    assert not Reparse.objects.exists()
    parse_text(BEGIN.replace("已经", "昨日"), MIDDLE, END.replace("两百", "三百"), "欢迎投稿。")
    assert waiting() == []


@pytest.mark.parametrize("meanwhile", ["edited", "parsed", "settled"])
def test_what_was_not_shown_is_not_applied(editor, meanwhile):
    take(publishes=True)
    parse_again(headline="今日开幕")
    ((proposal, token),) = tokens()
    if meanwhile == "edited":
        Article.objects.filter(position=0).update(headline="编辑改的标题")
    elif meanwhile == "parsed":
        parse_again(headline="明日开幕")
    else:
        settle_all(LEFT, editor)
    before = first().headline
    with pytest.raises(Outdated):
        decide(first().pk, [(proposal.pk, token)], TAKEN, editor)
    assert first().headline == before


def test_links_come_with_the_words_that_are_taken(editor):
    document = make_document()
    take(make_prepared(document), publishes=True)
    added = "陈立与林海生到场祝贺。"
    body = (Block("heading", "开幕"), Block("paragraph", FIRST), Block("paragraph", added))
    at = added.index("林海生")
    more = Passage(0, "body", "林海生", at, at + 3, 2)
    chair = replace(document.people[0], passages=(*document.people[0].passages, more))
    guest = ParsedPerson("陈立", (), (0,), (Passage(0, "body", "陈立", 0, 2, 2),))
    again = reworded(document, body=body)
    take(make_prepared(replace(again, people=(chair, guest, *document.people[1:]))))
    assert [part for part, _, _ in waiting()] == ["body"]
    settle_all(TAKEN, editor)
    occurrences = Mention.objects.filter(name="林海生", article=first()).order_by("occurrence")
    assert [each.occurrence for each in occurrences] == [0, 1]
    assert Mention.objects.get(name="陈立").person.name == "陈立"
    assert not Proposal.objects.waiting().exists()


def test_concerns_are_found_in_what_is_taken(editor):
    take(publishes=True)
    parse_again(body=and_also("报名电话 13812345678。"))
    settle_all(TAKEN, editor)
    assert Concern.objects.get().text == "13812345678"


def test_the_byline_keeps_the_person_whom_a_name_means(editor):
    take(publishes=True)
    person = Contribution.objects.get().person
    parse_again(
        contributors=(Contributor("何晓兰", "reporter", "汐湖工人报记者"), Contributor("周立", "author"))
    )
    settle_all(TAKEN, editor)
    rows = {row.printed_name: row for row in first().contributions.all()}
    assert rows["何晓兰"].person == person
    assert rows["何晓兰"].printed_role == "汐湖工人报记者"
    assert rows["周立"].person.name == "周立"


def test_a_decision_is_taken_back(editor):
    take(publishes=True)
    parse_again(headline="今日开幕", body=and_also("欢迎投稿。"), column="要闻")
    before = waiting()
    settle_all(TAKEN, editor)
    for proposal in Proposal.objects.order_by("-decided_at"):
        reopen(first().pk, proposal.pk, editor)
    article = first()
    assert (article.headline, article.column.name) == (LINES[1], "五一特刊")
    assert waiting() == before
    settle_all(LEFT, editor)
    reopen(article.pk, Proposal.objects.first().pk, editor)
    assert len(waiting()) == 1


def test_decisions_over_one_text_are_taken_back_last_first(editor):
    parse_text(BEGIN, MIDDLE, END, publishes=True)
    parse_text(BEGIN.replace("已经", "昨日"), MIDDLE, END.replace("两百", "三百"))
    before = waiting()
    settle_all(LEFT, editor)
    one, other = Proposal.objects.order_by("decided_at")
    with pytest.raises(Outdated):
        reopen(first().pk, one.pk, editor)
    reopen(first().pk, other.pk, editor)
    reopen(first().pk, one.pk, editor)
    assert waiting() == before


def test_what_was_edited_since_is_not_taken_back(editor):
    take(publishes=True)
    parse_again(headline="今日开幕")
    settle_all(TAKEN, editor)
    Article.objects.filter(position=0).update(headline="又改了")
    with pytest.raises(Outdated):
        reopen(first().pk, Proposal.objects.get().pk, editor)
    assert first().headline == "又改了"


def test_an_article_with_a_decision_is_not_deleted_with_its_parse(editor):
    take()
    Article.objects.filter(position=0).update(headline="技能大赛开幕了")
    parse_again(headline="今日开幕")
    settle_all(TAKEN, editor)
    take(make_prepared(bare(make_document(), make_document().articles[1:])))
    assert Article.objects.filter(headline="今日开幕").exists()


def test_a_new_column_is_made_when_it_is_taken(editor):
    take(publishes=True)
    parse_again(column="要闻")
    Column.objects.filter(name="要闻").delete()
    settle_all(TAKEN, editor)
    assert first().column.name == "要闻"
    assert first().status == Status.PUBLISHED
