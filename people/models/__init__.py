"""The register: accounts, people, organisations, areas, posts and who held them when; merges, splits and decisions."""

from people.models.decision import Decision, DistinctOrganisations, DistinctPeople, SharedSeat, two_records
from people.models.merge import MergeRecord
from people.models.register import (
    AliasKind,
    Appointment,
    Area,
    Honour,
    Organisation,
    OrganisationAlias,
    OrganisationLink,
    Person,
    PersonAlias,
    Post,
    User,
    named_in_published,
)

__all__ = [
    "AliasKind",
    "Appointment",
    "Area",
    "Decision",
    "DistinctOrganisations",
    "DistinctPeople",
    "Honour",
    "MergeRecord",
    "Organisation",
    "OrganisationAlias",
    "OrganisationLink",
    "Person",
    "PersonAlias",
    "Post",
    "SharedSeat",
    "User",
    "named_in_published",
    "two_records",
]
