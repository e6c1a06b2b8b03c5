"""A parse that has changed asks an editor about what may not follow it; each difference is taken or left once."""

from dataclasses import replace

import pytest
from django.contrib.admin.models import LogEntry

from articles.models import Article, Attestation, Column, Concern, Contribution, Mention, Proposal, Reparse
from articles.proposing import differences, load, refresh_proposals
from articles.publishing import publish
from articles.revisions import restore
from articles.taking import Outdated, decide, reopen
from people.models import Person
from tests.articles.documents import (
    FIRST,
    LINES,
    UNION,
    bare,
    make_document,
    make_prepared,
    passages,
    reworded,
    take,
)
from tests.factories import make_editor
from unioncms.parsing import Block, Contributor, Figure, Passage, PersonPost, PostMention
from unioncms.parsing import Person as ParsedPerson
from unioncms.states import MatchState, Status

pytestmark = pytest.mark.django_db
TAKEN, LEFT, WAITING = Proposal.State.TAKEN, Proposal.State.LEFT, Proposal.State.WAITING
BEGIN, MIDDLE, END = "职工之家已经建成。", "书屋每天开放到晚上九点。", "工会还要再添两百册图书。"


@pytest.fixture
def editor():
    return make_editor()


def first() -> Article:
    return Article.objects.get(position=0)


def parse_again(**values) -> None:
    """The first article parsed otherwise."""
    take(make_prepared(reworded(make_document(), **values)))


def parse_text(*texts: str, **options) -> None:
    """The first article with a body of these paragraphs, and nobody named."""
    document = make_document()
    take(make_prepared(reworded(bare(document, document.articles), body=blocks(*texts))), **options)


def blocks(*texts: str) -> tuple[Block, ...]:
    return tuple(Block("paragraph", text) for text in texts)


def and_also(text: str) -> tuple[Block, ...]:
    """The first article's body with one more paragraph."""
    return (*make_document().articles[0].body, *blocks(text))


def waiting() -> list[tuple[str, object, object]]:
    return [(each.part, each.before, each.after) for each in Proposal.objects.waiting()]


def settle_all(state: str, editor, article: Article | None = None) -> int:
    (found,) = load([(article or first()).pk])
    keys = {(each.part, each.key): each.pk for each in found.proposals.all()}
    shown = [
        (keys[each.part, each.key], each.token)
        for each in differences(found, found.reparse.content)
        if (each.part, each.key) in keys and each.part != "gone"
    ]
    return decide(found.pk, shown, state, editor)


# What is proposed


def test_a_published_article_keeps_its_words_and_is_asked_about():
    take(publishes=True)
    parse_again(headline="今日开幕", source_credit="汐湖日报")
    article = first()
    assert (article.headline, article.source_credit) == (LINES[1], "")
    assert waiting() == [("headline", LINES[1], "今日开幕"), ("source_credit", "", "汐湖日报")]


def test_a_draft_that_nobody_touched_follows_without_a_question():
    take()
    parse_again(headline="今日开幕")
    assert first().headline == "今日开幕"
    assert not Proposal.objects.exists()
    assert not Reparse.objects.exists()


def test_only_what_an_editor_touched_is_asked_about():
    take()
    Article.objects.filter(position=0).update(headline="技能大赛开幕了")
    parse_again(headline="今日开幕", kicker="五一")
    assert (first().headline, first().kicker) == ("技能大赛开幕了", "五一")
    assert waiting() == [("headline", "技能大赛开幕了", "今日开幕")]
    assert Proposal.objects.get().is_beside_edit


def test_a_run_without_a_difference_makes_no_row():
    take(publishes=True)
    parse_again(headline="今日开幕")
    rows = list(Proposal.objects.values())
    parse_again(headline="今日开幕")
    assert list(Proposal.objects.values()) == rows
    take()
    assert not Proposal.objects.exists()
    assert not Reparse.objects.exists()


def test_a_difference_that_the_next_parse_has_not_is_withdrawn():
    take(publishes=True)
    parse_again(headline="今日开幕")
    parse_again(headline="明日开幕")
    assert waiting() == [("headline", LINES[1], "明日开幕")]


def test_what_an_editor_has_put_right_already_is_not_asked_about():
    take()
    Article.objects.filter(position=0).update(headline="今日开幕")
    parse_again(headline="今日开幕")
    assert not Proposal.objects.exists()
    assert first().imported["headline"] == "今日开幕"


