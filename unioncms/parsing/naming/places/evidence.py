"""How much an article, and the page it stands on, speak of each place: what 市总工会 there is short for."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from functools import cache, partial

from unioncms import words
from unioncms.parsing.document import Article
from unioncms.parsing.naming.places.areas import (
    MUNICIPALITIES,
    NEVER_IN_PLACES,
    PREFECTURE,
    areas,
    is_no_ordinary_word,
    level_of,
)
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.patterns import WordList

# what a place weighs that a paper is of, and one in whose union the author works
OF_PAPER, OF_AUTHOR = 20, 60
OFTEN = 2  # times that a page names a county without its level to be of it
# 赴|井冈山|疗休养, 来自|大冶: whoever goes to a place or comes from it works elsewhere.
ELSEWHERE = tuple("赴到在去往从自于由抵")
SERVED = re.compile(r"为(?:实现|推动|推进|促进|建设|加快)?$")  # 为|巢湖|加速崛起建功立业
BODY_OF_A_PLACE = re.compile(
    r"(?P<name>[\u3400-\u9fff]{2}[市县])(?=总工会|委|政府|政协|人大|[\u3400-\u9fff]{2,3}[县区])"
)
PLACE_TAGS = ("ns", "j", "nz", "nt")


def evidence_of(
    articles: Iterable[Article],
    context: str,
    places: Places,
    owners: tuple[str | None, ...],
    people: Collection[str],
) -> list[tuple["Evidence", "Evidence"]]:
    """Of each article and of the page; `owners` are the page's paper and the union whose page it is, and what is a
    name of `people` tells of no place: 李武威."""
    names: dict[str, list[str]] = {}
    for name in people:
        if place := _place_inside(name, places):
            names.setdefault(place, []).append(name)
    articles = tuple(articles)
    sources = [owner for owner in (*owners, *(each.source_credit for each in articles)) if owner]
    county = cache(partial(_bare_county, context, sources))
    page = Evidence(_without(names, places.weigh_page(), context), county)
    return [(_evidence(each, places, names, *owners, _union_of(each)), page) for each in articles]


def _place_inside(name: str, places: Places) -> str:
    found = next((name[at:] for at in range(len(name) - 1) if name[at:] in places.names), "")
    return places.whole(found) if found and found[-1] not in "省市区县" else ""


def _without(names: dict[str, list[str]], counts: Counter, text: str) -> Counter:
    """`names`: those of people that have a place in them, by that place."""
    for place in counts:
        counts[place] -= sum(map(text.count, names.get(place, ())))
    return +counts


@cache
def _counties() -> WordList:
    return WordList(_by_short_name())


@cache
def _by_short_name() -> dict[str, str]:
    """大冶 → 大冶市: counties and cities of two characters, where the list has one of that name."""
    found: dict[str, set[str]] = {}
    for area in areas().values():
        if len(area.name) == 3 and len(area.parents) == 2 and area.level in "市县":
            found.setdefault(area.name[:2], set()).add(area.name)
    return {short: names.pop() for short, names in found.items() if len(names) == 1}


def _bare_county(context: str, sources: Iterable[str]) -> str | None:
    """The one county that a page without any other place is of, though it prints no level: 云上大冶, 大冶技工."""
    if any(_is_of_another(found) for found in BODY_OF_A_PLACE.finditer(context)):
        return None
    of_source = {found for source in sources if (found := _counties().at(source))}
    if len(of_source) == 1:
        return _by_short_name()[of_source.pop()]
    counts: Counter = Counter()
    for at, name in _counties().find(context):
        if _is_word(name) and not context.startswith(ELSEWHERE, at - 1):
            counts[name] += OFTEN if SERVED.search(context, max(0, at - 5), at) else 1
    told = [name for name, count in counts.items() if count >= OFTEN]
    return _by_short_name()[told[0]] if len(told) == 1 else None


def _is_of_another(found: re.Match) -> bool:
    """远山市总工会, but not 到市总工会 and 根据县委"""
    name = found["name"]
    return NEVER_IN_PLACES.isdisjoint(name) and is_no_ordinary_word(name, name[:2])


def _is_word(name: str) -> bool:
    """敦化, 大冶, but not 富裕, which the dictionary has as an ordinary word."""
    tagged = words.tag(name)
    return len(tagged) == 1 and tagged[0][1] in PLACE_TAGS


class Evidence:
    """How much a text speaks of each place."""

    def __init__(self, counts: Counter, bare: Callable[[], str | None] = lambda: None):
        self.counts, self.bare = counts, bare
        self._places: dict[str, str | None] = {}

    def place_at(self, level: str) -> str | None:
        """The place of a level. A lower place speaks for those above it: 无锡市 for 江苏省; a city within another city
        speaks for itself first: of 宜兴市政协副主席、|市总工会|主席 it is 宜兴市."""
        if level not in self._places:
            self._places[level] = self._most_named(level) or self._of_county(level)
        return self._places[level]

    def _of_county(self, level: str) -> str | None:
        county = self.bare()
        places = (county, *areas()[county].parents) if county else ()
        return next((place for place in places if level_of(place) == level), None)

    def _most_named(self, level: str) -> str | None:
        votes: Counter = Counter()
        printed = {(name[:2], level_of(name)): name for name in self.counts}
        for name, weight in self.counts.items():
            area = areas().get(name) or areas().get(f"{name.removesuffix(PREFECTURE)}市")
            for candidate in (name, *(area.parents if area else ())):
                if level_of(candidate) == level and not candidate.endswith("特别行政区"):
                    if candidate not in self.counts:  # 凉山州, where the page prints that
                        candidate = printed.get((candidate[:2], level), candidate)
                    is_above = candidate != name and level_of(name) == level
                    votes[candidate] += weight / 2 if is_above else weight
                if level == "市" and candidate in MUNICIPALITIES:
                    votes[candidate] += weight
        return votes.most_common(1)[0][0] if votes else None


def _union_of(article: Article) -> str | None:
    """The union that a piece comes from: its site has 来源：盐城市总工会."""
    source = article.source_credit
    return source if source and source.endswith("总工会") else None


def _evidence(article: Article, places: Places, names: dict[str, list[str]], *owners: str | None) -> Evidence:
    """How much the article speaks of each place; its author's post, its paper and whose page it is weigh most."""
    weights: Counter = Counter()
    posts = (contributor.printed_post for contributor in article.contributors)
    for text, worth in (
        *((owner, OF_PAPER) for owner in owners if owner),
        *((post, OF_AUTHOR) for post in posts),
    ):
        for name, weight in places.weigh(text).items():
            is_told = name in text or level_of(name) not in ("区", "县")
            weights[name] += weight * (worth if is_told else 0.5)  # 淮上工人 is no paper of 淮上区
    texts = (
        article.headline,
        article.subheadline,
        article.editors_note,
        *(block.text for block in article.body),
        *(figure.caption for figure in article.figures),
    )
    text = "\n".join(text for text in texts if text)
    weights.update(_without(names, places.weigh(text), text))
    return Evidence(weights)
