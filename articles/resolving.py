"""The names of a parsed document → records of the register, made provisionally where nothing fits."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef

from articles.models import Attestation, Contribution, Mention
from events.matching import EventRegister, Occasion, guess_kind, match_event, read_session
from events.models import Event
from people import places
from people.matching import (
    Known,
    Match,
    OrganisationRegister,
    PersonRegister,
    chunks,
    match_organisation,
    match_person,
    names_now_shared,
)
from people.models import Organisation, Person, Post
from unioncms.fields import ImpreciseDate
from unioncms.parsing import Document
from unioncms.states import MatchState


@dataclass
class Resolved:
    """What each name of one document means. A name stands for one record throughout a document."""

    organisations: dict[str, Match[Organisation]] = field(default_factory=dict)
    people: dict[str, Match[Person]] = field(default_factory=dict)
    posts: dict[tuple[int, str], Post] = field(default_factory=dict)  # by organisation and title
    events: list[Match[Event]] = field(default_factory=list)  # one for each event of the document
    made: Counter = field(default_factory=Counter)

    def post(self, organisation: str, title: str) -> Post | None:
        body = self.organisations[organisation].record
        return self.posts.get((body.pk, clip(title, Post, "title"))) if body else None


EarlierEvents = dict[tuple[int, str], Event]  # number of the article and name → the event it meant so far


def resolve(
    document: Document, *, make_records: bool, earlier_events: EarlierEvents | None = None
) -> Resolved:
    """Match every name of `document`; the number of queries does not depend on how many there are.

    Of a known document `earlier_events` tells which events its articles mean: an undated 座谈会 would otherwise be
    a new one each time.
    """
    resolved = Resolved()
    _resolve_organisations(document, resolved, make_records)
    _resolve_people(document, resolved, make_records)
    _resolve_posts(document, resolved, make_records)
    _resolve_events(document, resolved, make_records, earlier_events or {})
    return resolved


def clip(text: str | None, model: type, name: str) -> str:
    """`text` as a column of limited length holds it; the source document keeps the rest."""
    text = text or ""
    limit = model._meta.get_field(name).max_length
    return text if limit is None or len(text) <= limit else text[: limit - 1] + "…"


def read_date(text: str | None) -> ImpreciseDate | None:
    try:
        return ImpreciseDate.parse(text) if text else None
    except ValueError:
        return None


def _resolve_organisations(document: Document, resolved: Resolved, make_records: bool) -> None:
    names = dict.fromkeys(body.name for body in document.organisations)
    names.update(dict.fromkeys(post.organisation for person in document.people for post in person.posts))
    names.update(dict.fromkeys(name for event in document.events for name in event.organisers))
    whole = {name: clip(name, Organisation, "name") for name in names if name}
    register = OrganisationRegister.load(whole.values())
    matches = {name: match_organisation(name, register) for name in whole.values()}
    new = [name for name, match in matches.items() if match.is_new] if make_records else []
    chains = {name: places.listed_area(name) for name in new}
    areas = places.ensure_areas(chains.values())
    rows = [
        Organisation(
            name=name,
            kind=places.guess_kind(name),
            level=places.guess_level(name),
            area=areas.get(chains[name]),
            is_provisional=True,
        )
        for name in new
    ]
    for row in Organisation.objects.bulk_create(rows):
        matches[row.name] = Match(row, MatchState.MATCHED, (row,))
    resolved.organisations = {name: matches[clipped] for name, clipped in whole.items()}
    resolved.made["organisations"] += len(rows)


def _resolve_people(document: Document, resolved: Resolved, make_records: bool) -> None:
    bodies = _bodies_of_people(document, resolved)
    register = PersonRegister.load(bodies)
    known = {name: Known.of(found) for name, found in bodies.items()}
    resolved.people = {name: match_person(name, known[name], register) for name in bodies}
    new = [name for name, match in resolved.people.items() if match.is_new] if make_records else []
    rows = Person.objects.bulk_create(Person(name=name, is_provisional=True) for name in new)
    for row in rows:
        register.add(row, known[row.name])
        resolved.people[row.name] = Match(row, MatchState.MATCHED, (row,))
    release_bare(names_now_shared(rows, register))
    resolved.made["people"] += len(rows)


def _bodies_of_people(document: Document, resolved: Resolved) -> dict[str, set[str]]:
    """Each person's name → the bodies of their posts as the register names them, bylines last."""
    bodies: dict[str, set[str]] = {}
    for person in document.people:
        found = bodies.setdefault(clip(person.name, Person, "name"), set())
        for post in person.posts:
            match = resolved.organisations.get(post.organisation)
            if match:
                found.add(match.record.name if match.record else post.organisation)
    for article in document.articles:
        for contributor in article.contributors:
            # 本报编辑部: a body that signs is no person.
            if contributor.name not in resolved.organisations:
                bodies.setdefault(clip(contributor.name, Person, "name"), set())
    bodies.pop("", None)
    return bodies


