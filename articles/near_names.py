"""Names of one document that are nearly the same: 王海霞 and 王晁霞. Proposed as one person, never merged.

Two names of one length that differ in one character, and either sound alike there (晓 and 小, 陈 and 程) or stand in
the bylines of the document in one role and begin with the same surname. Of two-character names only those that sound
alike: any two reporters called 张 are one character apart. Characters that look alike and sound different are found by
the second rule alone; no library tells them that is worth its weight.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations, islice

from pypinyin import Style, pinyin

from articles.models import Contribution, Mention, NearCopy, SourceDocument
from unioncms.states import MatchState

BATCH = 100  # documents looked through at a time
SHORTEST_TO_MISREAD = 3
ALIKE_TO_MANY = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


class Reason(StrEnum):
    SOUND = "sound"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Printed:
    """A name where the document first prints it, and the person whom it means."""

    name: str
    article: int
    passage: str
    person: int | None = None


@dataclass(frozen=True, slots=True)
class NearNames:
    """Two names of one document that may be one person's."""

    source: int
    one: Printed
    other: Printed
    reason: Reason


def find_near_names(after: int = 0, limit: int = 50) -> list[NearNames]:
    """Pairs of the documents whose key is greater than `after`, in their order, until there are `limit` or more.

    To go on, pass the `source` of the last pair: a document's pairs are never parted.
    """
    found: list[NearNames] = []
    while len(found) < limit:
        keys = list(
            SourceDocument.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:BATCH]
        )
        if not keys:
            break
        pairs: dict[int, list[NearNames]] = defaultdict(list)
        for pair in near_names_of(keys):
            pairs[pair.source].append(pair)
        for key in keys:
            found += pairs[key]
            if len(found) >= limit:
                break
        after = keys[-1]
    return found


def near_names_of(documents: Iterable[int]) -> Iterator[NearNames]:
    """The pairs of these documents; two queries, however many they are."""
    printed: dict[int, dict[str, Printed]] = defaultdict(dict)
    roles: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in _contributions(documents):
        source = row.article.source_id
        roles[source][row.printed_name].add(row.role)
        passage = f"{row.printed_role or row.get_role_display()} {row.printed_name}"
        printed[source].setdefault(
            row.printed_name, Printed(row.printed_name, row.article_id, passage, row.person_id)
        )
    for row in _mentions(documents):
        passage = f"{row.before}{row.text}{row.after}"
        printed[row.article.source_id].setdefault(
            row.name, Printed(row.name, row.article_id, passage, row.person_id)
        )
    for source in sorted(printed):
        for one, other in _one_character_apart(printed[source]):
            first, second = printed[source][one], printed[source][other]
            reason = _reason(one, other, roles[source][one] & roles[source][other])
            if reason and (first.person is None or first.person != second.person):
                yield NearNames(source, first, second, reason)


def keep_near_names(document: SourceDocument) -> None:
    """Store the pairs of a document that has just been imported, for the queue that asks about them."""
    found = {(pair.one.name, pair.other.name) for pair in near_names_of([document.pk])}
    kept = {(each.name, each.other): each.pk for each in NearCopy.objects.filter(source=document)}
    NearCopy.objects.filter(pk__in=[key for names, key in kept.items() if names not in found]).delete()
    NearCopy.objects.bulk_create(
        NearCopy(source=document, name=name, other=other) for name, other in sorted(found - set(kept))
    )


def _contributions(documents: Iterable[int]) -> Iterable[Contribution]:
    rows = Contribution.objects.filter(article__source__in=documents).exclude(state=MatchState.REJECTED)
    columns = ("printed_name", "role", "printed_role", "person_id", "article__source_id")
    return rows.select_related("article").only(*columns).order_by("article__position", "pk")


def _mentions(documents: Iterable[int]) -> Iterable[Mention]:
    rows = Mention.objects.filter(kind=Mention.Kind.PERSON, article__source__in=documents)
    rows = rows.exclude(state__in=[MatchState.REJECTED, MatchState.LOST])
    columns = ("name", "before", "text", "after", "person_id", "article__source_id")
    return rows.select_related("article").only(*columns).order_by("article__position", "pk")


def _one_character_apart(names: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of one length with all characters but one in common, without comparing each with each."""
    buckets: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name in sorted(names):
        for at in range(len(name)):
            buckets[at, name[:at] + " " + name[at + 1 :]].append(name)
    return sorted({pair for some in buckets.values() for pair in islice(combinations(some, 2), 1000)})


def _reason(one: str, other: str, roles: set[str]) -> Reason | None:
    a, b = next((a, b) for a, b in zip(one, other, strict=True) if a != b)
    if len(one) > 1 and _sounds(a) & _sounds(b):
        return Reason.SOUND
    if roles and len(one) >= SHORTEST_TO_MISREAD and one[0] == other[0]:
        return Reason.BYLINE
    return None


@lru_cache(maxsize=20_000)
def _sounds(character: str) -> frozenset[str]:
    """The readings of a character without tones; what many do not tell apart (zh and z, ing and in) is one."""
    readings = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    found = set()
    for reading in (each for some in readings for each in some):
        for written, heard in ALIKE_TO_MANY:
            reading = reading.replace(written, heard)
        found.add(reading)
    return frozenset(found)
