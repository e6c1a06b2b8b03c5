"""The article's form: what goes in comes back, and what an editor decides in its rows."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from taggit.models import Tag

from articles.models import (
    Article,
    Figure,
    Mention,
)
from tests.articles.admin_forms import change_url, form_data, messages_of
from tests.articles.admin_rows import make_full_article
from tests.factories import (
    make_article,
    make_contribution,
    make_mention,
    make_organisation,
    make_person,
)
from tests.opening import opened
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db


def test_the_form_comes_back_as_it_went(site):
    article = make_full_article(1)
    before = Article.objects.values().get(pk=article.pk)
    response = site.post(change_url(article), form_data(site, article))
    assert response.status_code == 302, response.context["errors"]
    after = Article.objects.values().get(pk=article.pk)
    assert {name: value for name, value in after.items() if name != "updated_at"} == {
        name: value for name, value in before.items() if name != "updated_at"
    }
    assert [tag.name for tag in article.tags.all()] == ["标签 1"]


def test_the_line_ends_of_a_browser_change_no_text(site):
    article = make_article(editors_note="第一行\n第二行")
    Figure.objects.create(article=article, caption="左\n右")
    data = form_data(site, article)
    data = {
        name: value.replace("\n", "\r\n") if isinstance(value, str) else value for name, value in data.items()
    }
    assert site.post(change_url(article), data).status_code == 302
    article.refresh_from_db()
    assert article.editors_note == "第一行\n第二行"
    assert article.figures.get().caption == "左\n右"


def test_a_date_is_one_input_at_its_own_precision(site):
    article = make_article()
    response = site.post(change_url(article), form_data(site, article) | {"published_on": "2018-06"})
    assert response.status_code == 302
    article.refresh_from_db()
    assert str(article.published_on) == "2018年6月"
    assert article.published_on_latest == date(2018, 6, 30)
    assert "2018年6月" in site.get(reverse("admin:articles_article_changelist")).content.decode()


def test_tags_are_parted_by_any_comma_and_folded_by_case(site):
    Tag.objects.create(name="Safety")
    article = make_article()
    site.post(
        change_url(article),
        form_data(site, article) | {"tags": "劳模、安全 生产，职工书屋,safety；女工;节水"},
    )
    assert {tag.name for tag in article.tags.all()} == {
        "劳模",
        "安全 生产",
        "职工书屋",
        "Safety",
        "女工",
        "节水",
    }


def test_a_body_too_deep_to_sanitise_gets_a_sentence(site):
    article = make_article()
    response = site.post(change_url(article), form_data(site, article) | {"body": "<div>" * 300})
    assert "嵌套过深" in response.content.decode()


def mention_row(client: Client, article: Article, mention: Mention) -> str:
    """The prefix of the row of `mention` on the article's form."""
    for wrapped in client.get(change_url(article)).context["inline_admin_formsets"]:
        for form in wrapped.formset.forms:
            if isinstance(form.instance, Mention) and form.instance.pk == mention.pk:
                return form.prefix
    raise AssertionError("not on the form")


def test_a_chosen_record_settles_a_mention_and_an_emptied_one_unsettles_the_match(site):
    article, person = make_article(), make_person("赵启明")
    mention = Mention.objects.create(
        article=article, kind="person", text="赵启明", name="赵启明", state=MatchState.AMBIGUOUS
    )
    row = mention_row(site, article, mention)
    site.post(change_url(article), form_data(site, article) | {f"{row}-person": person.pk})
    mention.refresh_from_db()
    assert (mention.state, mention.person, mention.is_settled) == (MatchState.MATCHED, person, True)

    mention.is_settled = False
    mention.save()
    site.post(change_url(article), form_data(site, article) | {f"{row}-person": ""})
    mention.refresh_from_db()
    assert (mention.state, mention.person, mention.is_settled) == (MatchState.UNMATCHED, None, True)


