"""The admin as a whole, and articles and sources in it."""

import re
from datetime import date
from html import unescape

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag

from articles.admin.source_text import PAGE_LENGTH
from articles.intake import receive
from articles.models import (
    Article,
    ArticleRevision,
    Attestation,
    Column,
    Concern,
    Contribution,
    Figure,
    FixedPage,
    ImportRun,
    Intake,
    Issue,
    MaskLook,
    Mention,
    Notice,
    Page,
    Placement,
    Publication,
    Series,
    Site,
    Slot,
    SourceDocument,
    SourceMark,
    SourceSpan,
    Topic,
    TopicEntry,
)
from articles.publishing import publish
from events.models import Event, EventParticipation
from people.merging import merge
from people.models import (
    Appointment,
    Area,
    Honour,
    MergeRecord,
    Organisation,
    OrganisationAlias,
    OrganisationLink,
    Person,
    PersonAlias,
    Post,
    User,
)
from tests.factories import (
    make_appointment,
    make_article,
    make_column,
    make_contribution,
    make_editor,
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_post,
    make_published_article,
    make_source,
    make_user,
)
from unioncms.states import MatchState, Status

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_editor()


@pytest.fixture
def site(client: Client, editor) -> Client:
    client.force_login(editor)
    return client


def change_url(record) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def decision_url(article: Article, decision: str) -> str:
    return reverse(f"admin:articles_article_{decision}", args=[article.pk])


