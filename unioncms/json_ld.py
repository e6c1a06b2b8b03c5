"""What pages say to machines, in the words of schema.org: a data block that no browser runs.

The content policy is about scripts: a script element whose type is a data format is none. Its text must still not
be able to close the element, so the characters that could are written as JSON escapes.
"""

import json

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from unioncms.addresses import site_address
from unioncms.fields import ImpreciseDate, Precision

SITE_ID = f"{settings.SITE_URL}/#site"
_ESCAPES = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}


def as_script(nodes: list[dict]) -> SafeString:
    """<script type="application/ld+json">…</script> of what is known about each of `nodes`."""
    graph = {"@context": "https://schema.org", "@graph": [without_empty(node) for node in nodes]}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def without_empty(value):
    """What is not known is left out, down to the last level."""
    if isinstance(value, dict):
        found = {key: without_empty(each) for key, each in value.items()}
        return {key: each for key, each in found.items() if each not in (None, "", [], {})}
    if isinstance(value, list):
        return [each for each in map(without_empty, value) if each not in (None, "", [], {})]
    return value


def iso(date: ImpreciseDate | None) -> str | None:
    """A day, a month or a year; schema.org has no word for some time between two days."""
    return None if date is None or date.precision == Precision.RANGE else date.isoformat()


def reference(kind: str, record, is_public: bool = True) -> dict:
    """A record named on the page of another."""
    address = site_address(record.get_absolute_url()) if is_public else None
    return {"@type": kind, "name": record.name, "url": address}