def test_paragraphs_are_proposed_one_by_one():
    parse_text(BEGIN, MIDDLE, END, publishes=True)
    parse_text(BEGIN.replace("已经", "昨日"), MIDDLE, END, "欢迎投稿。")
    assert waiting() == [
        ("body", [f"<p>{BEGIN}</p>"], [f"<p>{BEGIN.replace('已经', '昨日')}</p>"]),
        ("body", [], ["<p>欢迎投稿。</p>"]),
    ]


def test_an_editors_mended_word_stays_in_the_paragraph_that_the_parse_mends():
    parse_text(BEGIN, MIDDLE)
    Article.objects.filter(position=0).update(body=f"<p>{BEGIN}</p>\n\n<p>书屋每天开放到晚上十点。</p>")
    parse_text(BEGIN, "职工书屋每天开放到晚上九点。")
    assert waiting() == [
        ("body", ["<p>书屋每天开放到晚上十点。</p>"], ["<p>职工书屋每天开放到晚上十点。</p>"])
    ]
    assert not Proposal.objects.get().is_beside_edit


def test_a_paragraph_that_only_the_editor_changed_is_not_asked_about():
    parse_text(BEGIN, MIDDLE, END)
    Article.objects.filter(position=0).update(body=f"<p>{BEGIN}</p><p>书屋天天开放。</p><p>{END}</p>")
    parse_text(BEGIN, MIDDLE, END, "欢迎投稿。")
    assert waiting() == [("body", [], ["<p>欢迎投稿。</p>"])]


def test_names_of_the_byline_are_proposed_one_by_one():
    take(publishes=True)
    parse_again(
        contributors=(
            Contributor("何晓岚", "reporter", "本报记者"),
            Contributor("周立", "correspondent"),
            Contributor("吴敏", "correspondent"),
        )
    )
    assert waiting() == [
        (
            "contributions",
            [["reporter", "何晓兰", "本报记者", ""]],
            [["reporter", "何晓岚", "本报记者", ""]],
        ),
        ("contributions", [], [["correspondent", "周立", "", ""]]),
        ("contributions", [], [["correspondent", "吴敏", "", ""]]),
    ]


def with_visitor(document):
    """The document with another chair, without and with his being named."""
    text = FIRST.replace("林海生", "赵新")
    document = reworded(document, body=(Block("heading", "开幕"), Block("paragraph", text)))
    places = tuple(replace(each, block=1) for each in passages(text, "赵新", 0))
    person = ParsedPerson(
        "赵新", (PersonPost(UNION, "主席", (PostMention(0, "市总工会主席", places[0]),)),), (0,), places
    )
    return document, replace(document, people=(person, *document.people[1:]))


def test_names_and_posts_that_a_better_parse_finds_are_proposed(editor):
    before, after = with_visitor(make_document())
    before = replace(before, people=before.people[1:])
    take(make_prepared(before), publishes=True)
    take(make_prepared(after))
    assert waiting() == [
        ("names", None, ["person", "赵新"]),
        ("posts", None, ["赵新", UNION, "主席"]),
    ]
    assert not Person.objects.filter(name="赵新").exists()
    assert settle_all(TAKEN, editor) == 2
    mention = Mention.objects.get(name="赵新")
    assert (mention.state, mention.person.name) == (MatchState.MATCHED, "赵新")
    assert Attestation.objects.get(name="赵新").post.title == "主席"
    assert not Reparse.objects.exists()


def test_names_that_are_none_any_more_are_proposed_to_go(editor):
    before, after = with_visitor(make_document())
    take(make_prepared(after), publishes=True)
    take(make_prepared(replace(before, people=before.people[1:])))
    assert waiting() == [
        ("names", ["person", "赵新"], None),
        ("posts", ["赵新", UNION, "主席"], None),
    ]
    settle_all(TAKEN, editor)
    assert not Mention.objects.filter(name="赵新").exists()
    assert not Person.objects.filter(name="赵新").exists()
    for proposal in Proposal.objects.all():
        reopen(first().pk, proposal.pk, editor)
    assert Mention.objects.get(name="赵新").state == MatchState.MATCHED
    assert Attestation.objects.get(name="赵新").post.title == "主席"
    assert len(waiting()) == 2