def messages_of(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


# Every list


def make_span(n: int) -> SourceSpan:
    span = SourceSpan.objects.create(source=make_source(text=f"原文 {n}"), start=0, end=2, label="headline")
    span.articles.add(make_full_article(n))
    return span


def make_source_mark(n: int) -> SourceMark:
    article = make_full_article(n)
    words = {"before": f"前文 {n}", "text": "□", "after": "后文"}
    return SourceMark.objects.create(
        source=article.source, article=article, kind="missing_glyph", start=n, end=n + 1, **words
    )


def make_full_article(n: int) -> Article:
    """With everything that a row of the list shows."""
    article = make_article(
        f"稿件 {n}",
        column=make_column(f"栏目 {n}"),
        source=make_source(f"{n}.txt", text=f"文本 {n}"),
    )
    person = make_person(f"人物 {n}")
    make_contribution(article, f"记者 {n}", person)
    make_mention(article, person)
    make_mention(article, make_organisation(f"单位 {n}"))
    Mention.objects.create(article=article, kind="event", text=f"活动 {n}", name=f"活动 {n}")
    article.tags.add(f"标签 {n}")
    return article


def make_page(n: int) -> Page:
    return Page.objects.create(issue=make_issue(n), number=n + 1)


def make_issue(n: int) -> Issue:
    publication = Publication.objects.create(name=f"报 {n}", organisation=make_organisation(f"社 {n}"))
    return Issue.objects.create(publication=publication, number=str(n), published_on="2024-05")


def make_full_person(n: int) -> Person:
    person = make_person(f"人物 {n}")
    make_appointment(person, make_post(organisation=make_organisation(f"单位 {n}")))
    make_mention(make_article(f"稿件 {n}"), person)
    return person


def make_revision(n: int) -> ArticleRevision:
    account = User.objects.get_or_create(username=f"签发人 {n}")[0]
    publish([make_full_article(n)], account, "三审通过")
    return ArticleRevision.objects.latest("pk")


def make_attestation(n: int) -> Attestation:
    return Attestation.objects.create(
        article=make_article(f"稿件 {n}"),
        name=f"人物 {n}",
        organisation_name="云州市总工会",
        title="主席",
        person=make_person(f"人物 {n}"),
        post=make_post(organisation=make_organisation(f"单位 {n}")),
        state=MatchState.MATCHED,
        attested_on="2024-05-01",
    )


ROWS = {
    Appointment: lambda n: make_full_person(n).appointments.get(),
    Area: lambda n: Area.objects.create(
        name=f"县 {n}", kind="county", parent=Area.objects.create(name=f"市 {n}", kind="city")
    ),
    Article: make_full_article,
    ArticleRevision: make_revision,
    Attestation: make_attestation,
    Column: lambda n: make_column(f"栏目 {n}", parent=make_column(f"上级 {n}")),
    Concern: lambda n: Concern.objects.create(
        article=make_full_article(n), kind="phone", text=f"1381234567{n % 10}", mask="138****"
    ),
    Contribution: lambda n: make_full_article(n).contributions.get(),
    Event: lambda n: make_mention(make_article(), make_event(f"活动 {n}", started_on="2024")).event,
    EventParticipation: lambda n: EventParticipation.objects.create(
        event=make_event(f"活动 {n}"), person=make_person(f"人物 {n}")
    ),
    FixedPage: lambda n: FixedPage.objects.create(title=f"页面 {n}", slug=f"page-{n}"),
    Figure: lambda n: Figure.objects.create(article=make_article(f"稿件 {n}"), caption="会场"),
    Group: lambda n: Group.objects.create(name=f"组 {n}"),
    Honour: lambda n: Honour.objects.create(
        person=make_person(f"人物 {n}"), name="五一劳动奖章", awarded_by=make_organisation(f"单位 {n}")
    ),
    ImportRun: lambda n: ImportRun.objects.create(
        started_at=timezone.now(),
        finished_at=timezone.now(),
        started_by=make_user(f"执行者 {n}"),
        counts={"documents": {"new": 1}, "made": {"articles": 3}, "mentions_waiting": 0},
        failures=[{"source": "a.txt", "reason": "空文件"}],
    ),
    Intake: lambda n: receive(f"{n}.txt", f"云州市总工会办第{n}期读书会。".encode(), make_user(f"编辑 {n}")),
    Issue: make_issue,
    MaskLook: lambda n: MaskLook.objects.create(
        article=make_article(f"稿件 {n}"), user=make_user(f"查看人 {n}"), place="稿件"
    ),
    Mention: lambda n: make_full_article(n).mentions.first(),
    MergeRecord: lambda n: merge(
        make_full_person(n),
        make_person(f"曾用名 {n}"),
        User.objects.get_or_create(username=f"合并者 {n}")[0],
        "同一人",
    ),
    Notice: lambda n: Notice.objects.create(title=f"通知 {n}"),
    Organisation: lambda n: make_organisation(
        f"单位 {n}", area=Area.objects.create(name=f"市 {n}", kind="city")
    ),
    OrganisationAlias: lambda n: OrganisationAlias.objects.create(
        organisation=make_organisation(f"单位 {n}"), name=f"简称 {n}"
    ),
    OrganisationLink: lambda n: OrganisationLink.objects.create(
        organisation=make_organisation(f"单位 {n}"), other=make_organisation(f"上级 {n}"), kind="subordinate"
    ),
    Page: make_page,
    Person: make_full_person,
    PersonAlias: lambda n: PersonAlias.objects.create(person=make_person(f"人物 {n}"), name=f"笔名 {n}"),
    Placement: lambda n: Placement.objects.create(page=make_page(n), article=make_article(f"稿件 {n}")),
    Post: lambda n: make_post(organisation=make_organisation(f"单位 {n}")),
    Publication: lambda n: make_issue(n).publication,
    Series: lambda n: make_article(series=Series.objects.create(title=f"系列 {n}")).series,
    Site: lambda n: Site.objects.get_or_create(pk=Site.THE_ONE)[0],
    Slot: lambda n: Slot.objects.create(article=make_full_article(n)),
    SourceDocument: lambda n: make_source(f"{n}.txt", text=f"文本 {n}"),
    SourceMark: make_source_mark,
    SourceSpan: make_span,
    Tag: lambda n: make_full_article(n).tags.get(),
    Topic: lambda n: (
        TopicEntry.objects.create(
            topic=Topic.objects.create(title=f"专题 {n}"), article=make_full_article(n)
        ).topic
    ),
    User: lambda n: make_user(f"账号 {n}", person=make_person(f"人物 {n}")),
}
REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)
LISTED = [model for model in REGISTERED if model is not Site]  # its one row stands in for a list


def count_queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model._meta.label)
def test_a_list_takes_no_more_queries_with_more_rows(model, site):
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    for n in range(2):
        ROWS[model](n)
    few = count_queries(site, url)
    for n in range(2, 20):
        ROWS[model](n)
    assert count_queries(site, url) == few


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model._meta.label)
def test_a_record_opens_is_found_and_its_add_form_opens(model, site):
    record = ROWS[model](1)
    model_admin = admin.site._registry[model]
    options = model._meta
    assert site.get(change_url(record)).status_code == 200
    assert model_admin.search_fields
    listed = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    assert site.get(listed, {"q": "1"}).status_code == 200
    addition = site.get(reverse(f"admin:{options.app_label}_{options.model_name}_add"))
    assert addition.status_code == (200 if model_admin.has_add_permission(addition.wsgi_request) else 403)


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_every_link_is_chosen_by_autocomplete_or_read_only(model, site, rf, editor):
    request = rf.get("/")
    request.user = editor
    model_admin = admin.site._registry[model]
    if not model_admin.has_add_permission(request):
        return
    record = ROWS[model](1)
    assert links_without_autocomplete(model_admin, model_admin.get_form(request, record), request) == set()
    for inline in model_admin.get_inline_instances(request, record):
        if inline.has_add_permission(request, record):
            formset = inline.get_formset(request, record)
            assert links_without_autocomplete(inline, formset.form, request) <= {formset.fk.name}


