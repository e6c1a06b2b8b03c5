"""A walk over everything that is given out: pages, feeds, sitemaps, calendars, the API.

Somebody is named as being in hardship and masked; a draft names records of every kind; a published article has been
changed since its release. None of those words comes out anywhere, by no link and by no address that can be guessed.
"""

import json
import re
from collections import deque
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from django.conf import settings
from django.urls import reverse
from taggit.models import Tag

from articles.masking import hide_again
from articles.models import Article, Attestation, Column, Concern, FixedPage, Notice, Series, Topic
from articles.publishing import publish, withdraw
from events.models import Event
from people.models import Honour, Organisation, OrganisationLink, Person
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
)
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db

MASKED, PHONE, DRAFT, LATE, GONE = "何晓兰", "13812345678", "密而不宣", "尚未签发", "业已撤回"
SHOWN = "林海生"
STARTS = [
    *("/", "/robots.txt", "/sitemap.xml", "/feed/", "/events.ics", "/honours/", "/most-read/", "/archive/"),
    "/api/v1/openapi.json",
    *(f"/api/v1/{kind}" for kind in ("articles", "people", "organisations", "events")),
    # By common words, and by the letters of the masked name and of the draft's.
    *(f"/search/?q={words}" for words in ("看望", "座谈会", "工作室", "hxl", "mebx")),
]
# Where a record of that kind and key would be given out.
GUESSES = [
    *(
        "/articles/{}/",
        "/api/v1/articles/{}",
        "/columns/{}/",
        "/columns/{}/feed/",
        "/tags/{}/",
        "/tags/{}/feed/",
    ),
    *("/people/{}/", "/people/{}/?on=2024", "/people/{}/feed/", "/api/v1/people/{}"),
    *("/organisations/{}/", "/organisations/{}/?on=2024", "/organisations/{}/feed/"),
    *("/organisations/{}/events.ics", "/api/v1/organisations/{}", "/api/v1/organisations/{}/people"),
    *("/events/{}/", "/api/v1/events/{}", "/series/{}/", "/notices/{}/", "/topics/{}/"),
    *("/api/v1/articles?column={}", "/api/v1/articles?person={}", "/api/v1/articles?organisation={}"),
    "/api/v1/events?organisation={}",
]
GUESSED = [Article, Column, Tag, Person, Organisation, Event, Series, Notice, Topic]
# The same pages in large type; filters of the search, of which there is no end.
LEFT_OUT = ("/static/", "/admin/", "/large/", "/search/")
MOST_PAGES = 4000


def attest(article, person, post):
    return Attestation.objects.create(
        article=article,
        name=person.name,
        organisation_name=post.organisation.name,
        title=post.title,
        person=person,
        post=post,
        state=MatchState.MATCHED,
        attested_on=article.published_on,
        passage=f"{person.name}任{post.title}",
    )


def name_all(article, words: str, chair) -> None:
    """Let `article` name records of every kind that are called after `words`, and the chair among them."""
    person, event = make_person(words), make_event(f"{words}座谈会", started_on="2024-05-01", place=words)
    body = make_organisation(f"{words}工作室")
    person.aliases.create(name=f"{words}又名")
    for record in (person, body, event):
        make_mention(article, record)
    attest(article, person, make_post("主任", body))
    event.participations.create(person=person, role="speaker", is_inferred=True)
    event.participations.create(organisation=body, role="organiser", is_inferred=True)
    event.participations.create(person=chair, role="present", is_inferred=True)
    make_contribution(article, words, person)
    article.figures.create(caption=f"图为{words}", credit=words)
    Honour.objects.create(person=person, name=f"{words}奖章")


@pytest.fixture
def chair():
    return make_person(SHOWN)


