import pytest
from django.contrib.admin.models import LogEntry

from articles.models import Article, ArticleRevision
from articles.publishing import publish, snapshot, withdraw
from tests.factories import make_article, make_column, make_contribution, make_editor, make_person
from unioncms.states import Status

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_editor()


def test_publishing_freezes_what_readers_see(editor):
    article = make_article(column=make_column())
    make_contribution(article, person=make_person("何晓兰"))
    article.tags.add("劳模", "安全")
    assert publish([article], editor, "终审通过") == [article]
    revision = ArticleRevision.objects.get()
    assert (revision.number, revision.reason, revision.created_by) == (1, "终审通过", editor)
    assert revision.content["headline"] == article.headline
    assert revision.content["column"] == "主席之声"
    assert revision.content["tags"] == ["劳模", "安全"]
    assert revision.content["contributions"][0]["printed_name"] == "何晓兰"
    assert len(revision.sha256) == 64


def test_publishing_is_seen_on_the_article_and_in_the_log(editor):
    article = make_article()
    publish([article], editor, "终审通过")
    assert article.is_published
    article.refresh_from_db()
    assert article.is_published
    assert article.released_at
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id, entry.change_message) == (editor, str(article.pk), "发布：终审通过")


def test_publishing_the_same_again_does_nothing(editor):
    article = make_article()
    publish([article], editor, "终审通过")
    before = Article.objects.values().get()
    assert publish([article], editor, "再次") == []
    assert Article.objects.values().get() == before
    assert ArticleRevision.objects.count() == LogEntry.objects.count() == 1


def test_publishing_a_changed_article_adds_a_revision(editor):
    article = make_article()
    publish([article], editor, "终审通过")
    released_at = article.released_at
    Article.objects.update(headline="改后的标题")
    assert publish([article], editor, "更正标题") == [article]
    assert list(ArticleRevision.objects.values_list("number", "content__headline")) == [
        (2, "改后的标题"),
        (1, "云州市总工会举办技能大赛"),
    ]
    article.refresh_from_db()
    assert article.released_at == released_at


def test_withdrawing_keeps_the_revisions_and_the_first_release(editor):
    article = make_article()
    publish([article], editor, "终审通过")
    assert withdraw([article], editor, "事实有误") == [article]
    article.refresh_from_db()
    assert article.status == Status.WITHDRAWN
    assert article.released_at
    assert ArticleRevision.objects.count() == 1
    assert LogEntry.objects.first().change_message == "撤回：事实有误"
    publish([article], editor, "已核实")
    assert ArticleRevision.objects.count() == 2


def test_a_draft_cannot_be_withdrawn(editor):
    article = make_article()
    assert withdraw([article], editor, "事实有误") == []
    article.refresh_from_db()
    assert article.status == Status.DRAFT


@pytest.mark.parametrize("act", [publish, withdraw])
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_reason_is_needed(editor, act, reason):
    with pytest.raises(ValueError, match="reason"):
        act([make_article()], editor, reason)


def test_what_is_published_is_what_the_database_has(editor):
    """A form left open since before another editor's change does not decide what goes out."""
    stale = make_article()
    Article.objects.update(headline="别人刚改的标题")
    publish([stale], editor, "终审通过")
    assert ArticleRevision.objects.get().content["headline"] == "别人刚改的标题"


def test_many_articles_take_few_queries(editor, django_assert_max_num_queries):
    make_article()
    for _ in range(30):
        make_article()
    with django_assert_max_num_queries(25):  # eight of them for the search
        publish(Article.objects.all(), editor, "终审通过")
    assert Article.objects.published().count() == 31


def test_a_snapshot_has_each_imported_field():
    content = snapshot(make_article())
    assert {*Article.IMPORTED_FIELDS} <= set(content)
