"""What a change of the register means for articles: waiting names are tried again, and others let go."""

from collections.abc import Iterable

from articles.appointments import conclude_appointments
from articles.models import Attestation, Contribution, Mention
from events.models import Event
from people.models import Organisation, Person
from unioncms.changes import Change, Kind, Outcome, listens_to, names_of
from unioncms.chunks import chunks
from unioncms.states import MatchState

# The rows that mean a record, each with the column that prints its name.
ROWS_OF = {
    Person: {Mention: "name", Contribution: "printed_name", Attestation: "name"},
    Organisation: {Mention: "name"},
    Event: {Mention: "name"},
}


@listens_to(Person)
def follow_people(change: Change) -> Outcome:
    if change.kind == Kind.CHECKED:
        _keep_what_is_known(change)
    if change.kind == Kind.PARTED:
        _conclude_again(change)
    return _let_go(change) + _settle(change, people=change.names)


@listens_to(Organisation)
def follow_organisations(change: Change) -> Outcome:
    """Whoever is seen in a post there is looked at again: the body is what tells namesakes apart."""
    people: set[str] = set()
    for some in chunks(change.names):
        seen = Attestation.objects.filter(organisation_name__in=some)
        people.update(seen.values_list("name", flat=True))
    for some in chunks(change.keys):
        seen = Attestation.objects.filter(post__organisation__in=some)
        people.update(seen.values_list("name", flat=True))
    return _let_go(change) + _settle(change, organisations=change.names, people=people)


@listens_to(Event)
def follow_events(change: Change) -> Outcome:
    if change.kind == Kind.CHECKED:
        _keep_reports(change)
    return _let_go(change) + _settle(change, events=change.names)


def _settle(change: Change, **names: Iterable[str]) -> Outcome:
    """Try the names again; not where a record is about to go, nor where an editor has just parted whose rows are."""
    if change.kind in (Kind.DELETING, Kind.PARTED):
        return Outcome()
    # Settling brings the parser with it; only a change needs them, not every start.
    from articles.settling import Names, settle

    return settle(Names(**{kind: set(found) for kind, found in names.items()})).outcome


def _let_go(change: Change) -> Outcome:
    """Release what a record that goes, or no longer goes by a name, was linked to.

    Released rows found no record: else who was deleted would be back at once, as a provisional record.
    """
    if change.kind not in (Kind.DELETING, Kind.RENAMED):
        return Outcome()
    target = change.model._meta.model_name
    kept = names_of(change.model._base_manager.filter(pk__in=change.keys))
    released = 0
    for model, name in ROWS_OF[change.model].items():
        rows = model.objects.filter(**{f"{target}__in": change.keys})
        if change.kind == Kind.RENAMED:
            rows = rows.filter(is_settled=False).exclude(**{f"{name}__in": kept})
        count = rows.update(**{target: None}, state=MatchState.UNMATCHED, is_settled=False, may_found=False)
        released += 0 if model is Attestation else count
    return Outcome(released=released)


def _keep_what_is_known(change: Change) -> None:
    """A person whom an editor has checked is known by the posts that the editor saw there."""
    seen = Attestation.objects.filter(person__in=change.keys, state=MatchState.MATCHED)
    seen.update(is_settled=True)


def _keep_reports(change: Change) -> None:
    """An event that an editor has checked is what the reports that the editor saw there tell of.

    Else a report that tells less than the record now says would found another event of the same name.
    """
    told = Mention.objects.filter(event__in=change.keys, state=MatchState.MATCHED)
    told.update(is_settled=True)


def _conclude_again(change: Change) -> None:
    """The posts of people whose passages have been parted."""
    for some in chunks(change.keys):
        seen = list(Attestation.objects.filter(person__in=some, state=MatchState.MATCHED))
        conclude_appointments(some, seen, {id(row) for row in seen})
