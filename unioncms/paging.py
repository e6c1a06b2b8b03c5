"""Lists cut into pages; `page` is a pagination page here and nowhere else."""

import re

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest
from django.views.generic import ListView

SIZE = 30


def page_of(request: HttpRequest, rows, size: int = SIZE, parameter: str = "page") -> Page:
    """The page of `rows` that ?page= asks for; 404 for one that does not exist."""
    number = request.GET.get(parameter, "1")
    if not re.fullmatch(r"[1-9][0-9]{0,5}", number):
        raise Http404(f"no page {number[:20]!r}")
    paginator = Paginator(rows, size)
    if int(number) > paginator.num_pages:
        raise Http404(f"no page {number}")
    return paginator.page(int(number))


class PagedListView(ListView):
    """A list view over `page_of`; the template finds `page_obj` and the query of the canonical address."""

    paginate_by = SIZE

    def paginate_queryset(self, queryset, page_size):
        page = page_of(self.request, queryset, page_size)
        return page.paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        number = context["page_obj"].number
        context["canonical_query"] = f"page={number}" if number > 1 else ""
        return context
