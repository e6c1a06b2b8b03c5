"""The lists of the register as spreadsheets, out and in."""

from people.resources.lists import (
    AppointmentResource,
    HonourResource,
    OrganisationResource,
    PersonResource,
    PostResource,
)

__all__ = [
    "AppointmentResource",
    "HonourResource",
    "OrganisationResource",
    "PersonResource",
    "PostResource",
]
