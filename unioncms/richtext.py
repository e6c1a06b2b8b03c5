"""The rich-text field, its sanitiser and its editor; nothing else imports ckeditor.

The stored form is a small subset of HTML that nh3 has passed, on save and again at render, because
CKEditor 4's own filter lets scripts through.
"""

import re

import nh3
from django.db import models
from django.utils.safestring import SafeString, mark_safe

TAGS = {
    "h2", "h3", "p", "br", "blockquote", "strong", "em", "ul", "ol", "li", "a", "hr",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
URL_SCHEMES = {"http", "https", "mailto", "tel"}
DROPPED_WITH_CONTENT = {"script", "style", "iframe", "object", "template", "noscript", "textarea", "title"}

# nh3 keeps links that begin with U+2028 or a no-break space before javascript:.
_LEADING_BLANKS = re.compile(
    r"^[\s\u0000-\u0020\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]+"
)
_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.\-]*:")


def _clean_attribute(tag: str, attribute: str, value: str) -> str | None:
    if attribute != "href":
        return value
    address = _LEADING_BLANKS.sub("", value)
    scheme = _SCHEME.match(re.sub(r"[\s\u0000-\u001f]+", "", address))
    if scheme and scheme.group()[:-1].lower() not in URL_SCHEMES:
        return None
    return address


def sanitise(html: str) -> str:
    """Keep the allowed tags of `html`; everything else loses its tags, scripts and styles go whole."""
    return nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags=DROPPED_WITH_CONTENT,
        attributes=ATTRIBUTES,
        attribute_filter=_clean_attribute,
        url_schemes=URL_SCHEMES,
        link_rel="noopener nofollow",
        strip_comments=True,
    )


def render(html: str) -> SafeString:
    """`html` sanitised once more and safe to put on a page."""
    return mark_safe(sanitise(html))


class RichTextField(models.TextField):
    """Sanitised HTML. Every way in (form, import, shell) passes the sanitiser on save."""

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        clean = sanitise(value or "")
        setattr(model_instance, self.attname, clean)
        return clean
