"""The data block of a page."""

from django import template
from django.conf import settings
from django.utils.safestring import SafeString

from unioncms.json_ld import SITE_ID, as_script

register = template.Library()


@register.simple_tag(takes_context=True)
def json_ld(context, node: dict) -> SafeString:
    """`node` beside the site that publishes it."""
    site = {
        "@type": "Organization",
        "@id": SITE_ID,
        "name": str(context["site_name"]),
        "url": f"{settings.SITE_URL}/",
    }
    return as_script([site, node])
