"""Lines that are known by being alike to stand by themselves: verse, people with what they are, marked headlines."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

from unioncms.parsing.credits.names import may_be_name
from unioncms.parsing.reflow.printed import PrintLine
from unioncms.parsing.shapes import has_sentence_mark, is_marked_line

LEAST_VERSE = 4  # lines
VERSE_SIZES = (6, 8)  # characters, with the mark
VERSE_MARKS = frozenset("，。；！？")
LEAST_PEOPLE = 3
LEAST_MARKED = 2
PERSON_ROW = re.compile(
    r"(?P<name>[\u3400-\u9fff]{2,4})(?:[（(][^（）()]{1,12}[）)])?[，,][^，。；：！？,;:!?]{4,40}"
)


def listed_lines(lines: list[PrintLine]) -> Iterator[int]:
    yield from run_of(lines, LEAST_VERSE, is_verse)
    yield from run_of(lines, LEAST_PEOPLE, is_person)
    yield from marked_lines(lines)


def marked_lines(lines: list[PrintLine]) -> Iterator[int]:
    """`◆井口封了，路不能封` and `◆讣告`, each between empty lines: headlines, whatever else they look like."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, (line, below) in enumerate(pairwise(lines)):
        if line.gap and below.gap and not line.measure and is_marked_line(line.text.text):
            found[line.text.text[0]].append(number)
    for numbers in found.values():
        yield from numbers if len(numbers) >= LEAST_MARKED else ()


def run_of(
    lines: list[PrintLine], least: int, is_alike: Callable[[PrintLine, PrintLine | None], bool]
) -> Iterator[int]:
    run: list[int] = []
    for number, line in enumerate(lines):
        if is_alike(line, lines[run[0]] if run else None):
            run.append(number)
            continue
        yield from run if len(run) >= least else ()
        run = [number] if run and is_alike(line, None) else []
    yield from run if len(run) >= least else ()


def is_verse(line: PrintLine, first: PrintLine | None) -> bool:
    """`铁塔凌云接翠微，` / `银丝万缕牧歌飞。` / …: lines of five or seven characters and a mark."""
    text = line.text.text
    if len(text) not in VERSE_SIZES or text[-1] not in VERSE_MARKS or has_sentence_mark(text[:-1]):
        return False
    return first is None or len(text) == len(first.text)


def is_person(line: PrintLine, first: PrintLine | None) -> bool:
    """`王一川，青石煤矿采煤工` / `李小满（女），青石县人民医院护士长` / …, whatever their column's measure."""
    text = line.text.text
    if not ("，" in text[2:18] or "," in text[2:18]) or line.is_chain:
        return False
    found = PERSON_ROW.fullmatch(text)
    return found is not None and may_be_name(found["name"])
