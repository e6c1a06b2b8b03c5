"""The register: accounts, people, organisations, areas, posts and who held them when; merges and splits of it."""

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
    "Honour",
    "MergeRecord",
    "Organisation",
    "OrganisationAlias",
    "OrganisationLink",
    "Person",
    "PersonAlias",
    "Post",
    "User",
    "named_in_published",
]
