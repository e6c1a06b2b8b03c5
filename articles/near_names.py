"""Names of one document that are nearly the same: 王海霞 and 王晁霞. Proposed as one person, never merged.

Two names of one length that differ in one character, and either sound alike there (晓 and 小, 陈 and 程) or stand in
the bylines of the document in one role and begin with the same surname. Of two-character names only those that sound
alike: any two reporters called 张 are one character apart. Characters that look alike and sound different are found by
the second rule alone; no library tells them that is worth its weight.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations, islice

from articles.models import Contribution, Mention, NearCopy, SourceDocument
from unioncms.states import MatchState

SHORTEST_TO_MISREAD = 3
ALIKE_TO_MANY = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))

Names = tuple[str, str]


def keep_near_names(document: SourceDocument) -> None:
    """Store the pairs of a document that has just been imported, for the queue that asks about them."""
    found = near_names_of(document)
    kept = {(each.name, each.other): each.pk for each in NearCopy.objects.filter(source=document)}
    NearCopy.objects.filter(pk__in=[key for names, key in kept.items() if names not in found]).delete()
    NearCopy.objects.bulk_create(
        NearCopy(source=document, name=name, other=other) for name, other in sorted(found - set(kept))
    )


def near_names_of(document: SourceDocument) -> set[Names]:
    """Pairs of its names that may be one person's and are not known to be; the lesser name of a pair first."""
    people: dict[str, int | None] = {}
    roles: dict[str, set[str]] = defaultdict(set)
    contributions = Contribution.objects.filter(article__source=document).exclude(state=MatchState.REJECTED)
    for name, role, person in contributions.order_by("article__position", "pk").values_list(
        "printed_name", "role", "person"
    ):
        roles[name].add(role)
        people.setdefault(name, person)
    mentions = Mention.objects.filter(kind=Mention.Kind.PERSON, article__source=document)
    mentions = mentions.exclude(state__in=[MatchState.REJECTED, MatchState.LOST])
    for name, person in mentions.order_by("article__position", "pk").values_list("name", "person"):
        people.setdefault(name, person)
    return {
        (one, other)
        for one, other in _one_character_apart(people)
        if _are_near(one, other, roles[one] & roles[other])
        and (people[one] is None or people[one] != people[other])
    }


def _one_character_apart(names: Iterable[str]) -> list[Names]:
    """Pairs of one length with all characters but one in common, without comparing each with each."""
    buckets: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name in sorted(names):
        for at in range(len(name)):
            buckets[at, name[:at] + " " + name[at + 1 :]].append(name)
    return sorted({pair for some in buckets.values() for pair in islice(combinations(some, 2), 1000)})


def _are_near(one: str, other: str, common_roles: set[str]) -> bool:
    a, b = next((a, b) for a, b in zip(one, other, strict=True) if a != b)
    if len(one) > 1 and _sounds(a) & _sounds(b):
        return True
    return bool(common_roles) and len(one) >= SHORTEST_TO_MISREAD and one[0] == other[0]


@lru_cache(maxsize=20_000)
def _sounds(character: str) -> frozenset[str]:
    """The readings of a character without tones; what many do not tell apart (zh and z, ing and in) is one."""
    from pypinyin import Style, pinyin  # its dictionaries are wanted where something is imported only

    readings = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    found = set()
    for reading in (each for some in readings for each in some):
        for written, heard in ALIKE_TO_MANY:
            reading = reading.replace(written, heard)
        found.add(reading)
    return frozenset(found)
