"""Dates at the precision they are known to."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from unioncms.fields import ImpreciseDate, Precision

register = template.Library()


@register.simple_tag
def imprecise_date(date: ImpreciseDate | None) -> SafeString | str:
    """<time datetime="2018-06">2018年6月</time>; nothing where there is no date."""
    if date is None:
        return ""
    if date.precision == Precision.RANGE:  # no value that the element knows
        return str(date)
    return format_html('<time datetime="{}">{}</time>', date.isoformat(), str(date))


@register.simple_tag
def date_range(start: ImpreciseDate | None, end: ImpreciseDate | None) -> SafeString | str:
    """2024年4月18日至20日: what the end shares with the start is not said twice."""
    if start is None or end is None or str(start) == str(end):
        return imprecise_date(start or end)
    if Precision.RANGE in (start.precision, end.precision):
        return format_html("{}起，{}止", imprecise_date(start), imprecise_date(end))
    text = str(end)
    if start.precision == end.precision != Precision.YEAR and start.earliest.year == end.earliest.year:
        text = text.removeprefix(f"{end.earliest.year}年")
        if end.precision == Precision.DAY and start.earliest.month == end.earliest.month:
            text = text.removeprefix(f"{end.earliest.month}月")
    return format_html('{}至<time datetime="{}">{}</time>', imprecise_date(start), end.isoformat(), text)
