"""Error pages that need neither the database nor a context processor."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import loader


def _bare(template: str, status: int) -> HttpResponse:
    # Plain addresses of the style sheets: those with a digest stand in a file that may be what is broken.
    context = {"site_name": settings.SITE_NAME, "static_url": settings.STATIC_URL}
    return HttpResponse(loader.get_template(template).render(context), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _bare("400.html", 400)


def server_error(request: HttpRequest) -> HttpResponse:
    return _bare("500.html", 500)
