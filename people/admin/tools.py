"""Pages of a record beside its form, each behind a button over the form."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import path

from unioncms.admin_site import admin_url


@dataclass(frozen=True, slots=True)
class Tool:
    """`name` ends the page's address, `label` is its button; who may use it, and what shows it."""

    name: str
    label: str
    may_use: Callable[[admin.ModelAdmin, HttpRequest, models.Model | None], bool]
    show: Callable[[admin.ModelAdmin, HttpRequest, models.Model], HttpResponse]


class RecordTools:
    """For the admin of a record. An app above adds its own tools to `tools`, as it adds its inlines."""

    tools: tuple[Tool, ...] = ()
    change_form_template = "admin/people/record_form.html"

    def get_urls(self):
        return [
            path(
                f"<path:object_id>/{tool.name}/",
                self.admin_site.admin_view(self.tool_view),
                {"tool": tool},
                name=f"{self.opts.app_label}_{self.opts.model_name}_{tool.name}",
            )
            for tool in self.tools
        ] + super().get_urls()

    def tool_view(self, request: HttpRequest, object_id: str, tool: Tool) -> HttpResponse:
        record = self.get_object(request, unquote(object_id))
        if not tool.may_use(self, request, record):
            raise PermissionDenied
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return tool.show(self, request, record)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context["tools"] = [
                (admin_url(obj, tool.name), tool.label)
                for tool in self.tools
                if tool.may_use(self, request, obj)
            ]
        return super().render_change_form(request, context, add, change, form_url, obj)
