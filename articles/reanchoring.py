"""Keeping mentions where their words stand when an editor changes the text.

`reanchor(article)` belongs after each save of an article's text. A mention moves with its words: to the place
whose surroundings are most like those it had. When the words are gone it is `lost`, and comes back with them.
A mention that never had a place in the text (a body named by a credit line, an event told in other words)
stays as it is.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F

from articles.anchoring import AROUND
from articles.models import Article, Mention
from unioncms.richtext import plain_text
from unioncms.states import MatchState

MAX_COMPARISONS = 100_000  # of a mention with a place, for one name of an article
PARKED = 1_000_000  # occurrences are moved this far out of the way before they are counted anew


def reanchor(article: Article) -> int:
    """Bring every mention of `article` to where its words stand now; returns how many have changed."""
    texts = field_texts(article)
    groups: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for mention in article.mentions.all():
        if is_placed(mention):
            groups[mention.kind, mention.field, mention.text].append(mention)
    changed = []
    for (_, field, words), mentions in groups.items():
        text = texts[field]
        places = find_words(text, words)
        changed += _place(mentions, text, words, places)
    _save(changed)
    return len(changed)


def field_texts(article: Article) -> dict[str, str]:
    """The plain text of each field that a mention may stand in."""
    return {
        Mention.Field.HEADLINE: article.headline,
        Mention.Field.KICKER: article.kicker,
        Mention.Field.SUBHEADLINE: article.subheadline,
        Mention.Field.EDITORS_NOTE: article.editors_note,
        Mention.Field.BODY: plain_text(article.body),
        Mention.Field.CAPTION: "\n".join(figure.caption for figure in article.figures.all()),
        Mention.Field.BYLINE: "\n".join(each.printed_name for each in article.contributions.all()),
    }


def is_placed(mention: Mention) -> bool:
    """Whether a mention was found in the text; in a headline that is all name nothing stands around it."""
    return bool(mention.before or mention.after) or mention.field != Mention.Field.BODY


def find_words(text: str, words: str) -> list[int]:
    places, at = [], text.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = text.find(words, at + len(words))
    return places


def _place(mentions: list[Mention], text: str, words: str, places: list[int]) -> list[Mention]:
    """Give each mention its best place, no place to two; returns those that change."""
    around = [words_around(text, words, place) for place in places]
    chosen = _pair_unmoved(mentions, around)
    left = [mention for mention in mentions if mention.pk not in chosen]
    taken = set(chosen.values())
    free = [number for number in range(len(places)) if number not in taken]
    chosen |= _pair_likest(left, free, around)
    beyond = (number for number in range(len(places), len(places) + len(mentions)))
    return [each for each in mentions if _move(each, chosen.get(each.pk), around, beyond)]


def _pair_unmoved(mentions: list[Mention], around: list[tuple[str, str]]) -> dict[int, int]:
    """Mentions whose surroundings are as they were, in their order, where there are as many such places."""
    numbers: dict[tuple[str, str], list[int]] = defaultdict(list)
    same: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for number, surroundings in enumerate(around):
        numbers[surroundings].append(number)
    for mention in _in_order(mentions):
        same[mention.before, mention.after].append(mention)
    return {
        mention.pk: number
        for surroundings, some in same.items()
        if len(some) == len(numbers.get(surroundings, ()))
        for mention, number in zip(some, numbers[surroundings], strict=True)
    }


def _pair_likest(
    mentions: list[Mention], numbers: list[int], around: list[tuple[str, str]]
) -> dict[int, int]:
    """Each mention with the likest of the places `numbers`; too many to compare pair in their order."""
    if len(mentions) * len(numbers) > MAX_COMPARISONS:
        return {mention.pk: number for mention, number in zip(_in_order(mentions), numbers, strict=False)}
    likeness = sorted(
        (-alike(mention, around[number]), abs(mention.occurrence - number), mention.pk, number)
        for mention in mentions
        for number in numbers
    )
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, key, number in likeness:
        if key not in chosen and number not in taken:
            chosen[key] = number
            taken.add(number)
    return chosen


def _in_order(mentions: list[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda mention: (mention.occurrence, mention.pk))


def words_around(text: str, words: str, place: int) -> tuple[str, str]:
    end = place + len(words)
    return text[max(0, place - AROUND) : place], text[end : end + AROUND]


def alike(mention: Mention, around: tuple[str, str]) -> int:
    """How many characters next to the words are the same, before and after."""
    before, after = around
    return _common(mention.before[::-1], before[::-1]) + _common(mention.after, after)


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _move(mention: Mention, number: int | None, around: list[tuple[str, str]], free: Iterable[int]) -> bool:
    """Write a mention's place into it; whether that changed anything."""
    was = (mention.occurrence, mention.before, mention.after, mention.state)
    if number is None:
        # Out of the way of those that stand in the text; the surroundings stay, to find the place again.
        mention.occurrence = next(iter(free))
        if mention.state != MatchState.REJECTED:
            mention.state = MatchState.LOST
    else:
        mention.occurrence = number
        mention.before, mention.after = around[number]
        if mention.state == MatchState.LOST:
            mention.state = MatchState.MATCHED if mention.target else MatchState.UNMATCHED
    return was != (mention.occurrence, mention.before, mention.after, mention.state)


def _save(changed: list[Mention]) -> None:
    if not changed:
        return
    # Two steps: no two mentions may share a place even for a moment.
    keys = [mention.pk for mention in changed]
    Mention.objects.filter(pk__in=keys).update(occurrence=F("occurrence") + PARKED)
    Mention.objects.bulk_update(changed, ["occurrence", "before", "after", "state"])
