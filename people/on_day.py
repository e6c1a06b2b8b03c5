"""?on=2018-06-01: who was in office then."""

from django.http import HttpRequest

from unioncms.fields import ImpreciseDate

LONGEST = 20


def asked_day(request: HttpRequest) -> tuple[str, ImpreciseDate | None]:
    """What ?on= asks, as it was written, and the day, month or year that it means, if any."""
    asked = request.GET.get("on", "")[:LONGEST]
    try:
        return asked, ImpreciseDate.parse(asked) if asked else None
    except ValueError:
        return asked, None
