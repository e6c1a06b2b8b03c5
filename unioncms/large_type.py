"""大字版 without a script and without a cookie: every page stands once more under /large/.

/large/articles/3/ is /articles/3/ in large type, and each link on it that the site writes stays there, because the
prefix counts as part of the script's name while the page is made. Such pages can be kept as files like all others;
their canonical address is the one without the prefix. The admin has no large version.
"""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import get_script_prefix, set_script_prefix
from django.utils.safestring import SafeString, mark_safe

PREFIX = "/large"
SIZE = "24"
# The last begins the address of another site.
NOT_LARGE = ("/admin/", "/media/", "/static/", f"{PREFIX}/", "//")

_OWN_LINK = re.compile(r'(?<=<a href=")/(?!/)[^"]*')


class LargeType:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == PREFIX:
            return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
        path = request.path_info.removeprefix(PREFIX)
        request.is_large = (
            path != request.path_info and path.startswith("/") and not path.startswith(NOT_LARGE)
        )
        if not request.is_large:
            return self.get_response(request)
        script_prefix = get_script_prefix()
        request.path_info = path
        set_script_prefix(f"{script_prefix.rstrip('/')}{PREFIX}/")
        try:
            return self.get_response(request)
        finally:
            set_script_prefix(script_prefix)


def own_address(path: str) -> str:
    """An address of this site that an editor wrote, /about/, kept in the version that the page is in."""
    return path if path.startswith(NOT_LARGE) else f"{get_script_prefix().rstrip('/')}{path}"


def keep_links(html: SafeString) -> SafeString:
    """The same of every link in sanitised HTML."""
    return mark_safe(_OWN_LINK.sub(lambda link: own_address(link.group()), html))


def other_version(request: HttpRequest) -> str:
    """Where this page stands in the other size of type."""
    path = request.get_full_path_info()
    return path if getattr(request, "is_large", False) else f"{PREFIX}{path}"
