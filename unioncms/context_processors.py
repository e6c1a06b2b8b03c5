"""What every template may show."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from unioncms.large_type import SIZE, other_version


def site(request: HttpRequest) -> dict[str, str]:
    return {
        "site_url": settings.SITE_URL,
        "site_domain": urlsplit(settings.SITE_URL).netloc,
        "large_size": SIZE if getattr(request, "is_large", False) else "",
        "other_version": other_version(request),
    }
