"""Change forms as a browser has them: what they carry of what was stored when they were opened, and what they send."""

from django.db.models import Model
from django.test import Client
from lxml import html

from unioncms.admin_site import admin_url
from unioncms.stale_forms import OPENED

Sent = dict[str, list[str]]


def opened(client: Client, record: Model) -> dict[str, str]:
    """For tests that write the rest of a form by hand."""
    return {OPENED: client.get(admin_url(record)).context["opened"]}


def sent_from(response) -> Sent:
    """What a browser sends from the form on a page, untouched."""
    page = html.fromstring(response.content.decode())
    (form,) = page.xpath("//form[.//input[@name='_opened']]")
    long = {area.name for area in form.iter("textarea")}
    sent: Sent = {}
    for name, value in form.form_values():
        # The line break behind the tag that opens it is no part of a text.
        sent.setdefault(name, []).append(value.removeprefix("\n") if name in long else value)
    return sent


def open_form(client: Client, record: Model) -> Sent:
    return sent_from(client.get(admin_url(record)))
