"""A parse that has changed asks an editor about what may not follow it, part by part, and asks once."""

from dataclasses import replace

import pytest

from articles.models import Article, Attestation, Mention, Proposal, Reparse
from articles.proposing import differences, load, refresh_proposals
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
from tests.articles.parsed_again import (
    BEGIN,
    END,
    LEFT,
    MIDDLE,
    TAKEN,
    blocks,
    first,
    parse_again,
    parse_text,
    settle_all,
    waiting,
)
from unioncms.parsing import Block, Contributor, PersonPost, PostMention
from unioncms.parsing import Person as ParsedPerson
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db


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


def test_an_edit_that_settles_the_difference_withdraws_the_question():
    take(publishes=True)
    parse_again(headline="今日开幕")
    Article.objects.filter(position=0).update(headline="今日开幕")
    refresh_proposals([first().pk])
    assert waiting() == []


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
