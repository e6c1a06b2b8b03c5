"""Addresses of merged records lead on to the kept ones, on the public pages and in the admin."""

from django.db.models import Model
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.utils.cache import patch_cache_control

from people.models import MergeRecord
from unioncms.admin_site import admin_url

REMEMBERED = 3600  # seconds a browser keeps the way: a merge may be undone


def find_kept_key(model: type[Model], key: object) -> int | None:
    """The record that stands for one merged away, however many merges ago."""
    if not str(key).isdecimal():
        return None
    merges = MergeRecord.objects.about(model).merges().standing().filter(from_key=int(key))
    return merges.values_list("current_key", flat=True).first()


class LeadsOn:
    """For the public page of a record: where it is no longer there, the page of the one it was merged into.

    Two queries: one for the key, one for whether readers may see that record. A record that is there may lead on too.
    """

    def leads_to(self) -> str:
        """The address that stands for that of `self.object`, where another does."""
        return ""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            self.object = self.get_object()
        except Http404:
            records = self.get_queryset()
            kept = records.filter(pk=find_kept_key(records.model, kwargs["pk"])).first()
            if kept is None:
                raise
            return _lead_on(kept.get_absolute_url())
        if address := self.leads_to():
            return _lead_on(address)
        return self.render_to_response(self.get_context_data(object=self.object))


def _lead_on(address: str) -> HttpResponse:
    response = HttpResponsePermanentRedirect(address)
    patch_cache_control(response, max_age=REMEMBERED)
    return response


class LeadsOnInAdmin:
    """For the admin of a record: its old addresses, be it the form, the history or the deletion."""

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, options, object_id: str) -> HttpResponse:
        kept = None
        if self.has_view_or_change_permission(request):
            kept = self.get_object(request, str(find_kept_key(self.model, object_id)))
        if kept is None:
            return super()._get_obj_does_not_exist_redirect(request, options, object_id)
        self.message_user(request, f"您要找的{options.verbose_name}已并入“{kept}”。")
        return HttpResponseRedirect(admin_url(kept))
