"""A list of the register as a spreadsheet, as it is filtered on the screen."""

from collections.abc import Iterator

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.utils.timezone import localdate
from import_export.resources import ModelResource

from people.admin.incoming import TakesSheets
from unioncms.admin_site import list_url
from unioncms.sheets import CONTENT_TYPES, write_sheet


class HasSheets(TakesSheets):
    """For the admin of a record with `resource_class`, its columns."""

    resource_class: type[ModelResource]
    change_list_template = "admin/people/sheet_list.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.export_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        return [path("export/<slug:kind>/", view, name=name), *super().get_urls()]

    def export_view(self, request: HttpRequest, kind: str) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        if kind not in CONTENT_TYPES:
            raise Http404("no such kind of spreadsheet")
        try:
            chosen = self.get_changelist_instance(request).queryset.order_by().values("pk")
        except (IncorrectLookupParameters, OverflowError):  # an address typed by hand, as the list answers it
            return HttpResponseRedirect(list_url(self.model))
        name = f"{self.opts.model_name}-{localdate():%Y%m%d}.{kind}"
        return HttpResponse(
            write_sheet(self._rows(chosen), kind),
            content_type=CONTENT_TYPES[kind],
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    def _rows(self, chosen) -> Iterator[list]:
        resource = self.resource_class()
        yield resource.get_export_headers()
        for record in resource.get_queryset().filter(pk__in=chosen).iterator(chunk_size=1000):
            yield resource.export_resource(record)