def links_without_autocomplete(options, form, request) -> set[str]:
    links = {field.name for field in options.model._meta.get_fields() if field.many_to_one and field.editable}
    return links & set(form.base_fields) - set(options.get_autocomplete_fields(request))


FOREIGN_WORDS = {
    "Markdown",
    "Word",
    "docx",
    "PDF",
    "CSV",
    "XLSX",
    "SHA",
    "ICP",
    "JPEG",
    "PNG",
    "WebP",
    "http",
    "about",
    "people",
    "utf",
    "txt",
    "page",
    "editor",
    "new",
    "testserver",
    "Control",
    "Command",
    "Mac",
    "LDAP",
}


def english_in(html: str) -> set[str]:
    """The words in Latin letters that a page shows, but for those that belong there."""
    html = re.sub(r"<(script|style|textarea|code|bdi)\b.*?</\1>", " ", html, flags=re.DOTALL)
    shown = re.sub(r"<[^>]*>", " ", html) + " ".join(re.findall(r'(?:title|alt|placeholder)="([^"]*)"', html))
    return set(re.findall(r"[A-Za-z]{3,}", unescape(shown))) - FOREIGN_WORDS


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_lists_and_forms_speak_chinese(model, site):
    record = ROWS[model](1)
    options = model._meta
    pages = [reverse(f"admin:{options.app_label}_{options.model_name}_changelist"), change_url(record)]
    if admin.site._registry[model].has_add_permission(site.get("/admin/").wsgi_request):
        pages.append(reverse(f"admin:{options.app_label}_{options.model_name}_add"))
        pages.append(reverse(f"admin:{options.app_label}_{options.model_name}_delete", args=[record.pk]))
    pages.append(reverse(f"admin:{options.app_label}_{options.model_name}_history", args=[record.pk]))
    for page in pages:
        assert english_in(site.get(page).content.decode()) == set(), page


def test_the_index_and_the_pages_of_the_account_speak_chinese(site, client):
    for name in ("index", "password_change"):
        assert english_in(site.get(reverse(f"admin:{name}")).content.decode()) == set()
    assert english_in(site.post(reverse("admin:logout")).content.decode()) == set()
    assert english_in(client.get(reverse("admin:login")).content.decode()) == set()


def test_the_index_begins_with_articles_and_says_what_waits(site):
    make_article()
    make_person(is_provisional=True)
    page = site.get(reverse("admin:index"))
    assert [app["app_label"] for app in page.context["app_list"]] == ["articles", "people", "events"]
    assert page.context["app_list"][0]["models"][0]["object_name"] == "Article"
    counts = {queue["name"]: queue["count"] for queue in page.context["queues"]}
    assert counts["草稿"] == 1
    assert counts["待核人物"] == 1


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


def form_data(client: Client, record) -> dict:
    """What a browser would send back from the form of `record`, unchanged."""
    context = client.get(change_url(record)).context
    forms = [context["adminform"].form]
    data = {}
    for wrapped in context["inline_admin_formsets"]:
        forms += [wrapped.formset.management_form, *wrapped.formset.forms]
    for form in forms:
        for field in form:
            value = field.value()
            if field.field.disabled or value is None or value is False:
                continue
            if hasattr(field.field.widget, "format_value") and not isinstance(value, bool | int):
                value = field.field.widget.format_value(value)
            data[field.html_name] = value[0] if isinstance(value, list) else value
    return {name: value for name, value in data.items() if value is not None}


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


# The article's form


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
    site.post(change_url(article), form_data(site, article) | {"tags": "劳模、安全 生产,职工书屋,safety"})
    assert {tag.name for tag in article.tags.all()} == {"劳模", "安全 生产", "职工书屋", "Safety"}


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
    assert "改动后文中已没有这些名称:林海生。" in messages_of(response)
    mention.refresh_from_db()
    assert mention.state == MatchState.LOST


