"""Error pages that need neither the database nor a context processor."""

import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

PATIENCE = 30  # seconds, after which it is worth asking again


def _bare(template: str, status: int) -> HttpResponse:
    # Plain addresses of the style sheets: those with a digest stand in a file that may be what is broken.
    context = {"site_name": settings.SITE_NAME, "static_url": settings.STATIC_URL}
    return HttpResponse(loader.get_template(template).render(context), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _bare("400.html", 400)


def server_error(request: HttpRequest) -> HttpResponse:
    """A database that cannot be reached, or is busy for too long, is no fault of the page: come again."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        response = _bare("503.html", 503)
        response.headers["Retry-After"] = str(PATIENCE)
        return response
    return _bare("500.html", 500)