@pytest.fixture
def site(chair):
    """The site with all of it; readers may know of the chair, her union, and an event."""
    editor = make_editor()
    union, event = make_organisation(), make_event("送温暖活动", started_on="2024-05-01")
    article = make_article(
        f"看望困难职工{MASKED}",
        body=f"<p>送温暖活动中,云州市总工会入户走访,主席{SHOWN}看望困难职工{MASKED},电话{PHONE}。</p><p>{MASKED}感谢。</p>",
        editors_note=f"{MASKED}的来信",
        column=make_column(),
        series=Series.objects.create(title="送温暖系列"),
    )
    article.tags.add("帮扶")
    for record in (chair, union, event):
        make_mention(article, record)
    attest(article, chair, make_post("主席", union))
    event.participations.create(person=chair, role="present")
    name_all(article, MASKED, chair)
    draft = make_article(
        f"{DRAFT}的稿件",
        kicker=DRAFT,
        body=f"<p>{DRAFT}</p>",
        column=make_column(f"{DRAFT}栏"),
        series=Series.objects.create(title=f"{DRAFT}系列"),
    )
    draft.tags.add(f"{DRAFT}签")
    name_all(draft, DRAFT, chair)
    attest(draft, chair, make_post(f"{DRAFT}委员", union))
    make_appointment(chair, make_post(f"{DRAFT}副主席", union), is_inferred=True)
    OrganisationLink.objects.create(
        organisation=draft.attestations.first().post.organisation, kind="renamed", other=union
    )
    visit = make_event("入户走访", started_on="2024-05-02", place=f"{MASKED}家中")
    make_mention(article, visit)
    gone = make_article(f"{GONE}的稿件", body=f"<p>{GONE}</p>")
    name_all(gone, GONE, chair)
    publish([article, gone], editor, "终审", masks_undecided=True)
    withdraw([gone], editor, "有误")
    Article.objects.filter(pk=article.pk).update(
        headline=LATE, kicker=LATE, body=f"<p>{LATE}</p>", editors_note=LATE, source_credit=LATE
    )
    article.contributions.filter(printed_name=MASKED).update(printed_post=LATE)
    article.figures.update(caption=LATE)
    attest(article, chair, make_post(f"{LATE}部长", union))
    hide_again(article)
    for model, values in (
        (Notice, {"title": f"{DRAFT}通知", "body": DRAFT}),
        (Topic, {"title": f"{DRAFT}专题"}),
        (FixedPage, {"title": f"{DRAFT}页", "slug": "about"}),
    ):
        model.objects.create(**values)
    return article


def links_in(address: str, content_type: str, text: str) -> set[str]:
    """The addresses of this site that an answer names."""
    if content_type == "application/json":
        found = re.findall(rf'"({re.escape(settings.SITE_URL)}/[^"]*)"', json.dumps(json.loads(text)))
    else:
        found = re.findall(r'(?:href|action)="([^"]*)"|<loc>([^<]*)</loc>|\r\nURL:(\S+)', text)
        found = [unescape("".join(each)) for each in found]
    whole = (urljoin(f"{settings.SITE_URL}{address}", each) for each in found)
    parts = (urlsplit(each.partition("#")[0]) for each in whole if each.startswith(f"{settings.SITE_URL}/"))
    return {f"{part.path}?{part.query}" if part.query else part.path for part in parts}


def walk(client) -> dict[str, str]:
    """Address → text of every answer that can be had."""
    keys = {key for model in GUESSED for key in model.objects.values_list("pk", flat=True)}
    waiting = deque(STARTS + [guess.format(key) for guess in GUESSES for key in sorted(keys)])
    waiting.append(reverse("articles:fixed_page", args=["about"]))
    found: dict[str, str] = {}
    seen = set(waiting)
    while waiting:
        address = waiting.popleft()
        answer = client.get(address)
        assert answer.status_code in (200, 301, 302, 404), address
        if answer.status_code in (301, 302):
            new = {answer["Location"].partition("#")[0]}
        elif answer.status_code == 404:
            new = set()
        else:
            text = b"".join(answer).decode() if answer.streaming else answer.content.decode()
            kind = answer["Content-Type"].partition(";")[0]
            found[address] = readable(kind, text)
            new = links_in(address, kind, text)
        for link in new - seen:
            if not link.startswith(LEFT_OUT):
                seen.add(link)
                waiting.append(link)
        assert len(seen) < MOST_PAGES, "the walk has no end"
    return found


def readable(kind: str, text: str) -> str:
    """The words of an answer whatever they are written in: escapes of addresses, of HTML, of JSON; folded lines."""
    if kind == "application/json":
        text = json.dumps(json.loads(text), ensure_ascii=False)
    return unquote(unescape(text.replace("\r\n ", "")))


def test_no_masked_no_draft_and_no_unreleased_word_comes_out(client, site):
    assert site.concerns.filter(decision=Concern.Decision.WAITING).count() >= 2
    found = walk(client)
    for address, text in found.items():
        for words in (MASKED, PHONE, DRAFT, LATE, GONE):
            assert words not in text, f"{words} in {address}"


def test_the_walk_comes_by_every_kind_of_answer_and_sees_what_is_public(client, site, chair):
    found = walk(client)
    union = site.mentions.get(organisation__name="云州市总工会").organisation
    for address in (
        *(site.get_absolute_url(), site.column.get_absolute_url(), chair.get_absolute_url()),
        *("/sitemap-articles.xml", f"/people/{chair.pk}/feed/", f"/organisations/{union.pk}/events.ics"),
        *(f"/api/v1/people/{chair.pk}", "/events/calendar/2024/05/", "/feed/"),
    ):
        assert address in found, address
    assert site.get_absolute_url() in found["/search/?q=看望"]
    assert "何某" in found[site.get_absolute_url()], "the mask"
    assert "何某" in found[f"/api/v1/articles/{site.pk}"]
    assert SHOWN in found["/api/v1/people"]
    assert "送温暖活动" in found["/events.ics"]
