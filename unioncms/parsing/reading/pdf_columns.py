"""Glyphs of one page → its print lines in reading order: true print columns, told by where no line crosses.

A page is cut at the strip of white that parts most lines into left and right. Lines that cross the strip,
headlines as a rule, end the columns above them; then each part is cut in the same way.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

LEAST_LINES = 3  # on either side of a strip of white
LEAST_LETTERS = 4.0  # a line beside a strip has so many on average: names in a list stand nearer
GUTTER = 0.6  # of the usual size of type, the narrowest strip between columns
BREAK = 0.5  # of the size of type, the blank at which a row of glyphs is cut
MOST_STRIPS = 150  # that are tried on a page of print, fewer on one of countless scraps
MOST_TRIALS = 300_000  # strips times runs
DEEPEST = 24
TITLE = 1.25  # times the usual size of type
MOST_TITLES = 200  # of a page of print
HANGING = frozenset("，。、；：！？”’）》」』】")


@dataclass(frozen=True, slots=True)
class Glyph:
    text: str
    x0: float
    x1: float
    baseline: float  # from the top of the page
    size: float
    is_bold: bool = False
    is_vertical: bool = False


@dataclass(slots=True)
class PrintedLine:
    """A run of glyphs on one baseline; `region` numbers the part of the page that it was found in."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    is_bold: bool = False
    region: int = 0
    reach: tuple[float, float] = (
        0.0,
        0.0,
    )  # the width that it claims: a short headline may head three columns

    @property
    def top(self) -> float:
        return self.baseline - 0.88 * self.size

    @property
    def bottom(self) -> float:
        return self.baseline + 0.12 * self.size


def reading_order(glyphs: Sequence[Glyph], known: tuple[float, ...] = ()) -> list[PrintedLine]:
    """The lines of a page; `known` are the strips of white between the columns of earlier pages."""
    runs = [run for row in rows_of(glyphs) for run in runs_of(row)]
    if not runs:
        return []
    usual = median(run.size for run in runs)
    lines: list[PrintedLine] = []
    for number, region in enumerate(regions_of(runs, usual, known)):
        for line in merged(region):
            line.region = number
            lines.append(line)
    return lines


def strips_of(glyphs: Sequence[Glyph]) -> tuple[float, ...]:
    """The strip that parts most lines of a page, where there is one, for a last page of a few lines."""
    runs = [run for row in rows_of(glyphs) for run in runs_of(row)]
    if len(runs) < 2:
        return ()
    found = best_strip(runs, median(run.size for run in runs), ())
    return (found[0],) if found else ()


