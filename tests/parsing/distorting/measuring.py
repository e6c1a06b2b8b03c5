"""How near a found parse comes to the expected one: a few shares from 0 to 1, in our own words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from tests.parsing.distorting.sheet import Article, Page

CJK = r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”‘’…—]"
STRAY_BLANK = re.compile(rf"(?<={CJK})[ \t\u3000\u00a0]+(?={CJK})|\n")
MEASURES = (
    "articles",
    "headlines",
    "lines",
    "text",
    "blocks",
    "contributors",
    "captions",
    "notes",
    "furniture",
    "people",
    "incomplete",
)


def folded(text: str | None) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


def body_of(article: Article) -> str:
    return folded("".join(block["text"] for block in article["body"]))


def agreement(expected: Iterable, found: Iterable) -> float:
    """Twice what both hold over what each holds; order does not count."""
    expected, found = Counter(expected), Counter(found)
    size = expected.total() + found.total()
    return 2 * (expected & found).total() / size if size else 1.0


def alike(a: str, b: str) -> float:
    return 1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).ratio()


def pairs_of(expected: list[Article], found: list[Article]) -> dict[int, int]:
    """Expected index → found index, closest first, each article once."""

    def grams(article: Article) -> set[str]:
        text = body_of(article) or folded(article["headline"]) or "".join(map(_caption, article["figures"]))
        return {text[start : start + 4] for start in range(max(1, len(text) - 3))}

    left, right = [grams(article) for article in expected], [grams(article) for article in found]
    ranked = sorted(
        ((2 * len(a & b) / (len(a) + len(b)), i, j) for i, a in enumerate(left) for j, b in enumerate(right)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for value, i, j in ranked:
        if value >= 0.3 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _caption(figure: dict) -> str:
    return folded(figure["caption"]) + folded(figure["credit"])


def stray_blanks(found: Page) -> list[str]:
    """Paragraphs that keep a line break of the page or a blank between two Chinese characters."""
    paragraphs = [b["text"] for a in found["articles"] for b in a["body"] if b["type"] == "paragraph"]
    return [text for text in paragraphs if STRAY_BLANK.search(text)]


def compare(expected: Page, found: Page) -> dict[str, float]:
    """Every measure of one page; a share of nothing is 1."""
    pairs = pairs_of(expected["articles"], found["articles"])
    empty: Article = dict.fromkeys(("headline", "kicker", "subheadline", "column", "editors_note"))
    empty |= {"source_credit": None, "incomplete": None, "body": [], "figures": [], "contributors": []}
    twins = [
        (article, found["articles"][pairs[index]] if index in pairs else empty)
        for index, article in enumerate(expected["articles"])
    ]
    count = len(twins)

    def lines(article: Article) -> list[tuple[str, str]]:
        fields = ("kicker", "subheadline", "column", "source_credit")
        return [(field, folded(article[field])) for field in fields if article[field]]

    def blocks(article: Article) -> list[tuple[str, str]]:
        return [(block["type"], folded(block["text"])[-6:]) for block in article["body"]]

    def each(part) -> float:
        return agreement(
            ((index, item) for index, (article, _) in enumerate(twins) for item in part(article)),
            ((index, item) for index, (_, twin) in enumerate(twins) for item in part(twin)),
        )

    notes = [
        alike(folded(article["editors_note"]), folded(twin["editors_note"]))
        for article, twin in twins
        if article["editors_note"] or twin["editors_note"]
    ]
    kept = "".join(body_of(article) for article in expected["articles"])
    furniture = [text for text in map(folded, expected["discarded"]) if len(text) > 3 and text not in kept]
    printed = "".join(body_of(article) for article in found["articles"])
    leaked = sum(len(text) for text in furniture if text in printed)
    return {
        "articles": 2 * len(pairs) / ((count + len(found["articles"])) or 1),
        "headlines": sum(folded(a["headline"]) == folded(b["headline"]) and b is not empty for a, b in twins)
        / count,
        "lines": each(lines),
        "text": sum(alike(body_of(a), body_of(b)) for a, b in twins) / count,
        "blocks": each(blocks),
        "contributors": each(lambda a: [(folded(c["name"]), c["role"]) for c in a["contributors"]]),
        "captions": each(lambda a: [_caption(figure) for figure in a["figures"]]),
        "notes": sum(notes) / len(notes) if notes else 1.0,
        "furniture": 1 - leaked / sum(map(len, furniture)) if furniture else 1.0,
        "people": agreement(
            (folded(person["name"]) for person in expected["people"]),
            (folded(person["name"]) for person in found["people"]),
        ),
        "incomplete": sum(bool(a["incomplete"]) == bool(b["incomplete"]) for a, b in twins if b is not empty)
        / count,
    }