def test_a_person_chosen_in_a_byline_is_settled(site):
    article, person = make_article(), make_person("赵启明")
    contribution = make_contribution(article, "赵启明")
    url = reverse("admin:articles_contribution_change", args=[contribution.pk])
    site.post(url, form_data(site, contribution) | {"person": person.pk})
    contribution.refresh_from_db()
    assert (contribution.state, contribution.person) == (MatchState.MATCHED, person)
    assert contribution.is_settled


def test_saving_the_form_settles_no_mention_that_was_left_alone(site):
    article = make_article()
    mention = make_mention(article, make_person())
    site.post(change_url(article), form_data(site, article))
    mention.refresh_from_db()
    assert (mention.state, mention.is_settled) == (MatchState.MATCHED, False)


def test_one_row_decides_for_all_places_with_the_same_words(site):
    article, person = make_article(body="<p>赵启明到会。赵启明讲话。</p>"), make_person("赵启明")
    mentions = [
        Mention.objects.create(article=article, kind="person", text="赵启明", name="赵启明", occurrence=n)
        for n in range(2)
    ]
    html = site.get(change_url(article)).content.decode()
    assert "等 2 处" in html
    row = mention_row(site, article, mentions[0])
    site.post(change_url(article), form_data(site, article) | {f"{row}-person": person.pk})
    assert [(each.person, each.is_settled) for each in article.mentions.all()] == [(person, True)] * 2
    site.post(change_url(article), form_data(site, article) | {f"{row}-DELETE": "on"})
    assert not article.mentions.exists()


def test_an_editor_reads_which_names_the_new_text_has_lost(site):
    article = make_article()
    mention = make_mention(article, make_person(), before="市总工会主席", after="出席并讲话")
    response = site.post(change_url(article), form_data(site, article) | {"body": "<p>会议改期。</p>"})
    assert "改动后文中已没有这些名称：林海生。" in messages_of(response)
    mention.refresh_from_db()
    assert mention.state == MatchState.LOST


def test_a_mention_in_the_queue_takes_a_record_of_its_own_kind_only(site):
    mention = Mention.objects.create(article=make_article(), kind="person", text="赵启明", name="赵启明")
    data = opened(site, mention) | {"name": "赵启明"}
    wrong = site.post(change_url(mention), data | {"organisation": make_organisation().pk})
    assert "请只填" in wrong.content.decode()
    person = make_person("赵启明")
    assert site.post(change_url(mention), data | {"person": person.pk}).status_code == 302
    mention.refresh_from_db()
    assert (mention.state, mention.person, mention.is_settled) == (MatchState.MATCHED, person, True)


def test_the_queue_sets_aside_what_is_no_name(site):
    mention = make_mention(make_article(), make_person())
    site.post(
        reverse("admin:articles_mention_changelist"), {"action": "reject", "_selected_action": [mention.pk]}
    )
    mention.refresh_from_db()
    assert (mention.state, mention.person, mention.is_settled) == (MatchState.REJECTED, None, True)


def test_an_editor_adds_a_mention_of_an_article(site):
    article, person = make_article(), make_person()
    prefix = next(
        wrapped.formset.prefix
        for wrapped in site.get(change_url(article)).context["inline_admin_formsets"]
        if wrapped.opts.__class__.__name__ == "PersonMentionInline"
    )
    data = form_data(site, article) | {
        f"{prefix}-TOTAL_FORMS": "1",
        f"{prefix}-0-text": "林海生",
        f"{prefix}-0-person": person.pk,
    }
    assert site.post(change_url(article), data).status_code == 302
    mention = article.mentions.get()
    assert (mention.kind, mention.name, mention.person, mention.state) == (
        "person", "林海生", person, MatchState.MATCHED,
    )  # fmt: skip


def test_two_equal_lines_in_the_byline_get_a_sentence(site):
    article = make_article()
    make_contribution(article, "何晓兰")
    prefix = "contributions"
    data = form_data(site, article) | {
        f"{prefix}-TOTAL_FORMS": "2",
        f"{prefix}-1-role": "reporter",
        f"{prefix}-1-printed_name": "何晓兰",
        f"{prefix}-1-position": "1",
    }
    response = site.post(change_url(article), data)
    assert "与前面一行重复" in response.content.decode()
    assert article.contributions.count() == 1
