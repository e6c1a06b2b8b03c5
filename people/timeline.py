"""The drawing of tenures along a line of years: all the arithmetic, so that the template only places what it is given.

Lengths along the line are per cent of the drawing's width and heights are in em, so that it fits any window and grows
with the reader's type. What is known is told by shape, not by colour: a filled bar is a confirmed term, a dashed one
the time between the first and the last report, a ring a single report, an arrow a term that goes on, a thin line the
time within which a date lies.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from people.tenures import Tenure
from unioncms.fields import ImpreciseDate

LEFT, RIGHT = 1.0, 96.0  # where the line of years begins and ends; the arrows stand right of it
MOST_TICKS = 6
LABEL_WIDTH = 8.5  # of a character of a name at twice the usual size in the narrowest window
STUB = 6.0  # of a term whose beginning nobody knows
THINNEST = 0.4  # what is shorter than this is not seen
SHORTEST = "0.6em"  # of a bar, however few its days
LANE_HEIGHT, LANE_HEIGHT_NAMED = 1.5, 2.6  # em
BAR_TOP, BAR_HEIGHT = 0.4, 0.7


@dataclass(frozen=True)
class Span:
    """What a drawing shows of one tenure."""

    start: ImpreciseDate | None
    end: ImpreciseDate | None
    is_stated: bool
    label: str = ""
    is_start_stated: bool = False
    is_end_stated: bool = False

    @property
    def is_open(self) -> bool:
        return self.is_stated and self.end is None

    @property
    def days(self) -> list[date]:
        return [day for each in (self.start, self.end) if each for day in (each.earliest, each.latest)]


@dataclass(frozen=True)
class Line:
    x1: str
    x2: str


@dataclass
class Bar:
    """A span placed in its lane."""

    label: str
    label_x: str
    label_anchor: str
    label_y: str
    y: str
    middle: str
    is_stated: bool
    x: str = ""
    width: str = ""  # empty where no day is certain, or where it is a single report
    ring: str = ""
    arrow: str = ""
    stub: Line | None = None  # the way to a term whose beginning nobody knows
    vague: list[Line] = field(default_factory=list)
    caps: list[str] = field(default_factory=list)  # ends that a report states
    bottom: str = ""


@dataclass
class Row:
    """A post, or a title at a body, with its bars in as few lanes as their names fit in."""

    label: str
    height: str
    bars: list[Bar]


@dataclass
class Timeline:
    ticks: list[tuple[str, str, str]]  # where, the year, and the side of it that stands there
    rows: list[Row]
    marks: set[str]  # which of the signs occur, for the legend


def spans_of(tenure: Tenure, label: str = "") -> list[Span]:
    """The confirmed terms; where there is none with a date, the time between the first and the last report."""
    terms = tenure.dated_terms
    if terms:
        return [Span(term.started_on, term.ended_on, is_stated=True, label=label) for term in terms]
    first, last = (each.attested_on if each else None for each in (tenure.first, tenure.last))
    if first is None or last is None:
        return []
    return [
        Span(
            first,
            last,
            is_stated=False,
            label=label,
            is_start_stated=tenure.begun is not None and tenure.begun == tenure.first,
            is_end_stated=tenure.ended is not None and tenure.ended == tenure.last,
        )
    ]


def draw(rows: Iterable[tuple[str, list[Span]]], today: date) -> Timeline | None:
    """Rows of spans on one line of years; nothing where a drawing would say no more than one date."""
    rows = [(label, spans) for label, spans in rows if spans]
    spans = [span for _, some in rows for span in some]
    days = {day for span in spans for day in span.days}
    if not spans or (len(spans) == 1 and len(days) == 1 and not spans[0].is_open):
        return None
    if any(span.is_open for span in spans):
        days.add(max(today, max(days)))
    first, last = min(days), max(days)
    if any(span.start is None for span in spans):  # room for a stub
        first = date(max(1, first.year - 1 - (last.year - first.year) // 12), 1, 1)
    scale = _Scale(first, last)
    drawn, marks = [], set()
    for label, some in rows:
        row, signs = _draw_row(label, some, scale)
        drawn.append(row)
        marks |= signs
    return Timeline(scale.ticks(), drawn, marks)


class _Scale:
    """Whole years from the one that `first` lies in to the one that `last` lies in."""

    def __init__(self, first: date, last: date):
        self.years = (first.year, last.year + 1)
        self.start = date(first.year, 1, 1).toordinal()
        self.length = date(last.year, 12, 31).toordinal() + 1 - self.start

    def at(self, day: date) -> float:
        return self._place(day.toordinal() - self.start)

    def after(self, day: date) -> float:
        """Where `day` is over."""
        return self._place(day.toordinal() + 1 - self.start)

    def ticks(self) -> list[tuple[str, str, str]]:
        first, last = self.years
        step = next(
            step
            for power in range(5)
            for step in (10**power, 2 * 10**power, 5 * 10**power)
            if (last - first - 1) // step < MOST_TICKS
        )
        years = [year for year in range(first, last) if year % step == 0] or [first]
        places = [(self.at(date(year, 1, 1)), str(year)) for year in years]
        return [(_percent(place), year, _anchor(place)) for place, year in places]

    def _place(self, days: int) -> float:
        return LEFT + (RIGHT - LEFT) * days / self.length


def _anchor(place: float) -> str:
    """The side of a year that stands at its line, so that it stays in the drawing."""
    if place > 90:
        return "end"
    return "middle" if place > 78 else "start"


def _draw_row(label: str, spans: list[Span], scale: _Scale) -> tuple[Row, set[str]]:
    is_named = any(span.label for span in spans)
    height = LANE_HEIGHT_NAMED if is_named else LANE_HEIGHT
    lanes: list[float] = []  # where each is free again
    bars, marks = [], set()
    for span in sorted(spans, key=lambda span: min(span.days)):
        left, right = _reach(span, scale)
        width = len(span.label) * LABEL_WIDTH
        is_pushed_left = left + width > 100
        low, high = (min(left, right - width), right) if is_pushed_left else (left, max(right, left + width))
        lane = next((number for number, free in enumerate(lanes) if free <= low), len(lanes))
        lanes[lane : lane + 1] = [high + 1]
        bar, signs = _draw_bar(span, scale, lane * height + (height - LANE_HEIGHT))
        bar.label_y = _em(lane * height + 1.1)
        bar.label_x = _percent(max(right, min(width, 100)) if is_pushed_left else left)
        bar.label_anchor = "end" if is_pushed_left else "start"
        bars.append(bar)
        marks |= signs
    return Row(label, _em(len(lanes) * height), bars), marks


def _reach(span: Span, scale: _Scale) -> tuple[float, float]:
    """From where to where a span takes room."""
    left = scale.at(span.start.earliest) if span.start else scale.at(span.end.earliest) - STUB
    right = scale.after(span.end.latest) if span.end else 100.0
    return max(left, 0.0), right


def _draw_bar(span: Span, scale: _Scale, top: float) -> tuple[Bar, set[str]]:
    """The certain part as a bar, what may belong to it as thin lines before and after."""
    top += BAR_TOP
    bar = Bar(
        label=span.label,
        label_x="",
        label_anchor="",
        label_y="",
        y=_em(top),
        middle=_em(top + BAR_HEIGHT / 2),
        bottom=_em(top + BAR_HEIGHT),
        is_stated=span.is_stated,
    )
    if not span.is_stated and span.start == span.end:
        bar.ring = _percent((scale.at(span.start.earliest) + scale.after(span.start.latest)) / 2)
        bar.vague = _vague(scale, [span.start])
        return bar, {"ring"} | ({"vague"} if bar.vague else set())
    left = scale.at(span.start.latest) if span.start else scale.at(span.end.earliest)
    right = scale.after(span.end.earliest) if span.end else RIGHT
    marks = set()
    if span.start is None:
        stub = max(left - STUB, 0.0)
        bar.stub = Line(_percent(stub), _percent(left))
        marks.add("stub")
    elif right - left >= THINNEST:
        bar.x, bar.width = _percent(left), _percent(right - left)
        marks.add("stated" if span.is_stated else "inferred")
    if span.is_open:
        bar.arrow = _percent(RIGHT)
        marks.add("arrow")
    bar.vague = _vague(scale, [day for day in (span.start, span.end) if day])
    if bar.vague:
        marks.add("vague")
    if not (bar.x or bar.stub or bar.vague):
        bar.x, bar.width = _percent(min(left, RIGHT)), SHORTEST
        marks.add("stated" if span.is_stated else "inferred")
    if span.is_start_stated:
        bar.caps.append(_percent(scale.at(span.start.earliest)))
    if span.is_end_stated:
        bar.caps.append(_percent(scale.after(span.end.latest)))
    if bar.caps:
        marks.add("cap")
    return bar, marks


def _vague(scale: _Scale, days: list[ImpreciseDate]) -> list[Line]:
    """The time within which each day lies, where that is long enough to be seen."""
    found = []
    for day in days:
        low, high = scale.at(day.earliest), scale.after(day.latest)
        if day.earliest != day.latest and high - low >= THINNEST:
            found.append(Line(_percent(low), _percent(high)))
    return found


def _percent(value: float) -> str:
    return f"{value:.2f}%"


def _em(value: float) -> str:
    return f"{value:.2f}em"
