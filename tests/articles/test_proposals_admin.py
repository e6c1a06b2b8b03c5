"""The differences of a newer parse in the admin: a queue of all, a page for each article, decided by one button."""

import re

import pytest
from django.urls import reverse
from django.utils.html import escape

from articles.admin.proposal import proposals_url
from articles.models import Article, Concern, MaskLook, Proposal
from articles.publishing import publish
from tests.articles.documents import LINES, bare, make_document, make_prepared, reworded, take
from tests.factories import make_editor, make_user
from unioncms.parsing import Block, Contributor

pytestmark = pytest.mark.django_db
QUEUE = "/admin/queues/proposals/"


@pytest.fixture
def editor(client):
    editor = make_editor()
    client.force_login(editor)
    return editor


@pytest.fixture
def article(editor):
    """Published, and parsed otherwise since: headline and byline."""
    take(publishes=True)
    article = Article.objects.get(position=0)
    parse_again(
        headline="第九届职工技能大赛今日开幕", contributors=(Contributor("何晓岚", "reporter", "本报记者"),)
    )
    return article


def parse_again(**values) -> None:
    take(make_prepared(reworded(make_document(), **values)))


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def shown_on(html: str) -> list[str]:
    return re.findall(r'name="shown" value="([^"]+)"', html)


def cards_of(html: str) -> list[str]:
    return re.findall(r'name="key" value="([^"]+)"', html)


def states() -> list[str]:
    return list(Proposal.objects.values_list("state", flat=True))


# The page of an article


def test_each_part_is_shown_with_its_characters_marked(client, article):
    html = read(client, proposals_url(article.pk))
    assert "第九届职工技能大赛<ins>今日</ins>开幕" in html
    assert "何晓<del>兰</del><ins>岚</ins>" in html


def test_one_part_is_taken_and_one_left(client, article):
    html = read(client, proposals_url(article.pk))
    one, other = shown_on(html)[-2:]
    client.post(proposals_url(article.pk), {"shown": one, "answer": "taken"})
    answer = client.post(proposals_url(article.pk), {"shown": other, "answer": "left"}, follow=True)
    assert states() == ["taken", "left"]
    article.refresh_from_db()
    assert article.headline == "第九届职工技能大赛今日开幕"
    assert article.contributions.get().printed_name == "何晓兰"
    assert "没有待处理的差异" in answer.content.decode()


def test_all_are_taken_at_once(client, article):
    shown = shown_on(read(client, proposals_url(article.pk)))[:2]
    answer = client.post(proposals_url(article.pk), {"shown": shown, "answer": "taken"}, follow=True)
    assert "已采纳 2 处。发布后读者才会看到。" in answer.content.decode()
    assert states() == ["taken", "taken"]


def test_a_decision_over_what_has_changed_is_refused(client, article):
    (one, *_) = shown_on(read(client, proposals_url(article.pk)))
    Article.objects.filter(pk=article.pk).update(headline="编辑刚改的标题")
    answer = client.post(proposals_url(article.pk), {"shown": one, "answer": "taken"}, follow=True)
    assert "这一步没有做" in answer.content.decode()
    assert Article.objects.get(pk=article.pk).headline == "编辑刚改的标题"


def test_a_decision_is_shown_with_who_and_when_and_taken_back(client, article, editor):
    one = shown_on(read(client, proposals_url(article.pk)))[-2]
    client.post(proposals_url(article.pk), {"shown": one, "answer": "taken"})
    html = read(client, proposals_url(article.pk))
    assert "处理过的" in html
    assert str(editor) in html.split("处理过的")[1]
    key = re.search(r'name="proposal" value="(\d+)"', html)[1]
    client.post(proposals_url(article.pk), {"proposal": key, "answer": "reopen"})
    assert Article.objects.get(pk=article.pk).headline == LINES[1]
    assert states() == ["waiting", "waiting"]


@pytest.mark.parametrize(
    "posted",
    [
        {"answer": "taken"},
        {"answer": "taken", "shown": "x-y"},
        {"answer": "taken", "shown": "99999999999999999999-"},
        {"answer": "burn", "shown": "1-a"},
        {"answer": "reopen", "proposal": "x"},
        {"answer": "reopen", "proposal": "1", "page": "99999999999999999999"},
        {},
    ],
)
def test_odd_answers_change_nothing(client, article, posted):
    answer = client.post(proposals_url(article.pk), posted, follow=True)
    assert answer.status_code == 200
    assert states() == ["waiting", "waiting"]


