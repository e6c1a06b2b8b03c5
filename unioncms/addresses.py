"""Addresses: those that an editor types, of this site or of another, and the one by which the world knows a page."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from unioncms.large_type import PREFIX


def site_address(path: str) -> str:
    """The one address of a page; in large type it has the same."""
    return settings.SITE_URL + (path.removeprefix(PREFIX) if path.startswith(f"{PREFIX}/") else path)


# What the database holds to; `check_address` says more, and says it in a sentence.
ADDRESS_PATTERN = r"^(/|/[^/\\].*|https?://[^/\\].*)$"

_UNFIT = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\\\"'<>`{}|^]")


def check_address(address: str) -> None:
    """Raise ValidationError unless `address` is /a/path of this site or a whole http(s) address."""
    if _UNFIT.search(address):
        raise ValidationError("网址里有空格或不该有的字符。", code="address")
    if re.fullmatch(r"/|/[^/].*", address):
        return
    try:
        parts = urlsplit(address)
        is_whole = parts.scheme in ("http", "https") and parts.hostname and not parts.username
        _ = parts.port
    except ValueError:
        is_whole = False
    if not is_whole:
        raise ValidationError(
            "请填写本站路径（如 /articles/）或 http://、https:// 开头的完整网址。", code="address"
        )


class AddressField(models.CharField):
    """An address that has passed `check_address`, or "". Beside it a constraint over ADDRESS_PATTERN belongs."""

    default_validators = [check_address]

    def __init__(self, verbose_name=None, **kwargs):
        super().__init__(verbose_name, **{"max_length": 300, "blank": True, "default": "", **kwargs})

    def deconstruct(self):
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs
