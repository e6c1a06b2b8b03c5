"""A paragraph as a typesetting program hands it out: short lines, digits apart, blanks at punctuation."""

import re
from dataclasses import dataclass
from random import Random

CLOSING = "，。、；：！？”’》）】〉…"
OPENING = "“‘《（【〈"
MISSING = "\x00"  # a glyph that the font did not map: prints as a line break and a blank
UNITS = re.compile(r"[0-9A-Za-z.%+\-/]+|.", re.DOTALL)
APART = re.compile(r"[0-9A-Za-z+][0-9A-Za-z.%+\-/]*")
WIDE = dict(zip(",:;?!()", "，：；？！（）", strict=True))


@dataclass(frozen=True, slots=True)
class Setting:
    """How the lines of one article are set."""

    width: int
    blanks: str  # "none", "after" or "around" punctuation
    digits_apart: bool
    spaced_share: float = 0.0  # lines set with a blank after each character
    indent: str = ""  # before the first line of a paragraph
    lost_indent: int = 0  # characters that it was set in by, and that the file does not keep
    raggedness: int = 0  # by how many characters rows differ whose marks are set closer, or not


def draw_setting(draw: Random, widths: tuple[int, int] = (12, 26)) -> Setting:
    return Setting(
        width=draw.randint(*widths),
        blanks=draw.choice(("none", "after", "after", "around")),
        digits_apart=draw.random() < 0.75,
        spaced_share=draw.choice((0.0, 0.0, 0.04)),
    )


def widen(text: str) -> str:
    """Full-width punctuation, as print has it, except between digits."""
    return re.sub(r"(?<!\d)[,:;?!()]|[,:;?!()](?!\d)", lambda found: WIDE[found[0]], text)


def blanked(line: str, blanks: str) -> str:
    """知心人； 办实事 (after) or 政治意识 、 大局意识 (around)."""
    if blanks == "none":
        return line
    line = re.sub(f"([{CLOSING}])", r"\1 " if blanks == "after" else r" \1 ", line)
    line = re.sub(f"([{OPENING}])", r" \1" if blanks == "after" else r" \1 ", line)
    return re.sub(r" +", " ", line).strip()


def wrap(text: str, setting: Setting, draw: Random) -> list[str]:
    """The print lines of one paragraph; none begins with closing punctuation or ends with an opening mark."""
    rows: list[str] = []
    row, size = "", float(len(setting.indent) + setting.lost_indent)
    limit = row_width(setting, draw)
    for unit in UNITS.findall(widen(text)):
        length = len(unit) * (0.5 if unit.isascii() else 1)
        if row and size + length > limit and unit not in CLOSING and unit != " ":
            opening = row[-1] if row[-1] in OPENING else ""
            limit = row_width(setting, draw)
            rows.append(row[: len(row) - len(opening)])
            row, size = opening, float(len(opening))
        row, size = row + unit, size + length
    rows = [each for each in [*rows, row] if each.strip()]
    lines: list[str] = []
    for each in rows:
        spaced = len(each) > 6 and each.isalpha() and draw.random() < setting.spaced_share * 4
        pieces = _apart(each) if setting.digits_apart else [each]
        lines += [" ".join(each)] if spaced else [blanked(piece, setting.blanks) for piece in pieces]
    lines = [line for line in lines if line.strip()]
    return [setting.indent + lines[0], *lines[1:]] if lines else []


def row_width(setting: Setting, draw: Random) -> int:
    if not setting.raggedness:
        return setting.width
    return setting.width + draw.choice(range(-setting.raggedness, 2))


def _apart(row: str) -> list[str]:
    """于2025年 → 于 / 2025 / 年: digits come from another font and stand on lines of their own."""
    pieces, at = [], 0
    for found in APART.finditer(row):
        pieces += [row[at : found.start()], found[0]]
        at = found.end()
    return [piece.strip(" ") for piece in [*pieces, row[at:]] if piece.strip(" ")]