def test_who_may_only_look_decides_nothing(client, article):
    shown = shown_on(read(client, proposals_url(article.pk)))
    client.force_login(make_user("guest", ("view_article",), is_staff=True))
    html = read(client, proposals_url(article.pk))
    assert 'value="taken"' not in html
    assert client.post(proposals_url(article.pk), {"shown": shown[0], "answer": "taken"}).status_code == 403
    assert client.post(QUEUE, {"key": cards_of(read(client, QUEUE))[0], "answer": "take"}).status_code == 403
    client.force_login(make_user("stranger", ("view_person",), is_staff=True))
    assert client.get(proposals_url(article.pk)).status_code == 403
    assert client.get(QUEUE).status_code == 403
    assert states() == ["waiting", "waiting"]


def test_markup_in_a_parse_is_text(client, article):
    parse_again(headline="<script>alert(1)</script>")
    assert "<script>alert(1)" not in read(client, proposals_url(article.pk))
    assert "<script>alert(1)" not in read(client, QUEUE)


def test_a_paragraph_that_becomes_a_heading_says_so(client, article):
    (heading, *rest) = make_document().articles[0].body
    parse_again(body=(Block("paragraph", heading.text), *rest))
    assert "<del>〔小标题〕</del>开幕" in read(client, proposals_url(article.pk))


def test_an_added_paragraph_says_where_it_would_stand(client, article):
    parse_again(body=(*make_document().articles[0].body, Block("paragraph", "欢迎投稿。")))
    html = read(client, proposals_url(article.pk))
    assert "正文：加上这一处吗？" in html
    assert "市总工会将继续办赛。”之后。" in html


def test_a_vanished_article_is_kept_or_withdrawn_where_that_is_done(client, article):
    take(make_prepared(bare(make_document(), make_document().articles[1:])))
    html = read(client, proposals_url(article.pk))
    assert "新的解析里没有这一篇" in html
    assert reverse("admin:articles_article_withdraw", args=[article.pk]) in html
    (shown,) = shown_on(html)
    client.post(proposals_url(article.pk), {"shown": shown, "answer": "left"})
    assert article.proposals.get().state == "left"


def test_a_look_at_masked_words_is_noted(client, article):
    Concern.objects.create(
        article=article,
        kind=Concern.Kind.HARDSHIP,
        text="林海生",
        mask="林某",
        decision=Concern.Decision.MASKED,
    )
    read(client, proposals_url(article.pk))
    read(client, QUEUE)
    assert set(MaskLook.objects.values_list("place", flat=True)) == {"重新解析的差异", "待核"}


def test_what_no_longer_holds_is_not_shown_and_leaves_the_queue(client, article):
    (one, _) = cards_of(read(client, QUEUE))
    Article.objects.filter(pk=article.pk).update(headline="第九届职工技能大赛今日开幕")
    assert "今日" not in read(client, proposals_url(article.pk)).split('<ol class="cards">')[1]
    client.post(QUEUE, {"key": one, "answer": "take"})
    assert states() == ["waiting"]


def test_words_that_are_split_off_say_where_they_go(client, editor):
    first, second = make_document().articles
    moved = Block("paragraph", "林海生随后看望了一线职工。")
    take(make_prepared(reworded(make_document(), body=(*first.body, moved))))
    article = Article.objects.get(position=0)
    publish([article], editor, "三审通过")
    take(make_prepared(reworded(make_document(), 1, body=(*second.body, moved))))
    html = read(client, proposals_url(article.pk))
    assert "正文：删去这一处吗？" in html
    assert f"现在归入《{escape(LINES[5])}》。" in html


# The queue


def test_the_queue_asks_one_question_a_difference(client, article):
    html = read(client, QUEUE)
    assert "主标题：改成这样吗？" in html
    assert "<ins>今日</ins>" in html
    assert proposals_url(article.pk) in html
    (one, other) = cards_of(html)
    client.post(QUEUE, {"key": one, "answer": "take"})
    client.post(QUEUE, {"key": other, "answer": "leave"})
    assert states() == ["taken", "left"]
    assert "没有待处理的了" in read(client, QUEUE)


def test_the_queue_refuses_what_has_changed_since(client, article):
    (one, *_) = cards_of(read(client, QUEUE))
    Article.objects.filter(pk=article.pk).update(headline="编辑刚改的标题")
    answer = client.post(QUEUE, {"key": one, "answer": "take"}, follow=True)
    assert "已经处理过了" in answer.content.decode()
    assert Article.objects.get(pk=article.pk).headline == "编辑刚改的标题"


def test_the_queue_takes_no_more_queries_with_more_cards(client, editor, django_assert_max_num_queries):
    take(publishes=True)
    parse_again(headline="今日开幕")
    with django_assert_max_num_queries(60) as few:
        read(client, QUEUE)
    document = reworded(reworded(make_document(), headline="今日开幕", kicker="五一"), 1, headline="又一课")
    take(make_prepared(document))
    assert Proposal.objects.waiting().count() == 3
    with django_assert_max_num_queries(len(few)):
        read(client, QUEUE)
