"""What a reader may have meant who has found nothing: names and words nearly the same, in writing or in sound."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from articles.models import Column, SearchEntry
from articles.search.folding import fold
from articles.search.query import Query
from events.models import Event
from people.models import Organisation, Person
from people.pinyin import spelt
from unioncms.words import cut

MOST = 3
LEAST_LIKE = 60  # of 100; two of three characters the same
LONGEST = 20  # characters of a query that is still a name
MOST_HEADLINES = 1_000


def suggest(query: Query) -> list[str]:
    """At most three, the likeliest first; none for a long query, which is no slip in a name."""
    asked = query.whole
    if not 2 <= len(asked) <= LONGEST:
        return []
    names = {fold(name): name for name in _names()}
    names.pop(asked, None)
    alike = process.extract(asked, names.keys(), scorer=fuzz.ratio, limit=4 * MOST, score_cutoff=LEAST_LIKE)
    scores = {name: score for name, score, _ in alike}
    sound = spelt(asked)
    for name in names:
        if len(name) == len(asked) and _may_sound_like(name, asked) and spelt(name) == sound:
            scores[name] = 100.0
    best = sorted(scores, key=lambda name: (-scores[name], abs(len(name) - len(asked)), name))
    return [names[name] for name in best[:MOST]]


def _may_sound_like(name: str, asked: str) -> bool:
    """Spelling out every name would take long; a slip leaves at least a character."""
    return any(one == other for one, other in zip(name, asked, strict=True))


def _names() -> Iterable[str]:
    for model in (Person, Organisation, Event):
        yield from model.objects.public().order_by().values_list("name", flat=True)
    yield from Column.objects.public().order_by().values_list("name", flat=True)
    newest = SearchEntry.objects.order_by("-pk").values_list("headline", flat=True)[:MOST_HEADLINES]
    for headline in newest:
        yield from (word for word in cut(headline) if len(word) > 1)
