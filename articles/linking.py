"""Names in a text become links when it is rendered.

Once a section, the longest words first, never inside a heading, a link or a longer name. Every name printed
claims its place, whatever became of it in matching, so that 总工会 is not linked inside a 县市总工会 that
waits for its record. Time grows with the text and the names, not with their product.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from django.utils.safestring import SafeString, mark_safe

from articles.models.mention import Mention
from unioncms import richtext
from unioncms.states import MatchState

_BLOCKS = {
    "p",
    "h2",
    "h3",
    "blockquote",
    "ul",
    "ol",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "hr",
    "br",
}
_UNLINKABLE = {"h2", "h3", "a"}
AROUND = 20  # characters that a mention keeps either side
MOST_COMPARED = 200  # places of one name
# 本报讯 is one word: the paper is named in it and not spoken of.
_DATELINES = ("本报讯", "本刊讯")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text between two tags, where it stands in the plain text, and what may be done with it."""

    text: str
    start: int
    section: int
    may_link: bool


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    mention: Mention


def link_body(html: str, mentions: Iterable[Mention]) -> SafeString:
    """The body of an article, sanitised, with the names that `mentions` of it anchor."""
    return _link_html(richtext.sanitise(html), mentions)


def link_text(text: str, mentions: Iterable[Mention]) -> SafeString:
    """A plain text as paragraphs, one a line."""
    lines = (line for line in text.splitlines() if line.strip())
    return _link_html("".join(f"<p>{escape(line, quote=False)}</p>" for line in lines), mentions)


def link_captions(captions: Sequence[str], mentions: Iterable[Mention]) -> list[SafeString]:
    """Each caption with its links. Occurrences count through all captions of the article, in order."""
    runs, at = [], 0
    for number, caption in enumerate(captions):
        runs.append(Run(caption, at, number, True))
        at += len(caption) + 1
    places = _places_to_link("\n".join(captions), runs, mentions)
    return [mark_safe(_with_links(run, places.get(index, ()))) for index, run in enumerate(runs)]


def _link_html(html: str, mentions: Iterable[Mention]) -> SafeString:
    cutter = _Cutter()
    cutter.feed(html)
    cutter.close()
    places = _places_to_link(cutter.plain_text, cutter.runs, mentions)
    return mark_safe(
        "".join(
            part if isinstance(part, str) else _with_links(cutter.runs[part[0]], places.get(part[0], ()))
            for part in cutter.parts
        )
    )