def test_a_mention_in_the_queue_takes_a_record_of_its_own_kind_only(site):
    mention = Mention.objects.create(article=make_article(), kind="person", text="赵启明", name="赵启明")
    wrong = site.post(change_url(mention), {"name": "赵启明", "organisation": make_organisation().pk})
    assert "请只填" in wrong.content.decode()
    person = make_person("赵启明")
    assert site.post(change_url(mention), {"name": "赵启明", "person": person.pk}).status_code == 302
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


# The source document's page


def test_the_source_page_shows_every_label_and_leads_to_the_articles(site):
    text = "云州工会\n云州市总工会举办技能大赛\n记者 何晓兰\n"
    source = make_source(text=text, doubts=["编码存疑"])
    article = make_article(source=source)
    SourceSpan.objects.create(source=source, start=0, end=4, label="running_head")
    SourceSpan.objects.create(source=source, start=5, end=17, label="headline").articles.add(article)
    page = site.get(change_url(source))
    html = page.content.decode()
    assert [piece.name for piece in page.context["page"].pieces] == ["版头", "主标题", "未标注"]
    assert page.context["page"].pieces[0].is_discarded
    assert change_url(article) in html
    for words in ("编码存疑", "舍弃", source.sha256, "utf-8", "图例"):
        assert words in html
    assert site.post(change_url(source)).status_code == 405


def test_markup_in_a_source_is_shown_as_text(site):
    source = make_source(name="<b>x</b>.txt", text="<script>alert(1)</script>", doubts=["<i>x</i>"])
    SourceSpan.objects.create(source=source, start=0, end=8, label="paragraph")
    html = site.get(change_url(source)).content.decode()
    assert "<script>alert" not in html
    assert "<b>x" not in html
    assert "<i>x" not in html
    assert "&lt;script&gt;" in html


def test_a_long_source_comes_in_pages(site):
    source = make_source(text="文" * (2 * PAGE_LENGTH + 5))
    SourceSpan.objects.create(source=source, start=0, end=2 * PAGE_LENGTH + 5, label="paragraph")
    url = change_url(source)
    pages = [site.get(url, {"p": number}).context["page"] for number in ("1", "2", "3", "99", "x", "-1")]
    assert [page.number for page in pages] == [1, 2, 3, 3, 1, 1]
    assert [len(page.pieces[0].text) for page in pages[:3]] == [PAGE_LENGTH, PAGE_LENGTH, 5]


def test_the_article_leads_to_its_own_words_in_the_source(site):
    source = make_source(text="甲" * (PAGE_LENGTH + 10))
    article = make_article(source=source)
    SourceSpan.objects.create(
        source=source, start=PAGE_LENGTH + 3, end=PAGE_LENGTH + 9, label="headline"
    ).articles.add(article)
    html = site.get(change_url(article)).content.decode()
    assert f"?article={article.pk}&amp;p=2#s{PAGE_LENGTH + 3}" in html


def test_the_original_bytes_are_an_attachment(site):
    source = make_source(name="头版 5月.txt", text="<html>")
    response = site.get(reverse("admin:articles_sourcedocument_download", args=[source.pk]))
    assert response.content == b"<html>"
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


def test_lists_and_the_source_page_never_load_whole_documents(site):
    source = make_source()
    make_article(source=source)
    for url in (
        reverse("admin:articles_sourcedocument_changelist"),
        reverse("admin:articles_article_changelist"),
        change_url(source),
    ):
        with CaptureQueriesContext(connection) as captured:
            site.get(url)
        for query in captured:
            assert '"articles_sourcedocument"."content"' not in query["sql"], url


def test_an_import_run_is_summed_up_in_words(site):
    run = ROWS[ImportRun](1)
    html = site.get(change_url(run)).content.decode()
    assert "新增文件 1,稿件 3" in html
    assert "空文件" in html


def test_provenance_cannot_be_changed(site):
    for model in (SourceDocument, SourceSpan, ImportRun, ArticleRevision, Attestation):
        options = admin.site._registry[model]
        request = site.get("/admin/").wsgi_request
        assert not options.has_add_permission(request)
        assert not options.has_change_permission(request)
        assert not options.has_delete_permission(request)


def test_only_the_form_with_the_editor_allows_inline_styles_and_none_allows_inline_scripts(site):
    article = make_published_article()
    form = site.get(change_url(article))["Content-Security-Policy"]
    listed = site.get(reverse("admin:articles_article_changelist"))["Content-Security-Policy"]
    assert "style-src 'self' 'unsafe-inline'" in form
    for policy in (form, listed):
        assert "script-src 'self';" in policy + ";"
    assert "unsafe" not in listed


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