def rows_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs that share a baseline, more or less; blanks among them."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: (each.baseline, each.x0)):
        if glyph.size <= 0:
            continue
        first = rows[-1][0] if rows else None
        if first and glyph.baseline - first.baseline <= 0.3 * min(first.size, glyph.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return rows


def runs_of(row: list[Glyph]) -> list[PrintedLine]:
    """The row cut where it has a wide blank or the type changes its size."""
    runs: list[list[Glyph]] = []
    for glyph in sorted(row, key=lambda each: each.x0):
        last = runs[-1][-1] if runs else None
        if not glyph.text.strip():
            continue
        if last and glyph.text == last.text and abs(glyph.x0 - last.x0) < 0.2 * glyph.size:
            continue  # drawn twice, to look bold
        if (
            last
            and glyph.x0 - last.x1 <= BREAK * max(glyph.size, last.size)
            and max(glyph.size, last.size) < 1.4 * min(glyph.size, last.size)
        ):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    blanks = sorted(each.x0 for each in row if not each.text.strip())
    return [run_line(run, blanks) for run in runs]


def run_line(run: list[Glyph], blanks: list[float]) -> PrintedLine:
    parts = [run[0].text]
    for left, right in pairwise(run):
        wide = (
            right.x0 - left.x1 > (0.16 if left.text.isascii() and right.text.isascii() else 0.45) * right.size
        )
        if wide or any(left.x1 - 0.1 * left.size <= blank < right.x0 for blank in blanks):
            parts.append(" ")
        parts.append(right.text)
    return PrintedLine(
        "".join(parts),
        min(each.x0 for each in run),
        max(map(ink_end, run)),
        median(each.baseline for each in run),
        median(each.size for each in run),
        sum(each.is_bold for each in run) * 2 > len(run),
    )


def ink_end(glyph: Glyph) -> float:
    """A full-width mark fills the left half of its square: the other half may hang over the edge of the column."""
    if glyph.text in HANGING and glyph.x1 - glyph.x0 > 0.8 * glyph.size:
        return glyph.x0 + 0.5 * glyph.size
    return glyph.x1


def merged(region: list[PrintedLine]) -> list[PrintedLine]:
    """The runs of a region that share a baseline, put together with a blank between them."""
    lines: list[PrintedLine] = []
    for run in sorted(region, key=lambda each: (each.baseline, each.x0)):
        last = lines[-1] if lines else None
        if last and run.baseline - last.baseline <= 0.3 * min(run.size, last.size):
            left, right = sorted((last, run), key=lambda each: each.x0)
            glue = " " if right.x0 - left.x1 > BREAK * min(left.size, right.size) else ""
            size = left.size if len(left.text) >= len(right.text) else right.size
            lines[-1] = PrintedLine(
                left.text + glue + right.text, left.x0, right.x1, last.baseline, size, left.is_bold
            )
        else:
            lines.append(run)
    return lines


# Print columns.


def regions_of(
    runs: list[PrintedLine], usual: float, known: tuple[float, ...] = (), depth: int = 0
) -> list[list[PrintedLine]]:
    """Parts of the page without columns of their own, in reading order; `known` are the strips found so far."""
    found = best_strip(runs, usual, known) if len(runs) > 1 and depth < DEEPEST else None
    if found is None:
        return [runs]
    strip, zones = found
    known = (*known, strip)
    regions: list[list[PrintedLine]] = []
    at = float("-inf")
    for top, bottom in [*zones, (float("inf"), float("inf"))]:
        between = [run for run in runs if at < run.baseline < top]
        if between:
            regions += regions_of(between, usual, known, depth + 1)
        zone = [run for run in runs if top <= run.baseline <= bottom]
        for side in ([run for run in zone if run.x1 <= strip], [run for run in zone if run.x1 > strip]):
            if side:
                regions += regions_of(side, usual, known, depth + 1)
        at = bottom
    return regions


def best_strip(
    runs: list[PrintedLine], usual: float, known: tuple[float, ...]
) -> tuple[float, list[tuple[float, float]]] | None:
    """The left edge of the strip of white that parts most lines, and the zones (top, bottom) in which it does.

    Where a strip goes on that the page has already shown, a single line on either side is a column.
    """
    set_reach(runs, usual)
    gutter = GUTTER * usual
    edges = sorted({round(run.x1, 1) for run in runs})
    strips = [low for low, high in pairwise([*edges, float("inf")]) if high - low > 0.5][:-1]
    step = len(strips) // min(MOST_STRIPS, MOST_TRIALS // len(runs) + 4) + 1
    ordered = sorted(runs, key=lambda run: run.baseline)
    best: tuple[float, float, list[tuple[float, float]]] | None = None
    tried = [*((edge, 1) for edge in known), *((strip + 0.1, LEAST_LINES) for strip in strips[::step])]
    for edge, least in tried:
        zones = zones_of(ordered, edge, gutter, least)
        worth = sum(number for _, _, number in zones)
        if zones and (best is None or worth > best[0]):
            best = (worth, edge, [(top, bottom) for top, bottom, _ in zones])
    return (best[1], best[2]) if best else None


def set_reach(runs: list[PrintedLine], usual: float) -> None:
    """A title with nothing beside it reaches to the edge of its region."""
    edges = (min(run.x0 for run in runs), max(run.x1 for run in runs))
    titles = [run for run in runs if run.size >= TITLE * usual]
    for run in runs:
        run.reach = (run.x0, run.x1)
    if len(titles) > MOST_TITLES:
        return
    for title in titles:
        beside = [
            run for run in runs if run is not title and run.top < title.bottom and run.bottom > title.top
        ]
        left = any(run.x1 <= title.x0 for run in beside)
        right = any(run.x0 >= title.x1 for run in beside)
        title.reach = (title.x0 if left else edges[0], title.x1 if right else edges[1])


def zones_of(
    ordered: list[PrintedLine], strip: float, gutter: float, least: int
) -> list[tuple[float, float, int]]:
    """Where no line crosses the strip and enough stand on either side of it: top, bottom, lines that it parts."""
    zones: list[tuple[float, float, int]] = []
    left: list[PrintedLine] = []
    right: list[PrintedLine] = []
    for run in [*ordered, None]:
        if run is not None and run.reach[1] <= strip:
            left.append(run)
        elif run is not None and run.reach[0] >= strip + gutter - 0.1:
            right.append(run)
        else:
            if is_parted(left, right, least):
                both = sorted(each.baseline for each in left + right)
                zones.append((both[0], both[-1], 2 * min(len(left), len(right))))
            left, right = [], []
    return zones


def is_parted(left: list[PrintedLine], right: list[PrintedLine], least: int) -> bool:
    if min(len(left), len(right)) < least:
        return False
    return all(
        sum(len(run.text) for run in side) >= LEAST_LETTERS * len({round(run.baseline) for run in side})
        for side in (left, right)
    )