def test_what_is_read_as_another_name_is_one_question(editor):
    _, after = with_visitor(make_document())
    take(make_prepared(after), publishes=True)
    chair = after.people[0]
    post = replace(chair.posts[0], title="副主席")
    again = replace(after, people=(replace(chair, name="赵新民", posts=(post,)), *after.people[1:]))
    take(make_prepared(again))
    assert waiting() == [
        ("names", ["person", "赵新"], ["person", "赵新民"]),
        ("posts", None, ["赵新民", UNION, "副主席"]),
        ("posts", ["赵新", UNION, "主席"], None),
    ]
    settle_all(TAKEN, editor)
    mention = Mention.objects.get(article=first(), kind="person", field="body")
    assert (mention.text, mention.name, mention.person.name) == ("赵新", "赵新民", "赵新民")
    assert Attestation.objects.get(organisation_name=UNION).title == "副主席"
    assert not Person.objects.filter(name="赵新").exists()
    for proposal in Proposal.objects.order_by("-decided_at"):
        reopen(first().pk, proposal.pk, editor)
    assert Mention.objects.get(article=first(), kind="person", field="body").name == "赵新"
    assert len(waiting()) == 3


def test_another_title_at_the_same_body_is_one_question(editor):
    _, after = with_visitor(make_document())
    take(make_prepared(after), publishes=True)
    chair = after.people[0]
    again = replace(chair, posts=(replace(chair.posts[0], title="副主席"),))
    take(make_prepared(replace(after, people=(again, *after.people[1:]))))
    assert waiting() == [("posts", ["赵新", UNION, "主席"], ["赵新", UNION, "副主席"])]
    settle_all(TAKEN, editor)
    assert Attestation.objects.get(name="赵新").title == "副主席"


def test_a_name_that_an_editor_settled_is_not_proposed_to_go():
    before, after = with_visitor(make_document())
    take(make_prepared(after), publishes=True)
    Mention.objects.filter(name="赵新").update(is_settled=True)
    Attestation.objects.filter(name="赵新").update(is_settled=True)
    take(make_prepared(replace(before, people=before.people[1:])))
    assert waiting() == []


def test_a_published_article_that_the_parse_has_no_longer_is_asked_about(editor):
    take(publishes=True)
    gone = first()
    take(make_prepared(bare(make_document(), make_document().articles[1:])))
    proposal = Proposal.objects.get(article=gone)
    assert (proposal.part, proposal.before) == ("gone", LINES[1])
    (found,) = load([gone.pk])
    (token,) = [each.token for each in differences(found, found.reparse.content)]
    with pytest.raises(Outdated):
        decide(gone.pk, [(proposal.pk, token)], TAKEN, editor)
    decide(gone.pk, [(proposal.pk, token)], LEFT, editor)
    take()
    take(make_prepared(bare(make_document(), make_document().articles[1:])))
    assert not Proposal.objects.waiting().filter(article=gone).exists()


# Taking and leaving


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


def tokens():
    (found,) = load([first().pk])
    keys = {(each.part, each.key): each for each in found.proposals.all()}
    return [(keys[each.part, each.key], each.token) for each in differences(found, found.reparse.content)]


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


def test_an_edit_that_settles_the_difference_withdraws_the_question():
    take(publishes=True)
    parse_again(headline="今日开幕")
    Article.objects.filter(position=0).update(headline="今日开幕")
    refresh_proposals([first().pk])
    assert waiting() == []


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


def test_queries_do_not_grow_with_the_articles(django_assert_max_num_queries):
    def pages(count):
        article = make_document().articles[1]
        return tuple(
            replace(
                article,
                headline=f"第{number}车间的一课",
                body=blocks(f"这是{number}号车间。{'机床' * number}"),
            )
            for number in range(count)
        )

    def queries(count: int) -> int:
        Proposal.objects.all().delete()
        take(make_prepared(bare(make_document(), pages(count)), content=f"{count}"), publishes=True)
        again = tuple(replace(each, headline=f"{each.headline}又") for each in pages(count))
        with django_assert_max_num_queries(120) as counted:
            take(make_prepared(bare(make_document(), again), content=f"{count}"))
        assert Proposal.objects.waiting().count() == count
        return len(counted)

    assert queries(3) == queries(12)


def test_a_new_column_is_made_when_it_is_taken(editor):
    take(publishes=True)
    parse_again(column="要闻")
    Column.objects.filter(name="要闻").delete()
    settle_all(TAKEN, editor)
    assert first().column.name == "要闻"
    assert first().status == Status.PUBLISHED
