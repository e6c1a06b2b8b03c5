"""Who held which post from when to when, as far as confirmed terms and published reports tell."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Case, Count, Exists, F, Model, OuterRef, Q, QuerySet, When, Window
from django.db.models.functions import Left, RowNumber

from people.models import Appointment, Organisation, Person, Post
from people.reading import OPENING, sightings
from unioncms.fields import ImpreciseDate

MOST_HOLDERS = 500  # on one day


@dataclass
class Tenure:
    """A person in a post, as far as it is known: terms an editor confirmed, and the reports of it.

    Of the reports the first and the last are kept, and those that state how it began (当选) and ended (免去).
    """

    post: Post
    person: Person | None = None
    terms: list[Appointment] = field(default_factory=list)
    first: Model | None = None  # attestations
    begun: Model | None = None
    ended: Model | None = None
    last: Model | None = None
    reports: int = 0
    is_organisation_public: bool = True

    def take(self, report: Model) -> None:
        """Keep a row of `_telling`."""
        self.reports = report.reports
        self.first = report if report.from_first == 1 else self.first
        self.last = report if report.from_last == 1 else self.last
        if report.turn == _START and report.from_first_turn == 1:
            self.begun = report
        if report.turn == _END and report.from_last_turn == 1:
            self.ended = report

    def holds_on(self, day: ImpreciseDate) -> bool:
        """Whether a confirmed term, or the time between the first and the last report, takes in `day`.

        A term without an end goes on; before the first report and after the last one nothing is claimed.
        """
        for term in self.terms:
            begins = not term.started_on or term.started_on.earliest <= day.latest
            if begins and (not term.ended_on or term.ended_on.latest >= day.earliest):
                return bool(term.started_on or term.ended_on)
        first, last = (each.attested_on if each else None for each in (self.first, self.last))
        return bool(first and last) and first.earliest <= day.latest and last.latest >= day.earliest

    @property
    def dated_terms(self) -> list[Appointment]:
        return [term for term in self.terms if term.started_on or term.ended_on]

    @property
    def cited(self) -> list[tuple[str, Model]]:
        """What is known of it, line by line, each with the report that tells it."""
        is_single = self.first is self.last
        told = [
            (self.first, "见报" if is_single else "最早见报"),
            (self.begun, self.begun.get_change_display() if self.begun else ""),
            (self.ended, self.ended.get_change_display() if self.ended else ""),
            (None if is_single else self.last, "最近见报"),
        ]
        words: dict[int, list[str]] = {}
        reports = {}
        for report, word in told:
            if report:
                reports[report.pk] = report
                words.setdefault(report.pk, []).append(word)
        return [("、".join(words[key]), report) for key, report in reports.items()]

    @property
    def newest(self) -> tuple:
        """Sorts the posts of a person: the latest first, of several the one in the union and of the higher rank."""
        ends = [term.ended_on_latest or date.max for term in self.dated_terms]
        if self.last and self.last.attested_on_latest:
            ends.append(self.last.attested_on_latest)
        is_union = self.post.organisation.kind == Organisation.Kind.UNION
        return (max(ends).toordinal() if ends else 0, is_union, -self.post.rank)


def tenures_of(person: Person) -> list[Tenure]:
    """The posts of `person`, the latest first; what only drafts tell is left out."""
    tenures: dict[int, Tenure] = {}
    for report in _telling(sightings().filter(person=person)).select_related("post__organisation"):
        tenures.setdefault(report.post_id, Tenure(report.post, person)).take(report)
    for term in person.appointments.filter(is_inferred=False).select_related("post__organisation"):
        tenures.setdefault(term.post_id, Tenure(term.post, person)).terms.append(term)
    public = set(
        Organisation.objects.public()
        .filter(pk__in={tenure.post.organisation_id for tenure in tenures.values()})
        .order_by()
        .values_list("pk", flat=True)
    )
    for tenure in tenures.values():
        tenure.is_organisation_public = tenure.post.organisation_id in public
    _show_releases(tenures.values())
    return sorted(tenures.values(), key=lambda tenure: tenure.newest, reverse=True)


_START, _END = 1, 2
_FIRST = (F("attested_on_earliest").asc(nulls_last=True), F("pk").asc())
_LAST = (F("attested_on_earliest").desc(nulls_last=True), F("post__rank").asc(), F("pk").asc())


def _telling(sightings: QuerySet) -> QuerySet:
    """Of many reports of a person in a post the first and the last, the first start and the last end.

    `reports` says how many there are, `turn` whether this one states a start or an end.
    """
    pair = [F("post"), F("person")]
    change = sightings.model
    turn = Case(
        When(change__in=change.STARTS, then=_START), When(change__in=change.ENDS, then=_END), default=0
    )
    return (
        sightings.annotate(
            turn=turn,
            opening=Left("article__released_body", OPENING),
            from_first=Window(RowNumber(), partition_by=pair, order_by=_FIRST),
            from_last=Window(RowNumber(), partition_by=pair, order_by=_LAST),
            from_first_turn=Window(RowNumber(), partition_by=[*pair, turn], order_by=_FIRST),
            from_last_turn=Window(RowNumber(), partition_by=[*pair, turn], order_by=_LAST),
            reports=Window(Count("pk"), partition_by=pair),
        )
        .filter(
            Q(from_first=1)
            | Q(from_last=1)
            | Q(turn=_START, from_first_turn=1)
            | Q(turn=_END, from_last_turn=1)
        )
        .select_related("article")
        .defer("article__body", "article__released_body", "article__imported", "article__editors_note")
    )


def _show_releases(tenures: Iterable[Tenure]) -> None:
    """Let the articles that are cited say what readers were given."""
    for tenure in tenures:
        for _, report in tenure.cited:
            report.article.show_release()
            report.article.opening = report.opening


_DEPUTIES = ("副", "常务副", "第一副", "兼职副", "挂职副", "原副")


def holders_of_posts(bodies: Iterable[int], on: ImpreciseDate | None = None) -> QuerySet:
    """(rank, standing, title, name, post, person) for all seen in a post there: chairs, deputies, members.

    With `on` those alone who may have been in it then.
    """
    deputies = Q()
    for opening in _DEPUTIES:
        deputies |= Q(post__title__startswith=opening)
    standing = Case(When(deputies, then=1), When(post__title__regex="(委员|成员)$", then=2), default=0)
    columns = ("post__rank", "standing", "post__title", "person__name", "post_id", "person_id")
    posts = Post.objects.filter(organisation__in=list(bodies)).order_by()
    seen = sightings().filter(post__in=posts, person__isnull=False)
    held = Appointment.objects.filter(
        post__in=posts, is_inferred=False, person__in=Person.objects.public().order_by()
    )
    if on:
        later = sightings().filter(
            post=OuterRef("post"), person=OuterRef("person"), attested_on_latest__gte=on.earliest
        )
        seen = seen.filter(Exists(later), attested_on_earliest__lte=on.latest)
        held = held.filter(
            Q(started_on_earliest__isnull=True) | Q(started_on_earliest__lte=on.latest),
            Q(ended_on_latest__isnull=True) | Q(ended_on_latest__gte=on.earliest),
        )
    return (
        seen.annotate(standing=standing)
        .order_by()
        .values_list(*columns)
        .union(held.annotate(standing=standing).order_by().values_list(*columns))
        .order_by(*columns)
    )


def tenures_at(holders: Iterable[tuple]) -> list[Tenure]:
    """The tenures behind a page of `holders_of_posts`: post by post in its order, the latest holder first."""
    pairs = [(post, person) for *_, post, person in holders]
    posts = Post.objects.select_related("organisation").in_bulk({post for post, _ in pairs})
    people = Person.objects.in_bulk({person for _, person in pairs})
    tenures = {
        (post, person): Tenure(posts[post], people[person])
        for post, person in pairs
        if post in posts and person in people
    }
    for report in _telling(sightings().filter(post__in=posts, person__in=people)):
        if tenure := tenures.get((report.post_id, report.person_id)):
            tenure.take(report)
    for term in Appointment.objects.filter(post__in=posts, person__in=people, is_inferred=False):
        if tenure := tenures.get((term.post_id, term.person_id)):
            tenure.terms.append(term)
    _show_releases(tenures.values())
    titles = list(dict.fromkeys(tenure.post.title for tenure in tenures.values()))
    return sorted(tenures.values(), key=lambda tenure: (titles.index(tenure.post.title), -tenure.newest[0]))


def tenures_on(bodies: Iterable[int], day: ImpreciseDate) -> list[Tenure]:
    """Who held a post there on `day`, as far as terms and reports tell; of very many the first ones."""
    tenures = tenures_at(holders_of_posts(bodies, day)[:MOST_HOLDERS])
    return [tenure for tenure in tenures if tenure.holds_on(day)]
