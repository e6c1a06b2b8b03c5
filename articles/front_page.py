"""The front page: a lead, the pages that came in last, the columns, and who and what is in the news."""

from dataclasses import dataclass, field

from django.db.models import Count, F, Max, Q, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from articles.issues import latest_issue, printed_pages
from articles.models import Article, Column, Mention, Notice, Topic
from articles.placing import find_placed
from articles.reading import NEWEST_FIRST, as_cards
from events.models import Event
from people.models import Organisation, Person
from people.reading import add_main_posts
from unioncms.states import Status

RECENT = 60
PAIR = 2  # pieces with a few lines under the lead
SECOND_LEADS = 5
SHEETS = 6
PIECES_A_SHEET = 6
COLUMNS = 6
PIECES_A_COLUMN = 4
NAMES = 12
EVENTS = 6
NOTICES = 6
TOPICS = 3
BRIEFS = 4

LEAD_GENRES = (Article.Genre.NEWS, Article.Genre.FEATURE, Article.Genre.ESSAY)


@dataclass
class Sheet:
    """What came in as one page of a paper, or as one web page."""

    articles: list[Article] = field(default_factory=list)

    @property
    def first(self) -> Article:
        return self.articles[0]

    @property
    def has_place(self) -> bool:
        return bool(self.first.publication or self.first.source_credit)

    @property
    def shared_kicker(self) -> str:
        """The line that stands over all pieces of a round-up."""
        kickers = {article.kicker for article in self.articles}
        return kickers.pop() if len(self.articles) > 1 and len(kickers) == 1 else ""


def front_page() -> dict:
    placed = find_placed()
    by_hand = [*placed.leads[:1], *placed.pinned]
    recent = list(as_cards(Article.objects.published().newest_first())[:RECENT])
    lead = placed.leads[0] if placed.leads else _choose_lead(recent)
    rest = [article for article in recent if article != lead and article not in by_hand]
    pinned = [article for article in placed.pinned if article != lead]
    chosen = pinned + [article for article in rest if article.headline and article.genre in LEAD_GENRES]
    pair, seconds = chosen[:PAIR], chosen[PAIR : PAIR + SECOND_LEADS]
    taken = {article.pk for article in (lead, *pair, *seconds) if article}
    people, organisations = _in_the_news([article.pk for article in recent])
    coming, past = _events()
    issue = latest_issue()
    return {
        "lead": lead,
        "pair": pair,
        "seconds": seconds,
        "pictures": placed.pictures,
        "notices": list(Notice.objects.public().current().in_order().defer("body")[:NOTICES]),
        "topics": list(Topic.objects.public().defer("body")[:TOPICS]),
        "issue": issue,
        "issue_pages": printed_pages(issue) if issue else [],
        "sheets": _sheets(article for article in recent if article.pk not in taken),
        "columns": _columns(),
        "briefs": list(Column.objects.public().exclude(brief="")[:BRIEFS]),
        "people": people,
        "organisations": organisations,
        "coming": coming,
        "past": past,
        "newest": recent[0] if recent else None,
    }


def _choose_lead(recent: list[Article]) -> Article | None:
    """Of the newest day's pieces the first whole one with a headline; news goes before the rest."""
    if not recent:
        return None
    newest = [
        article for article in recent if article.published_on_earliest == recent[0].published_on_earliest
    ]
    return max(
        newest,
        key=lambda article: (
            bool(article.headline) and not article.is_incomplete,
            article.genre in (Article.Genre.NEWS, Article.Genre.FEATURE),
            bool(article.subheadline or article.kicker),
        ),
    )


def _sheets(articles) -> list[Sheet]:
    sheets: dict = {}
    for article in articles:
        sheet = sheets.setdefault(article.source_id or f"article {article.pk}", Sheet())
        if len(sheet.articles) < PIECES_A_SHEET:
            sheet.articles.append(article)
    return list(sheets.values())[:SHEETS]


def _columns() -> list[Column]:
    """The columns with the newest pieces, each with its last few as `newest`."""
    published = Q(articles__status=Status.PUBLISHED)
    columns = list(
        Column.objects.filter(published)
        .annotate(last=Max("articles__published_on_earliest"), pieces=Count("articles"))
        .order_by(F("last").desc(nulls_last=True), "-pieces", "name")[:COLUMNS]
    )
    ranked = as_cards(
        Article.objects.published().filter(column__in=[column.pk for column in columns])
    ).annotate(rank=Window(RowNumber(), partition_by=F("column"), order_by=NEWEST_FIRST))
    pieces: dict[int, list[Article]] = {}
    for article in ranked.filter(rank__lte=PIECES_A_COLUMN).order_by("rank"):
        pieces.setdefault(article.column_id, []).append(article)
    for column in columns:
        column.newest = pieces.get(column.pk, [])
    return columns


def _in_the_news(keys: list[int]) -> tuple[list[Person], list[Organisation]]:
    """Those whom most of the recent articles name."""
    mentions = Mention.objects.for_readers().filter(article__in=keys).exclude(field=Mention.Field.BYLINE)

    def most_named(kind: str) -> list[int]:
        rows = (
            mentions.filter(**{f"{kind}__isnull": False})
            .order_by()
            .values(kind)
            .annotate(pieces=Count("article", distinct=True))
            .order_by("-pieces", f"{kind}__name", kind)[:NAMES]
        )
        return [row[kind] for row in rows]

    person_keys, organisation_keys = most_named("person"), most_named("organisation")
    people = Person.objects.in_bulk(person_keys)
    organisations = Organisation.objects.in_bulk(organisation_keys)
    people = [people[key] for key in person_keys]
    add_main_posts(people)
    return people, [organisations[key] for key in organisation_keys]


def _events() -> tuple[list[Event], list[Event]]:
    """Events that are on or to come, the nearest first, and those just past."""
    today = timezone.localdate()
    public = Event.objects.public()
    is_ahead = Q(started_on_earliest__gte=today) | Q(
        ended_on_latest__gte=today, started_on_earliest__lte=today
    )
    coming = list(public.filter(is_ahead).order_by("started_on_earliest", "name", "pk")[:EVENTS])
    past = public.filter(started_on_earliest__lt=today).exclude(is_ahead)
    room = EVENTS - len(coming)
    return coming, list(past.order_by("-started_on_earliest", "name", "pk")[:room]) if room else []
