"""What the tests of the admin share: addresses, messages, and a form as a browser would send it back."""

from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from articles.models import Article
from unioncms.stale_forms import OPENED


def change_url(record) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def decision_url(article: Article, decision: str) -> str:
    return reverse(f"admin:articles_article_{decision}", args=[article.pk])


def messages_of(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def form_data(client: Client, record) -> dict:
    """What a browser would send back from the form of `record`, unchanged."""
    context = client.get(change_url(record)).context
    forms = [context["adminform"].form]
    data = {OPENED: context["opened"]}
    for wrapped in context["inline_admin_formsets"]:
        forms += [wrapped.formset.management_form, *wrapped.formset.forms]
    for form in forms:
        for field in form:
            value = field.value()
            if field.field.disabled or value is None or value is False:
                continue
            if hasattr(field.field.widget, "format_value") and not isinstance(value, bool | int):
                value = field.field.widget.format_value(value)
            data[field.html_name] = value[0] if isinstance(value, list) else value
    return {name: value for name, value in data.items() if value is not None}
