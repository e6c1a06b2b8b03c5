import pytest

from articles import reanchoring
from articles.models import Article, Mention
from articles.reanchoring import reanchor
from tests.articles.test_importing import take
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db
WORDS = {"name": "汐湖市总工会", "text": "市总工会"}


@pytest.fixture
def article():
    take()
    return Article.objects.get(position=0)


def places(article) -> list[tuple[int, str]]:
    mentions = article.mentions.filter(**WORDS).order_by("occurrence")
    return [(each.occurrence, each.after[:2]) for each in mentions]


def change(article, old: str, new: str) -> int:
    article.body = article.body.replace(old, new)
    article.save()
    return reanchor(article)


def test_an_unchanged_text_changes_no_mention(article):
    assert reanchor(article) == 0


def test_a_mention_moves_with_its_words(article):
    change(article, "<p>5月1日", "<p>据市总工会消息,5月1日")
    assert places(article) == [(1, "举办"), (2, "主席"), (3, "将继")]


def test_words_that_are_gone_are_lost_and_come_back(article):
    change(article, "市总工会举办", "当地举办")
    lost = article.mentions.get(**WORDS, state=MatchState.LOST)
    assert lost.after.startswith("举办")
    assert places(article)[:2] == [(0, "主席"), (1, "将继")]
    change(article, "当地举办", "市总工会举办")
    assert article.mentions.get(pk=lost.pk).state == MatchState.MATCHED
    assert places(article) == [(0, "举办"), (1, "主席"), (2, "将继")]


def test_two_paragraphs_that_change_places_take_their_mentions_along(article):
    article.body = (
        "<p>市总工会主席林海生出席。</p><p>5月1日,市总工会举办大赛。</p><p>市总工会将继续办赛。</p>"
    )
    article.save()
    reanchor(article)
    assert places(article) == [(0, "主席"), (1, "举办"), (2, "将继")]


def test_places_with_the_same_surroundings_keep_their_order(article):
    """市总工会 in line after line of a table: the second line's mention is the third line's afterwards."""
    line = (
        "<p>2024年5月1日上午九时三十分在省城大会堂,市总工会来函,请各县区工会于月底之前填报下列统计表格。</p>"
    )
    article.body = 3 * line
    article.save()
    reanchor(article)
    order = list(article.mentions.filter(**WORDS).order_by("occurrence").values_list("pk", flat=True))
    assert len(order) == 3
    change(article, "<p>2024", "<p>市总工会表格。</p><p>2024")
    moved = article.mentions.filter(**WORDS).order_by("occurrence").values_list("pk", "occurrence")
    assert list(moved) == list(zip(order, [1, 3, 5], strict=True))


@pytest.mark.parametrize("opening", ["", "据悉,"])
def test_a_name_on_every_line_is_not_compared_with_every_place(article, opening, monkeypatch):
    lines, compared = 600, []
    article.body = "".join(f"<p>第{number}组:市总工会派员参加。</p>" for number in range(lines))
    article.save()
    article.mentions.all().delete()
    Mention.objects.bulk_create(
        Mention(
            article=article, kind="organisation", name=WORDS["name"], text=WORDS["text"],
            occurrence=number, before=f"第{number}组:", after="派员参加。",
        )
        for number in range(lines)
    )  # fmt: skip
    monkeypatch.setattr(reanchoring, "alike", lambda *pair: compared.append(pair) or 0)
    change(article, ":市总工会派员", f":{opening}市总工会派员")
    assert len(compared) <= reanchoring.MAX_COMPARISONS
    assert [place[0] for place in places(article)] == list(range(lines))


def test_a_mention_without_a_place_stays(article):
    before = Mention.objects.filter(name="汐湖工人报").values().get()
    article.body = "<p>全文重写。</p>"
    article.save()
    reanchor(article)
    assert Mention.objects.filter(name="汐湖工人报").values().get() == before


def test_a_rejected_mention_moves_and_stays_rejected(article):
    article.mentions.filter(**WORDS, occurrence=0).update(state=MatchState.REJECTED)
    change(article, "<p>5月1日", "<p>据市总工会消息,5月1日")
    rejected = article.mentions.get(state=MatchState.REJECTED)
    assert (rejected.occurrence, rejected.after[:2]) == (1, "举办")
    change(article, "市总工会举办", "当地举办")
    assert article.mentions.get(state=MatchState.REJECTED) == rejected