class _Cutter(HTMLParser):
    """Cuts sanitised HTML into tags, kept as they are, and runs of text; `parts` has these as (index,)."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts: list[str | tuple[int]] = []
        self.runs: list[Run] = []
        self._plain: list[str] = []
        self._length = 0
        self._section = 0
        self._closed_to_links = 0

    @property
    def plain_text(self) -> str:
        return "".join(self._plain)

    def _write(self, text: str) -> None:
        self._plain.append(text)
        self._length += len(text)

    def handle_starttag(self, tag, attrs):
        self.parts.append(self.get_starttag_text())
        if tag in _BLOCKS:
            self._write("\n")
        if tag == "h2":
            self._section += 1
        if tag in _UNLINKABLE:
            self._closed_to_links += 1

    def handle_endtag(self, tag):
        self.parts.append(f"</{tag}>")
        if tag in _BLOCKS:
            self._write("\n")
        if tag in _UNLINKABLE:
            self._closed_to_links -= 1

    def handle_data(self, data):
        self.parts.append((len(self.runs),))
        self.runs.append(Run(data, self._length, self._section, self._closed_to_links <= 0))
        self._write(data)


def _places_to_link(plain: str, runs: list[Run], mentions: Iterable[Mention]) -> dict[int, list[_Place]]:
    """Index of a run → the places in it that become links, in order."""
    places = _claim(_find_places(plain, mentions), len(plain))
    places = [place for place in places if not plain.startswith(_DATELINES, place.start)]
    chosen: dict[int, list[_Place]] = {}
    linked = set()
    index = 0
    for place in places:
        while index < len(runs) and runs[index].start + len(runs[index].text) <= place.start:
            index += 1
        if index == len(runs):
            break
        run = runs[index]
        mention = place.mention
        record = (run.section, mention.kind, getattr(mention, f"{mention.kind}_id"))
        # A name that runs over a tag (half of it bold) begins in a run and ends outside: it stays as it is.
        is_whole = run.start <= place.start and place.end <= run.start + len(run.text)
        if not (is_whole and run.may_link and mention.state == MatchState.MATCHED) or record in linked:
            continue
        linked.add(record)
        chosen.setdefault(index, []).append(place)
    return chosen


def _find_places(plain: str, mentions: Iterable[Mention]) -> list[_Place]:
    """Where each mention stands: by its occurrence, which `anchoring` keeps true when the text changes.

    Readers may be given an earlier text than the one it was counted in: there its surroundings tell.
    """
    wanted: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.text and mention.state not in (MatchState.LOST, MatchState.REJECTED):
            wanted.setdefault(mention.text, []).append(mention)
    starts = _find_all(plain, wanted)
    places = []
    for text, same in wanted.items():
        found = starts[text]
        for mention in same:
            start = _choose_place(plain, mention, found)
            if start is not None:
                places.append(_Place(start, start + len(text), mention))
    return places


def _choose_place(plain: str, mention: Mention, found: list[int]) -> int | None:
    counted = found[mention.occurrence] if mention.occurrence < len(found) else None
    if not (mention.before or mention.after):
        return counted
    if counted is not None and _stands_at(plain, mention, counted):
        return counted
    return next((start for start in found[:MOST_COMPARED] if _stands_at(plain, mention, start)), counted)


def _stands_at(plain: str, mention: Mention, start: int) -> bool:
    """Whether what is around a place is what was around the mention; where blocks end is told in another way here."""
    end = start + len(mention.text)
    before, after = ("".join(words.split()) for words in (mention.before, mention.after))
    reach = 2 * AROUND
    return "".join(plain[max(0, start - reach) : start].split()).endswith(before) and "".join(
        plain[end : end + reach].split()
    ).startswith(after)


def _find_all(plain: str, texts: Iterable[str]) -> dict[str, list[int]]:
    """Every place of each of `texts`, in one pass over `plain`."""
    found: dict[str, list[int]] = {text: [] for text in texts}
    lengths: dict[str, set[int]] = {}
    for text in found:
        lengths.setdefault(text[0], set()).add(len(text))
    free_from = dict.fromkeys(found, 0)
    for start, character in enumerate(plain):
        for length in lengths.get(character, ()):
            text = plain[start : start + length]
            if text in found and start >= free_from[text]:
                found[text].append(start)
                free_from[text] = start + length
    return found


def _claim(places: list[_Place], length: int) -> list[_Place]:
    """Those of `places` that overlap no longer one, in reading order."""
    taken = bytearray(length)
    claimed = []
    for place in sorted(places, key=lambda place: (place.start - place.end, place.start)):
        # The ends are enough: what was taken before is at least as long, so it covers one of them.
        if taken[place.start] or taken[place.end - 1]:
            continue
        taken[place.start : place.end] = b"\x01" * (place.end - place.start)
        claimed.append(place)
    return sorted(claimed, key=lambda place: place.start)


def _with_links(run: Run, places: Iterable[_Place]) -> str:
    parts, at = [], 0
    for place in places:
        start, end = place.start - run.start, place.end - run.start
        address = place.mention.target.get_absolute_url()
        parts.append(escape(run.text[at:start], quote=False))
        parts.append(f'<a href="{escape(address)}">{escape(run.text[start:end], quote=False)}</a>')
        at = end
    parts.append(escape(run.text[at:], quote=False))
    return "".join(parts)
