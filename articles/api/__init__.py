"""The read-only API: published articles, and the records they name, as JSON.

It gives what the pages for readers give and nothing else: the words of the last release, masks kept, and only public
records. Lists come in pages; every answer has an ETag, so that asking again costs little. The description is at
openapi.json; there is no page that would show it with scripts from elsewhere.
"""

from typing import Annotated

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page
from ninja import NinjaAPI, Query

from articles.api import schemas
from articles.api.saying import (
    say_article,
    say_event,
    say_organisation,
    say_page,
    say_person,
    say_tenure,
    say_whole_article,
    say_whole_event,
    say_whole_organisation,
    say_whole_person,
)
from articles.models import Article
from articles.reading import mentions_of, named_of, whole_articles
from events.models import Event, EventParticipation
from events.reading import roles_of
from people.models import Organisation, Person
from people.reading import articles_naming_any, as_cards
from people.succession import add_former_names, succession_of
from people.tenures import holders_of_posts, tenures_at, tenures_of
from people.tree import place_of
from unioncms.paging import page_of

MAX_AGE = 300  # seconds
SIZE = 50
LAST = 999_999  # the largest number that `page_of` takes

Number = Annotated[int, Query(ge=1, le=LAST, description="Which page of the list.")]
Key = Annotated[int | None, Query(ge=1, le=2**31 - 1)]
NOT_FOUND = {404: schemas.Problem}

api = NinjaAPI(
    title=f"{settings.SITE_NAME} API",
    version="1",
    description=__doc__,
    docs_url=None,
    openapi_url="openapi.json",
    urls_namespace="api",
)
api.add_decorator(conditional_page, mode="view")
api.add_decorator(cache_control(public=True, max_age=MAX_AGE), mode="view")


@api.get("/articles", response={200: schemas.Page[schemas.ArticleItem], **NOT_FOUND}, tags=["articles"])
def list_articles(
    request: HttpRequest,
    page: Number = 1,
    column: Key = None,
    person: Key = None,
    organisation: Key = None,
):
    """Published articles, the newest first; of a column, or naming a person or a body."""
    rows = Article.objects.published()
    if column:
        rows = rows.filter(column=column)
    if person:
        mentions = Article.mentions.rel.related_model.objects.for_readers()
        rows = rows.filter(pk__in=mentions.filter(person=person).values("article"))
    if organisation:
        rows = rows.filter(pk__in=articles_naming_any([organisation]).values("pk"))
    rows = as_cards(rows.newest_first()).with_moment()
    return say_page(request, page_of(request, rows, SIZE), say_article)


@api.get("/articles/{int:pk}", response={200: schemas.ArticleDetail, **NOT_FOUND}, tags=["articles"])
def get_article(request: HttpRequest, pk: int):
    article = get_object_or_404(whole_articles(), pk=pk)
    return say_whole_article(article, named_of(article, mentions_of(article)))


@api.get("/people", response={200: schemas.Page[schemas.PersonItem], **NOT_FOUND}, tags=["people"])
def list_people(request: HttpRequest, page: Number = 1):
    """People named in published articles."""
    return say_page(request, page_of(request, Person.objects.public().order_by("pk"), SIZE), say_person)


@api.get("/people/{int:pk}", response={200: schemas.PersonDetail, **NOT_FOUND}, tags=["people"])
def get_person(request: HttpRequest, pk: int):
    person = get_object_or_404(Person.objects.public(), pk=pk)
    honours = list(person.honours.select_related("awarded_by"))
    return say_whole_person(person, tenures_of(person), honours)


@api.get(
    "/organisations",
    response={200: schemas.Page[schemas.OrganisationItem], **NOT_FOUND},
    tags=["organisations"],
)
def list_organisations(request: HttpRequest, page: Number = 1, kind: Organisation.Kind | None = None):
    """Bodies named in published articles."""
    rows = Organisation.objects.public().order_by("pk")
    if kind:
        rows = rows.filter(kind=kind)
    return say_page(request, page_of(request, rows, SIZE), say_organisation)


@api.get(
    "/organisations/{int:pk}",
    response={200: schemas.OrganisationDetail, **NOT_FOUND},
    tags=["organisations"],
)
def get_organisation(request: HttpRequest, pk: int):
    """A body with its history; a former name says what it is called now."""
    organisation = get_object_or_404(Organisation.objects.public().select_related("area"), pk=pk)
    succession = succession_of(organisation)
    aliases = add_former_names(succession, list(organisation.aliases.all()))
    return say_whole_organisation(organisation, aliases, succession, place_of(succession.keys).path)


@api.get(
    "/organisations/{int:pk}/people",
    response={200: schemas.Page[schemas.Tenure], **NOT_FOUND},
    tags=["organisations"],
)
def list_holders(request: HttpRequest, pk: int, page: Number = 1):
    """Who held which post at a body and when, its former names included."""
    organisation = get_object_or_404(Organisation.objects.public(), pk=pk)
    holders = page_of(request, holders_of_posts(succession_of(organisation).keys), SIZE)
    holders.object_list = tenures_at(holders.object_list)
    return say_page(request, holders, say_tenure)


@api.get("/events", response={200: schemas.Page[schemas.EventItem], **NOT_FOUND}, tags=["events"])
def list_events(request: HttpRequest, page: Number = 1, organisation: Key = None):
    """Events that published articles report, the latest first; those a body took part in."""
    rows = Event.objects.public().order_by(F("started_on_earliest").desc(nulls_last=True), "name", "pk")
    if organisation:
        parts = EventParticipation.objects.filter(
            organisation=organisation, organisation__in=Organisation.objects.public().order_by()
        )
        rows = rows.filter(pk__in=parts.values("event"))
    return say_page(request, page_of(request, rows, SIZE), say_event)


@api.get("/events/{int:pk}", response={200: schemas.EventDetail, **NOT_FOUND}, tags=["events"])
def get_event(request: HttpRequest, pk: int):
    event = get_object_or_404(Event.objects.public(), pk=pk)
    parent = Event.objects.public().filter(pk=event.parent_id).first() if event.parent_id else None
    return say_whole_event(event, parent, roles_of(event))
