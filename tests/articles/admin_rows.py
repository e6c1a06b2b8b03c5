"""A row of every record that the admin lists, with all that its list and its form show."""

from django.contrib.auth.models import Group
from django.utils import timezone
from taggit.models import Tag

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
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_post,
    make_source,
    make_user,
)
from unioncms.states import MatchState


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
