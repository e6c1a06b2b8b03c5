"""What an editor changes in the form of a name or a figure changes its article as the article's own form would."""

import pytest
from django.urls import reverse

from articles.models import Article, Concern, Contribution, Figure, Mention, Proposal
from articles.publishing import publish
from tests.articles.documents import make_document, make_prepared, reworded, take
from tests.factories import make_article, make_editor, make_mention, make_person
from tests.opening import opened
from unioncms.admin_site import admin_url
from unioncms.parsing import Contributor
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    editor = make_editor()
    client.force_login(editor)
    return editor


@pytest.fixture
def article(editor):
    article = make_article()
    publish([article], editor, "终审")
    return article


def add(client, model: str, **values) -> None:
    answer = client.post(reverse(f"admin:articles_{model}_add"), values)
    assert answer.status_code == 302, answer.context["errors"]


def test_a_name_that_readers_were_not_given_waits_for_the_next_release(client, article):
    Article.objects.filter(pk=article.pk).update(body=f"{article.body}<p>周立平到会。</p>")
    person = make_person("周立平")
    add(
        client,
        "mention",
        article=article.pk,
        kind="person",
        field="body",
        text="周立平",
        occurrence=0,
        person=person.pk,
    )
    assert Mention.objects.get().is_hidden
    assert client.get(person.get_absolute_url()).status_code == 404


def test_a_signature_that_readers_were_not_given_waits_for_the_next_release(client, article):
    person = make_person("何敏")
    add(
        client,
        "contribution",
        article=article.pk,
        position=0,
        role="author",
        printed_name="何敏",
        person=person.pk,
    )
    assert Contribution.objects.get().is_hidden
    assert client.get(person.get_absolute_url()).status_code == 404


def test_a_number_in_a_caption_is_to_be_weighed(client, article):
    add(client, "figure", article=article.pk, position=0, caption="报名电话 13812345678", credit="")
    assert Concern.objects.get().text == "13812345678"


def test_names_move_with_the_words_of_a_caption(client, article):
    figure = Figure.objects.create(article=article, caption="主席林海生出席")
    make_mention(article, make_person("林海生"), field="caption", before="主席", after="出席")
    posted = {"article": article.pk, "position": 0, "caption": "会场一角", "credit": ""}
    client.post(admin_url(figure), opened(client, figure) | posted)
    assert Mention.objects.get().state == MatchState.LOST


def test_a_byline_that_is_set_right_settles_what_a_parse_proposed(client, editor):
    take(publishes=True)
    take(
        make_prepared(
            reworded(make_document(), contributors=(Contributor("何晓岚", "reporter", "本报记者"),))
        )
    )
    assert Proposal.objects.get().part == "contributions"
    row = Contribution.objects.get()
    posted = {
        "article": row.article_id,
        "position": 0,
        "role": "reporter",
        "printed_name": "何晓岚",
        "printed_role": "本报记者",
        "printed_post": "",
        "person": "",
    }
    client.post(admin_url(row), opened(client, row) | posted)
    assert not Proposal.objects.exists()
