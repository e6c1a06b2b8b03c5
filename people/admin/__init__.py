"""The register in the admin."""

from people.admin import queues
from people.admin.merge_record import MergeRecordAdmin
from people.admin.register import (
    PROVISIONAL,
    NamedInArticles,
    OrganisationAdmin,
    PersonAdmin,
    count_of_articles,
)

__all__ = [
    "PROVISIONAL",
    "MergeRecordAdmin",
    "NamedInArticles",
    "OrganisationAdmin",
    "PersonAdmin",
    "count_of_articles",
    "queues",
]
