"""The links from page to page of a list."""

from django import template
from django.core.paginator import Page
from django.http import HttpRequest

register = template.Library()


@register.inclusion_tag("includes/pager.html", takes_context=True)
def pager(context, page: Page, parameter: str = "page", anchor: str = "", label: str = "翻页") -> dict:
    """Previous and next page of a list; its other lists stay where they are."""
    request: HttpRequest = context["request"]

    def address(number: int) -> str:
        query = request.GET.copy()
        query[parameter] = number
        if number == 1:
            del query[parameter]
        text = f"?{query.urlencode()}" if query else request.path
        return f"{text}#{anchor}" if anchor else text

    return {
        "page": page,
        "label": label,
        "previous": address(page.previous_page_number()) if page.has_previous() else "",
        "next": address(page.next_page_number()) if page.has_next() else "",
    }
