"""The register by names and links instead of keys, so that two imports can be compared."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from articles.importing import Importer
from articles.models import (
    Article,
    Attestation,
    Column,
    Contribution,
    ImportRun,
    Mention,
    Publication,
    Series,
    SourceDocument,
)
from articles.preparing import Prepared, prepare_bytes
from events.models import Event
from people.models import Appointment, Area, Organisation, OrganisationLink, Person

MADE = (
    Appointment,
    Event,
    Article,
    SourceDocument,
    ImportRun,
    Person,
    Organisation,
    Column,
    Series,
    Publication,
)
DATES = ("seen_first", "seen_last", "started_on", "ended_on")


def prepare_folder(folder: Path) -> list[Prepared]:
    return [prepare_bytes(path.read_bytes(), path.name) for path in sorted(folder.iterdir())]


def registers(orders: Iterable[tuple[Prepared, ...]]) -> list[dict]:
    """The register after each of these orders, each begun with nothing."""
    found = []
    for order in orders:
        importer = Importer()
        for prepared in order:
            importer.take(prepared)
        importer.finish()
        found.append(snapshot())
        forget()
    return found


def snapshot() -> dict[str, Counter]:
    """People, bodies, posts, appointments and events, each with what links to it: equal for equal registers."""
    people = _meanings("person")
    bodies = _meanings("organisation")
    events = _meanings("event")
    return {
        "names": Counter(Person.objects.values_list("name", "is_provisional")),
        "people": Counter(people.values()),
        "organisations": Counter(
            (body.name, body.kind, body.level, str(body.area), bodies.get(body.pk))
            for body in Organisation.objects.select_related("area")
        ),
        "links": Counter(OrganisationLink.objects.values_list("organisation__name", "kind", "other__name")),
        "posts": Counter(Organisation.objects.values_list("name", "posts__title")),
        "appointments": Counter(
            (
                people[each.person_id],
                str(each.post),
                each.begun_by,
                each.ended_by,
                *(str(getattr(each, name)) for name in DATES),
            )
            for each in Appointment.objects.select_related("post__organisation")
        ),
        "events": Counter(
            (
                event.name,
                event.kind,
                event.place,
                str(event.started_on),
                events.get(event.pk),
                frozenset(
                    (each.role, people.get(each.person_id), each.organisation and each.organisation.name)
                    for each in event.participations.all()
                ),
            )
            for event in Event.objects.prefetch_related("participations__organisation")
        ),
        "waiting": Counter(
            Mention.objects.waiting().values_list("article__source__sha256", "kind", "name", "state")
        ),
        "attestations": Counter(
            Attestation.objects.values_list(
                "article__source__sha256", "name", "post__organisation__name", "post__title", "state"
            )
        ),
    }


def _meanings(kind: str) -> dict[int, frozenset]:
    """Each record → the places in documents that mean it, its name among them."""
    found: dict[int, set] = {}
    for model, name in ((Mention, "name"), (Contribution, "printed_name"), (Attestation, "name")):
        if not any(field.name == kind for field in model._meta.get_fields()):
            continue
        rows = model.objects.filter(**{f"{kind}__isnull": False})
        for key, *place in rows.values_list(
            kind, f"{kind}__name", "article__source__sha256", "article__position", name
        ):
            found.setdefault(key, set()).add((model.__name__, *place))
    return {key: frozenset(places) for key, places in found.items()}


def forget() -> None:
    """Delete what an import has made."""
    for model in MADE:
        model.objects.all().delete()
    while Area.objects.exists():
        Area.objects.filter(children=None).delete()
