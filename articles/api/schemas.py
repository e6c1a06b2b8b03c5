"""What the API says of each kind of record. Dates are ISO 8601 at the precision they are known to: 2018, 2018-06."""

from datetime import datetime
from typing import Generic, TypeVar

from ninja import Field, Schema

Item = TypeVar("Item")


class Page(Schema, Generic[Item]):
    """One page of a list; `next` and `previous` are whole addresses."""

    count: int
    page: int
    pages: int
    next: str | None
    previous: str | None
    items: list[Item]


class Problem(Schema):
    detail: str


class Reference(Schema):
    """A record named by another; `url` is its page for readers, null where it has none."""

    id: int
    name: str
    url: str | None


class Contributor(Schema):
    """A name of the byline as printed, and the person it stands for, where that is known."""

    role: str
    name: str
    post: str = ""
    person: Reference | None = None


class ArticleItem(Schema):
    id: int
    url: str
    title: str
    kicker: str
    subheadline: str
    genre: str
    opening: str = Field(description="The first words of the text.")
    published_on: str | None = Field(description="The day of printing, as precisely as it is known.")
    revised_at: datetime = Field(description="When readers were last given a new version.")
    column: Reference | None
    publication: str | None
    source_credit: str
    is_incomplete: bool
    contributors: list[Contributor]


class Figure(Schema):
    caption: str
    credit: str


class ArticleDetail(ArticleItem):
    editors_note: str
    body: str = Field(description="Sanitised HTML: h2, h3, p, blockquote, lists, links, tables.")
    figures: list[Figure]
    series: str | None
    part: int | None
    tags: list[str]
    people: list[Reference]
    organisations: list[Reference]
    events: list[Reference]


class PersonItem(Schema):
    id: int
    url: str
    name: str
    is_provisional: bool = Field(description="Compiled from reports and not yet checked by an editor.")


class Term(Schema):
    """A term of office that an editor has confirmed."""

    started_on: str | None
    ended_on: str | None
    begun_by: str
    ended_by: str


class Report(Schema):
    """An article that shows a person in a post."""

    reported_on: str | None
    title: str
    url: str


class Tenure(Schema):
    """A person in a post: confirmed terms, and the first and the last report of it."""

    person: Reference
    organisation: Reference
    title: str
    terms: list[Term]
    first_report: Report | None
    last_report: Report | None
    reports: int


class Honour(Schema):
    name: str
    awarded_by: str | None
    awarded_on: str | None


class PersonDetail(PersonItem):
    aliases: list[str]
    gender: str
    native_place: str
    born_on: str | None
    died_on: str | None
    summary: str
    posts: list[Tenure]
    honours: list[Honour]


class OrganisationItem(Schema):
    id: int
    url: str
    name: str
    kind: str
    level: str
    is_provisional: bool


class Former(Schema):
    """A former name, or a body that went into this one."""

    name: str
    started_on: str | None
    ended_on: str | None
    how: str


class OrganisationDetail(OrganisationItem):
    aliases: list[str]
    area: str | None
    summary: str
    present: Reference | None = Field(
        description="The body under its present name, where that is another record."
    )
    history: list[Former]
    above: list[Reference] = Field(description="The bodies it belongs to, from the highest down.")


class EventItem(Schema):
    id: int
    url: str
    name: str
    kind: str
    place: str
    started_on: str | None
    ended_on: str | None
    is_provisional: bool


class Participant(Schema):
    role: str
    person: Reference | None = None
    organisation: Reference | None = None


class EventDetail(EventItem):
    aliases: list[str]
    session: int | None
    summary: str
    parent: Reference | None
    participants: list[Participant]
