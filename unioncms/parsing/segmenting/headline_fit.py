"""How well the words of a headline fit each of the bodies of a page.

What a body shares with a headline counts the more, the fewer bodies of the page have it: names, rare pairs of
characters, words that come back, and those of its first sentences.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import chain
from math import fsum, log
from operator import add

from unioncms.parsing.lexicon import has_any
from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.items import SALUTATION

LENGTH_WORTH = 0.9  # a long body shares pairs with anything
SATURATION = 3.0  # how soon one more occurrence says nothing new
MOST_TEXT = 20_000  # characters of a body that are looked at
MOST_LETTERS = 1_500  # a longer text has every character
LEAD = 120  # characters of a body that a headline takes most of its words from
LEAD_WORTH = 0.5
FRAME = 3.0  # what a word that all items of a list share is worth
FRAME_ITEMS = 4
LIST_ITEMS = 3
LONGEST_ITEM = 60  # characters
UNTITLED = 6.0  # what speaks against giving an introduction a headline
NO_LISTING = 4.0  # what a title like `名单` says against a text
LISTING = 8.0  # what a title like `一览` over a list is worth


@lru_cache(maxsize=32)
def pair_counts(text: str) -> Counter[str]:
    """Not to be changed: a page that is read both ways asks for those of each body again."""
    return Counter(map(add, text, text[1:]))


class Body:
    """An untitled body, and how often each pair of characters stands in it."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = words_of(draft).replace(" ", "")[:MOST_TEXT]
        self.counts = pair_counts(self.text)
        self.lead = self.text[:LEAD]
        self.letters = self.text[:MOST_LETTERS]
        self.frame = frame_of(draft)
        self.is_list = is_list(draft)
        self.is_preface = is_preface(draft)
        self.is_letter = is_letter(draft)
        self.is_photo = not draft.body


class Bodies:
    """The untitled bodies, and how much each pair of characters says about each of them."""

    def __init__(self, bodies: list[Body]) -> None:
        self.drafts = [body.draft for body in bodies]
        self.places: list[int] = []  # among all drafts of the page
        self.texts = [body.text for body in bodies]
        self.counts = [body.counts for body in bodies]
        usual = sum(map(len, self.texts)) / (len(bodies) or 1) or 1
        self.sizes = [1 - LENGTH_WORTH + LENGTH_WORTH * len(text) / usual for text in self.texts]
        self.frames = [body.frame for body in bodies]
        self.is_preface = [body.is_preface for body in bodies]
        self.is_list = [body.is_list for body in bodies]
        self.is_letter = [body.is_letter for body in bodies]
        self.is_photo = [body.is_photo for body in bodies]
        self.leads = [body.lead for body in bodies]
        self.letters = [body.letters for body in bodies]
        self._rarity: dict[str, float] = {}
        self._letter_rarity: dict[str, float] = {}
        self._fits: dict[tuple[str, int], float] = {}

    def rarity(self, pair: str) -> float:
        """How much it says of a body that it has a pair, which one or more of them have."""
        if pair not in self._rarity:
            spread = sum(pair in counts for counts in self.counts)
            self._rarity[pair] = log((len(self.drafts) + 1) / spread)
        return self._rarity[pair]

    def fit(self, words: str, number: int) -> float:
        """How well words fit a body: rare pairs count more, and those that come back often for its length."""
        if (words, number) not in self._fits:
            self._fits[words, number] = self._fit(words, number)
        return self._fits[words, number]

    def _fit(self, words: str, number: int) -> float:
        counts, size = self.counts[number], self.sizes[number]
        pairs = pairs_of(words)
        soon, lead = SATURATION * size, self.leads[number]
        # fsum: the order of a set must not decide between two bodies.
        total = fsum(
            self.rarity(pair)
            * counts[pair]
            * (SATURATION + 1)
            / (counts[pair] + soon)
            * (1 + LEAD_WORTH * (pair in lead))
            for pair in pairs & counts.keys()
        )
        total += FRAME * len(self.frames[number] & pairs)
        if has_any(words, "listing_titles"):
            total += LISTING if self.is_list[number] else -NO_LISTING * ("名单" in words)
        return max(total - UNTITLED, 0.0) if self.is_preface[number] else max(total, 0.0)

    def letters_in_common(self, words: str, number: int) -> float:
        """The same for single characters: `“午睡椅”` over a text about chairs to sleep in at noon."""
        own = self.letters[number]
        return fsum(self.letter_rarity(each) for each in sorted(set(words)) if each in own)

    def letter_rarity(self, letter: str) -> float:
        if letter not in self._letter_rarity:
            spread = sum(letter in letters for letters in self.letters)
            self._letter_rarity[letter] = log((len(self.drafts) + 1) / spread)
        return self._letter_rarity[letter]

    def prints(self, words: str) -> bool:
        """Do the bodies print these few characters together? `全市` / `工会党员` is one line cut in two then."""
        return len(words) >= 4 and any(words in text for text in self.texts)

    def closest(self, words: str, numbers: Iterable[int] | None = None) -> tuple[float, int]:
        """How well words fit the body that they fit best, and its number: the first of equals."""
        numbers = range(len(self.drafts)) if numbers is None else numbers
        fit, number = max(((self.fit(words, number), -number) for number in numbers), default=(0.0, 0))
        return fit, -number

    def best(self, words: str) -> float:
        return max((self.fit(words, number) for number in range(len(self.drafts))), default=0.0)


def words_of(draft: Draft) -> str:
    """Of a picture without text its captions."""
    return draft.words or "".join(figure.caption.text for figure in draft.figures if figure.caption)


def is_letter(draft: Draft) -> bool:
    """`编辑同志：`"""
    return bool(draft.body) and SALUTATION.fullmatch(draft.body[0].words) is not None


def frame_of(draft: Draft) -> frozenset[str]:
    """The pairs that all items of a list share: of `关于…的思想；` 关于 and 思想."""
    items = [part.words for part in draft.body if len(part.words) < 60]
    if len(items) < FRAME_ITEMS or len(items) < len(draft.body):
        return frozenset()
    counts = Counter(pair for words in items for pair in pairs_of(words))
    return frozenset(pair for pair, count in counts.items() if count >= 0.8 * len(items))


def is_list(draft: Draft) -> bool:
    """Nothing but short paragraphs, three or more."""
    items = [part.words for part in draft.body]
    return len(items) >= LIST_ITEMS and all(len(words) <= LONGEST_ITEM for words in items)


def is_preface(draft: Draft) -> bool:
    """An introduction to the page often stands without a headline."""
    return has_any(draft.words, "preface_phrases") and not draft.is_closed_by_credit


@lru_cache(maxsize=1024)
def pairs_of(words: str) -> frozenset[str]:
    dense = words.replace(" ", "")
    return frozenset(map(add, dense, dense[1:]))


def rarities(paragraphs: Iterable[Collection[str]], total: int) -> dict[str, float]:
    """What each pair of characters says of a paragraph that has it, by how many of `total` do."""
    spread = Counter(chain.from_iterable(paragraphs))
    worths = {count: log(total / count) for count in set(spread.values())}
    return dict(zip(spread, map(worths.__getitem__, spread.values()), strict=True))
