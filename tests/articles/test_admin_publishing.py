"""Who may do what to articles in the admin; publishing, withdrawing, deleting."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import (
    Article,
    Attestation,
    Concern,
    MaskLook,
)
from articles.publishing import publish
from tests.articles.admin_forms import change_url, decision_url, form_data, messages_of
from tests.factories import (
    make_article,
    make_source,
    make_user,
)
from unioncms.states import Status

pytestmark = pytest.mark.django_db


# Who may


ARTICLE_VIEWS = ["changelist", "add", "change", "delete", "history", "publish", "withdraw"]
SOURCE_VIEWS = ["changelist", "change", "download"]


def addresses() -> list[str]:
    article, source = make_article(), make_source()
    found = []
    for record, views in ((article, ARTICLE_VIEWS), (source, SOURCE_VIEWS)):
        for view in views:
            arguments = [] if view in ("changelist", "add") else [record.pk]
            name = f"admin:{record._meta.app_label}_{record._meta.model_name}_{view}"
            found.append(reverse(name, args=arguments))
    return found


def test_a_visitor_is_sent_to_the_login(client):
    for url in addresses():
        response = client.get(url)
        assert response.status_code == 302
        assert response["Location"].startswith("/admin/login/")


def test_staff_without_permission_are_refused(client):
    client.force_login(make_user("visitor", is_staff=True))
    for url in addresses():
        assert client.get(url).status_code == 403, url
        assert client.post(url, {"decide": "1", "reason": "x"}).status_code in (403, 405), url
    assert Article.objects.get().status == Status.DRAFT


def test_an_editor_without_the_permission_cannot_publish(client):
    client.force_login(make_user("junior", ("view_article", "change_article"), is_staff=True))
    article = make_article()
    url = decision_url(article, "publish")
    assert client.get(url).status_code == 403
    assert client.post(url, {"decide": "1", "reason": "三审通过"}).status_code == 403
    listed = reverse("admin:articles_article_changelist")
    client.post(
        listed, {"action": "publish_selected", "_selected_action": article.pk, "decide": "1", "reason": "x"}
    )
    page = client.get(change_url(article)).content.decode()
    assert 'name="_publish"' not in page
    article.refresh_from_db()
    assert article.status == Status.DRAFT


def test_the_status_cannot_be_changed_by_the_form(site):
    article = make_article()
    site.post(change_url(article), form_data(site, article) | {"status": "published"})
    article.refresh_from_db()
    assert article.status == Status.DRAFT


# Publishing


def test_the_publish_page_asks_for_a_reason_and_changes_nothing_on_get(site):
    article = make_article()
    url = decision_url(article, "publish")
    assert "理由" in site.get(url).content.decode()
    site.get(url, {"decide": "1", "reason": "三审通过"})
    assert "请写明理由" in site.post(url, {"decide": "1", "reason": " "}).content.decode()
    article.refresh_from_db()
    assert article.status == Status.DRAFT


def test_a_reason_publishes_and_withdraws_and_is_kept(site, editor):
    article = make_article()
    site.post(decision_url(article, "publish"), {"decide": "1", "reason": "三审通过"})
    article.refresh_from_db()
    assert article.status == Status.PUBLISHED
    revision = article.revisions.get()
    assert (revision.reason, revision.created_by) == ("三审通过", editor)
    site.post(
        reverse("admin:articles_article_withdraw", args=[article.pk]), {"decide": "1", "reason": "有误"}
    )
    article.refresh_from_db()
    assert article.status == Status.WITHDRAWN


def test_the_list_publishes_what_was_ticked_after_asking(site):
    ticked, other = make_article("甲"), make_article("乙")
    listed = reverse("admin:articles_article_changelist")
    sent = {"action": "publish_selected", "_selected_action": [ticked.pk], "index": "0"}
    asked = site.post(listed, sent)
    assert "甲" in asked.content.decode()
    assert "理由" in asked.content.decode()
    ticked.refresh_from_db()
    assert ticked.status == Status.DRAFT
    done = site.post(listed, sent | {"decide": "1", "reason": "三审通过"})
    assert messages_of(done) == ["已发布《甲》。"]
    assert list(Article.objects.published()) == [ticked]
    assert not other.is_published


def test_a_form_without_the_token_publishes_nothing(editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    article = make_article()
    url = decision_url(article, "publish")
    assert client.post(url, {"decide": "1", "reason": "x"}).status_code == 403
    article.refresh_from_db()
    assert article.status == Status.DRAFT


def test_the_publish_button_saves_the_form_and_goes_on_to_the_reason(site):
    article = make_article()
    response = site.post(
        change_url(article), form_data(site, article) | {"headline": "改过的标题", "_publish": "1"}
    )
    assert response["Location"] == decision_url(article, "publish")
    article.refresh_from_db()
    assert (article.headline, article.status) == ("改过的标题", Status.DRAFT)


def test_a_signed_article_is_not_deleted_and_the_editor_reads_why(site, editor):
    article = make_article()
    publish([article], editor, "三审通过")
    for response in (
        site.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"}),
        site.post(
            reverse("admin:articles_article_changelist"),
            {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"},
        ),
    ):
        assert "不能删除" in "".join(messages_of(response))
    assert Article.objects.filter(pk=article.pk).exists()


def test_an_article_that_was_never_signed_is_deleted(site):
    article = make_article()
    site.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})
    assert not Article.objects.exists()


@pytest.mark.parametrize("by_action", [False, True])
def test_an_article_is_deleted_with_what_nobody_deletes_by_itself(client, by_action):
    """What it says of a post, what was weighed in it, and who looked behind its masks."""
    editor = make_user("lin", ("view_article", "delete_article"), is_staff=True)
    article = make_article()
    Attestation.objects.create(article=article, name="林海生", organisation_name="云州市总工会", title="主席")
    Concern.objects.create(article=article, kind=Concern.Kind.PHONE, text="13812345678", mask="138****5678")
    MaskLook.objects.create(article=article, user=editor, place="稿件")
    client.force_login(editor)
    if by_action:
        url, data = reverse("admin:articles_article_changelist"), {"action": "delete_selected"}
    else:
        url, data = reverse("admin:articles_article_delete", args=[article.pk]), {}
    data |= {"post": "yes", "_selected_action": [article.pk]}
    response = client.post(url, data)
    assert response.status_code == 302
    assert not Article.objects.exists()
    for model in (Attestation, Concern, MaskLook):
        assert not model.objects.exists()
