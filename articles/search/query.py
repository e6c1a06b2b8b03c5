"""What a reader has typed → terms, each with the records of the register that go by it.

“Words” are cut with the names of the register whole: a name that stands in the query is taken out first, the longest
one first, and the rest is cut by the dictionary. The articles themselves are not cut into words: what they are found
by is every pair of characters, so that neither a later dictionary nor a new name changes what is found.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import models

from articles.search.folding import HEADLINE, RUN, fold, headline_keys, keys_of
from events.models import Event, EventAlias
from people.models import Organisation, OrganisationAlias, Person, PersonAlias
from people.pinyin import LETTERS, find_by_sound
from unioncms.words import cut

MOST_CHARACTERS = 100
MOST_TERMS = 10
MOST_SOUNDING = 20
LONGEST_NAME = 30
KEPT_WHOLE = 3  # characters that are not cut: a short query is asked as it was typed
QUOTED = re.compile('[“"「『《]([^”"」』》]+)[”"」』》]')
WORD = re.compile(r"[^\W_]+")
# Of a word that has several scripts in it: letters, a number with what it counts, and the rest.
PART = re.compile(r"[a-z]+|[0-9]+[年月日号届期版次]?|[^\W_\x00-\x7f]+")
# Words that join others and say nothing by themselves.
JOINING = frozenset("的了和与及在是为对把被等或")

Records = dict[type[models.Model], set[int]]
NAMED = {
    Person: (Person, "pk"),
    PersonAlias: (Person, "person_id"),
    Organisation: (Organisation, "pk"),
    OrganisationAlias: (Organisation, "organisation_id"),
    Event: (Event, "pk"),
    EventAlias: (Event, "event_id"),
}


@dataclass
class Term:
    """Something that an article has in its text, or names by naming one of `records`.

    `names` are those of people whom letters spell: what is marked instead of the letters.
    """

    text: str
    records: Records = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    @property
    def keys(self) -> set[str]:
        """Of “工、会”, in which no two characters are neighbours, the characters by themselves."""
        return keys_of(self.text) or headline_keys(self.text)

    @property
    def is_in_keys(self) -> bool:
        """Whether an article that has the keys has the term: a pair, a number, a single character."""
        return self.keys in ({self.text}, {HEADLINE + self.text})


@dataclass
class Query:
    """`typed` as it is shown again, `whole` as one run of compared characters."""

    typed: str = ""
    whole: str = ""
    terms: list[Term] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def records(self) -> Records:
        """Those that go by the whole query."""
        return self.terms[0].records if len(self.terms) == 1 else {}


def read_query(typed: str) -> Query:
    """Never fails: what says nothing gives a query without terms."""
    typed = " ".join(fold_blanks(typed).split())[:MOST_CHARACTERS]
    folded = fold(typed)
    pieces = list(_pieces(folded))
    named = records_named(typed, folded)
    texts: list[str] = []
    for piece, is_quoted in pieces:
        texts += [piece] if is_quoted else _cut(piece, named)
    terms = [Term(text, named.get(text, {})) for text in list(dict.fromkeys(texts))[:MOST_TERMS]]
    whole = "".join(RUN.findall(folded))
    if whole in named and len(terms) > 1:
        terms = [Term(whole, named[whole])]
    if LETTERS.fullmatch(whole):
        spelt = _spelling(whole, named.get(whole, {}))
        terms = [spelt] if spelt.names or len(terms) == 1 else terms  # tan dun long is one name, too
    return Query(typed, whole, terms)


def fold_blanks(typed: str) -> str:
    """Without what no database takes and no reader types."""
    return "".join(each if each.isprintable() else " " for each in typed[: 4 * MOST_CHARACTERS])


def _pieces(folded: str) -> Iterator[tuple[str, bool]]:
    """Phrases in quotes, and the words between them."""
    at = 0
    for phrase in QUOTED.finditer(folded):
        yield from ((word, False) for word in WORD.findall(folded[at : phrase.start()]))
        text = phrase[1].strip()
        if RUN.search(text):
            yield text, True
        at = phrase.end()
    yield from ((word, False) for word in WORD.findall(folded[at:]))


def _cut(piece: str, names: Iterable[str]) -> list[str]:
    """The names in a piece whole, and the words between them."""
    known = sorted((name for name in names if name in piece), key=len, reverse=True)
    if known:
        pattern = re.compile(f"({'|'.join(map(re.escape, known))})")
        parts = [part for part in pattern.split(piece) if part]
        return [word for part in parts for word in ([part] if part in names else _words(part))]
    return _words(piece)


def _words(piece: str) -> list[str]:
    parts = PART.findall(piece)
    words = [word for part in parts for word in (_cut_run(part) if not part[0].isascii() else [part])]
    return [word for word in words if len(word) > 1 or word.isascii()] or words


def _cut_run(piece: str) -> list[str]:
    """A character that the dictionary leaves alone stays with the word before it: 市总 is one term."""
    if len(piece) <= KEPT_WHOLE:
        return [piece]
    words: list[str] = []
    is_open = False
    for word in cut(piece):
        if word in JOINING:
            is_open = False
            continue
        if is_open and 1 in (len(word), len(words[-1])):
            words[-1] += word
        else:
            words.append(word)
        is_open = True
    return words or [piece]


def records_named(typed: str, folded: str) -> dict[str, Records]:
    """The names and aliases of the register that stand in a query, each with whom it means."""
    names: set[str] = set()
    for text in {typed, folded}:
        for word in WORD.finditer(text):
            found = word.group()
            names.update(
                found[start:end]
                for start in range(len(found))
                for end in range(start + 2, min(len(found), start + LONGEST_NAME) + 1)
            )
    named: dict[str, Records] = defaultdict(lambda: defaultdict(set))
    if not names:
        return {}
    for model, (record, column) in NAMED.items():
        for name, key in model.objects.filter(name__in=names).values_list("name", column):
            named[fold(name)][record].add(key)
    return {name: dict(records) for name, records in named.items()}


def _spelling(letters: str, records: Records) -> Term:
    """A term of letters, which the people whose names they spell go by."""
    names = dict(Person.objects.public().order_by().values_list("pk", "name"))
    keys = find_by_sound(names.items(), letters)[:MOST_SOUNDING]
    if keys:
        records = {**records, Person: records.get(Person, set()) | set(keys)}
    return Term(letters, records, {fold(names[key]) for key in keys})
