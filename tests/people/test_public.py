"""Which records readers may see: those that a published article names."""

import pytest

from events.models import Event, EventParticipation
from people.models import Organisation, Person
from tests.factories import (
    make_article,
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_published_article,
)
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db


def test_a_person_named_in_a_published_article_is_public():
    person = make_person()
    make_mention(make_published_article(), person)
    assert list(Person.objects.public()) == [person]


def test_a_person_known_from_drafts_alone_is_not_public():
    make_mention(make_article(), make_person())
    assert not Person.objects.public().exists()


def test_a_lost_mention_in_a_published_article_makes_nobody_public():
    person = make_person()
    make_mention(make_article(), person)
    make_mention(make_published_article(), person, state=MatchState.LOST)
    assert not Person.objects.public().exists()


def test_a_body_is_public_as_organiser_of_a_public_event_alone():
    event, body = make_event(), make_organisation()
    EventParticipation.objects.create(event=event, role="organiser", organisation=body)
    mention = make_mention(make_published_article(), event)
    assert list(Organisation.objects.public()) == [body]
    assert list(Event.objects.public()) == [event]

    mention.state = MatchState.LOST
    mention.save()
    assert not Organisation.objects.public().exists()
    assert not Event.objects.public().exists()
