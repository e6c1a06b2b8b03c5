"""What an address or a form says of records, and Django hands on as it is: what no database takes stops here."""

from collections.abc import Callable
from functools import wraps

from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import BadRequest, ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse

from unioncms.queues import is_key

View = Callable[..., HttpResponse]


def refuse_nul(view: View) -> View:
    """A NUL in the query is a bad request: PostgreSQL takes none in a text."""

    @wraps(view)
    def checked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if any("\0" in text for name, values in request.GET.lists() for text in (name, *values)):
            raise BadRequest("a NUL in the query")
        return view(request, *args, **kwargs)

    return checked


def fitting_initial(model: type[models.Model], initial: dict[str, object]) -> dict[str, object]:
    """`initial` without the links of `model` that name no record."""
    return {name: value for name, value in initial.items() if _fits(model, name, value)}


def _fits(model: type[models.Model], name: str, value: object) -> bool:
    field = next((each for each in model._meta.fields if each.name == name), None)
    if field is None or not field.is_relation:
        return True
    try:
        return field.related_model._default_manager.filter(pk=value).exists()
    except (TypeError, ValueError, ValidationError):
        return False


class RecordSelect(AutocompleteSelect):
    """A record found by typing; what can be no record's key shows as no choice."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [key for key in value if is_key(key)], attr)
