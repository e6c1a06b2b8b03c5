"""People of a document, each with posts and passages, from what the sentences say."""

import re
from collections import Counter, defaultdict

from unioncms.parsing.document import Article, Passage
from unioncms.parsing.names import SURE, grammar
from unioncms.parsing.passages import fields_of
from unioncms.parsing.patterns import words_pattern

STAFF = {"reporter": "记者", "trainee_reporter": "见习记者"}


class Finds:
    """What the sentences of a document say, gathered before anything is concluded."""

    def __init__(self):
        self.scores: dict[str, float] = defaultdict(float)
        self.counts: Counter = Counter()
        self.posts: list[
            tuple[str, int, str | None, str, str, Passage]
        ] = []  # name, article, body, title, printed
        self.surnames: list[tuple[str, Passage, str]] = []


def accepted_names(finds: Finds) -> set[str]:
    """Names that one mention makes sure, or two make likely."""
    return {name for name, score in finds.scores.items() if score >= SURE or finds.counts[name] >= 2}


def find_mentions(articles: tuple[Article, ...], names: set[str]) -> dict[str, list[Passage]]:
    """Every place of every accepted name, the longest name first: 王晁霞 is not 王晁."""
    mentions: dict[str, list[Passage]] = defaultdict(list)
    if not names:
        return mentions
    pattern = re.compile(words_pattern(names))
    never_after = grammar().never_after
    for field in fields_of(articles):
        for found in pattern.finditer(field.text):
            start, end = found.span()
            if not never_after.match(field.text, end):
                mentions[found.group()].append(
                    Passage(field.article, field.name, found.group(), start, end, field.block)
                )
    for number, article in enumerate(articles):
        for place, contributor in enumerate(article.contributors):
            if contributor.name in names:
                mentions[contributor.name].append(
                    Passage(number, "byline", contributor.name, 0, len(contributor.name), place)
                )
    return mentions
