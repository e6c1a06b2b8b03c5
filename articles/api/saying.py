"""Records → what the API says of them; only what the pages for readers show."""

from collections.abc import Callable, Iterable
from urllib.parse import urlencode

from django.core.paginator import Page
from django.db.models import Model
from django.http import HttpRequest

from articles.models import Article
from articles.reading import Named, contributions_of, figures_of
from articles.templatetags.article_text import display_title, first_words
from events.models import Event
from people.models import Appointment, Honour, Organisation, Person
from people.succession import Succession
from people.tenures import Tenure
from unioncms.addresses import site_address
from unioncms.fields import ImpreciseDate
from unioncms.richtext import render


def say_page(request: HttpRequest, page: Page, say: Callable[[Model], dict]) -> dict:
    def address(number: int) -> str:
        query = {name: value for name, value in request.GET.items() if name != "page"}
        return site_address(f"{request.path_info}?{urlencode({**query, 'page': number})}")

    return {
        "count": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "next": address(page.next_page_number()) if page.has_next() else None,
        "previous": address(page.previous_page_number()) if page.has_previous() else None,
        "items": [say(record) for record in page.object_list],
    }


def say_reference(record: Model | None, is_public: bool = True) -> dict | None:
    if record is None:
        return None
    address = site_address(record.get_absolute_url()) if is_public else None
    return {"id": record.pk, "name": record.name, "url": address}


def say_date(day: ImpreciseDate | None) -> str | None:
    return day.isoformat() if day else None


def say_article(article: Article) -> dict:
    """As a list has it: the byline as printed, without the people it stands for."""
    names = getattr(article, "released_contributions", None)
    names = article.contributions.all() if names is None else names
    return {
        "id": article.pk,
        "url": site_address(article.get_absolute_url()),
        "title": display_title(article),
        "kicker": article.kicker,
        "subheadline": article.subheadline,
        "genre": article.genre,
        "opening": first_words(article),
        "published_on": say_date(article.published_on),
        "revised_at": article.revised_at,
        "column": say_reference(article.column),
        "publication": article.publication.name if article.publication else None,
        "source_credit": article.source_credit,
        "is_incomplete": article.is_incomplete,
        "contributors": [
            {"role": each.role, "name": each.printed_name, "post": each.printed_post} for each in names
        ],
    }


def say_whole_article(article: Article, named: Named) -> dict:
    return say_article(article) | {
        "contributors": [
            {
                "role": each.role,
                "name": each.printed_name,
                "post": each.printed_post,
                "person": say_reference(each.person),
            }
            for each in contributions_of(article)
        ],
        "editors_note": article.editors_note,
        "body": render(article.body),
        "figures": [{"caption": each.caption, "credit": each.credit} for each in figures_of(article)],
        "series": article.series.title if article.series else None,
        "part": article.part,
        "tags": [tag.name for tag in article.tags.all()],
        "people": _references(named.people),
        "organisations": _references(named.organisations),
        "events": _references(named.events),
    }


def _references(records: Iterable[Model]) -> list[dict]:
    return [say_reference(record) for record in records]


def say_person(person: Person) -> dict:
    return say_reference(person) | {"is_provisional": person.is_provisional}


def say_whole_person(person: Person, tenures: list[Tenure], honours: list[Honour]) -> dict:
    return say_person(person) | {
        "aliases": [alias.name for alias in person.aliases.all()],
        "gender": person.gender,
        "native_place": person.native_place,
        "born_on": say_date(person.born_on),
        "died_on": say_date(person.died_on),
        "summary": person.summary,
        "posts": [say_tenure(tenure) for tenure in tenures],
        "honours": [
            {
                "name": honour.name,
                "awarded_by": honour.awarded_by.name if honour.awarded_by else None,
                "awarded_on": say_date(honour.awarded_on),
            }
            for honour in honours
        ],
    }


def say_tenure(tenure: Tenure) -> dict:
    return {
        "person": say_reference(tenure.person),
        "organisation": say_reference(tenure.post.organisation, tenure.is_organisation_public),
        "title": tenure.post.title,
        "terms": [_say_term(term) for term in tenure.terms],
        "first_report": _say_report(tenure.first),
        "last_report": _say_report(tenure.last),
        "reports": tenure.reports,
    }


def _say_term(term: Appointment) -> dict:
    return {
        "started_on": say_date(term.started_on),
        "ended_on": say_date(term.ended_on),
        "begun_by": term.begun_by,
        "ended_by": term.ended_by,
    }


def _say_report(report: Model | None) -> dict | None:
    if report is None:
        return None
    return {
        "reported_on": say_date(report.attested_on),
        "title": display_title(report.article),
        "url": site_address(report.article.get_absolute_url()),
    }


def say_organisation(organisation: Organisation) -> dict:
    return say_reference(organisation) | {
        "kind": organisation.kind,
        "level": organisation.level,
        "is_provisional": organisation.is_provisional,
    }


def say_whole_organisation(
    organisation: Organisation, aliases: list, succession: Succession, above: list[Organisation]
) -> dict:
    is_former = succession.present.pk != organisation.pk
    return say_organisation(organisation) | {
        "aliases": [alias.name for alias in aliases],
        "area": organisation.area.name if organisation.area else None,
        "summary": organisation.summary,
        "present": say_reference(succession.present) if is_former else None,
        "history": [
            {
                "name": stage.name,
                "started_on": say_date(stage.started_on),
                "ended_on": say_date(stage.ended_on),
                "how": stage.how,
            }
            for stage in succession.stages
        ],
        "above": _references(above),
    }


def say_event(event: Event) -> dict:
    return say_reference(event) | {
        "kind": event.kind,
        "place": event.place,
        "started_on": say_date(event.started_on),
        "ended_on": say_date(event.ended_on),
        "is_provisional": event.is_provisional,
    }


def say_whole_event(event: Event, parent: Event | None, roles: dict[str, list]) -> dict:
    return say_event(event) | {
        "aliases": [alias.name for alias in event.aliases.all()],
        "session": event.session,
        "summary": event.summary,
        "parent": say_reference(parent),
        "participants": [
            {"role": role, record._meta.model_name: say_reference(record)}
            for role, records in roles.items()
            for record in records
        ],
    }
