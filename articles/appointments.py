"""Appointments as far as attestations tell: who is seen in a post has held it, since when nobody says."""

from collections.abc import Iterable

from articles.models import Attestation
from people.models import Appointment
from unioncms.states import MatchState


def conclude_appointments(attestations: Iterable[Attestation]) -> int:
    """One inferred appointment for each matched person and post that has none; returns how many were made.

    Started and ended stay unknown: the first and last day seen are the attestations' business. An appointment
    that an editor made or confirmed is enough, and never touched.
    """
    seen = {(each.person_id, each.post_id): None for each in attestations if each.state == MatchState.MATCHED}
    held = set(
        Appointment.objects.filter(person__in={person for person, _ in seen}).values_list(
            "person_id", "post_id"
        )
    )
    missing = [
        Appointment(person_id=person, post_id=post, is_inferred=True)
        for person, post in seen
        if (person, post) not in held
    ]
    Appointment.objects.bulk_create(missing)
    return len(missing)


def drop_unfounded(people: Iterable[int]) -> None:
    """Remove what was inferred of these people, and nobody has added to, once no attestation supports it."""
    inferred = Appointment.objects.filter(
        person__in=set(people),
        is_inferred=True,
        started_on_earliest=None,
        ended_on_earliest=None,
        begun_by="",
        ended_by="",
    )
    founded = set(
        Attestation.objects.filter(person__in=set(people), state=MatchState.MATCHED).values_list(
            "person_id", "post_id"
        )
    )
    unfounded = [each.pk for each in inferred if (each.person_id, each.post_id) not in founded]
    if unfounded:
        Appointment.objects.filter(pk__in=unfounded).delete()
