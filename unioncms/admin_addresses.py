"""Queries of the admin's addresses that Django hands on as they are: what no database takes stops here."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import BadRequest, ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse

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