def release_bare(names: Iterable[str]) -> None:
    """Let what was matched by one of `names` alone wait again, since two records bear it now."""
    for some in chunks(names):
        for model, column in ((Mention, "name"), (Contribution, "printed_name")):
            attested = Attestation.objects.filter(
                article__source=OuterRef("article__source"), name=OuterRef(column)
            )
            rows = model.objects.filter(
                ~Exists(attested),
                **{f"{column}__in": some},
                article__source__isnull=False,
                person__isnull=False,
                state=MatchState.MATCHED,
                is_settled=False,
            )
            keys = list(rows.values_list("pk", flat=True))
            if keys:
                model.objects.filter(pk__in=keys).update(state=MatchState.AMBIGUOUS, person=None)


def _resolve_posts(document: Document, resolved: Resolved, make_records: bool) -> None:
    wanted: dict[tuple[int, str], Organisation] = {}
    for person in document.people:
        for post in person.posts:
            match = resolved.organisations.get(post.organisation)
            if match and match.record and post.title:
                wanted[match.record.pk, clip(post.title, Post, "title")] = match.record
    if not wanted:
        return
    held = Post.objects.filter(organisation__in={key for key, _ in wanted}, title__in={t for _, t in wanted})
    resolved.posts = {(post.organisation_id, post.title): post for post in held}
    if not make_records:
        return
    missing = [
        Post(organisation=body, title=title)
        for (key, title), body in wanted.items()
        if (key, title) not in resolved.posts
    ]
    for post in Post.objects.bulk_create(missing):
        resolved.posts[post.organisation_id, post.title] = post
    resolved.made["posts"] += len(missing)


def _resolve_events(
    document: Document, resolved: Resolved, make_records: bool, earlier: EarlierEvents
) -> None:
    occasions = [_occasion(event, resolved) for event in document.events]
    register = EventRegister.load(occasion.name for occasion in occasions)
    matches = [
        _match_again(match_event(occasion, register), occasion, earlier.get((event.article, occasion.name)))
        for occasion, event in zip(occasions, document.events, strict=True)
    ]
    # Two reports of one occasion in a document make one event: the later ones are matched with the first.
    new: dict[int, Event] = {}
    drafts: dict[str, list[tuple[Occasion, Event]]] = defaultdict(list)
    for number, (occasion, match) in enumerate(zip(occasions, matches, strict=True)):
        if not match.is_new or not make_records:
            continue
        twin = next((event for other, event in drafts[occasion.name] if other == occasion), None)
        new[number] = twin or Event(
            name=occasion.name,
            kind=guess_kind(occasion.name),
            session=read_session(occasion.name),
            place=occasion.place,
            started_on=occasion.date,
            is_provisional=True,
        )
        if twin is None:
            drafts[occasion.name].append((occasion, new[number]))
    rows = list({id(event): event for event in new.values()}.values())
    Event.objects.bulk_create(rows)
    for number, event in new.items():
        matches[number] = Match(event, MatchState.MATCHED, (event,))
    resolved.events = matches
    resolved.made["events"] += len(rows)


def _match_again(match: Match[Event], occasion: Occasion, earlier: Event | None) -> Match[Event]:
    """The event that this article meant before, if nothing fits better; what it lacks is filled in."""
    if earlier is None or not match.is_new:
        return match
    if earlier.started_on and occasion.date and earlier.started_on != occasion.date:
        return match
    if earlier.is_provisional:
        filled = (earlier.started_on or occasion.date, earlier.place or occasion.place)
        if filled != (earlier.started_on, earlier.place):
            earlier.started_on, earlier.place = filled
            earlier.save()
    return Match(earlier, MatchState.MATCHED, (earlier,))


def _occasion(event, resolved: Resolved) -> Occasion:
    names = []
    for name in event.organisers:
        match = resolved.organisations.get(name)
        names.append(match.record.name if match and match.record else name)
    return Occasion(
        name=clip(event.name, Event, "name"),
        date=read_date(event.date),
        place=clip(event.place, Event, "place"),
        organisers=frozenset(names),
    )
