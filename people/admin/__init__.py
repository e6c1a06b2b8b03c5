"""The register in the admin."""

from people.admin.register import (
    PROVISIONAL,
    NamedInArticles,
    OrganisationAdmin,
    PersonAdmin,
    count_of_articles,
)

__all__ = ["PROVISIONAL", "NamedInArticles", "OrganisationAdmin", "PersonAdmin", "count_of_articles"]
