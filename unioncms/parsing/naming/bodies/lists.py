"""The word lists that bodies are judged by, read once."""

import re
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.patterns import words_finder, words_pattern
from unioncms.parsing.shapes import LEVELS

LONGEST_ENDING = 6  # of a works or a school


class Lists:
    def __init__(self):
        self.endings = words_finder(load("organisation_endings"))
        endings = (ending for ending in load("organisation_endings") if ending[-1] in "厂矿院校学")
        self.of_owners = frozenset(ending for ending in endings if 1 < len(ending) <= LONGEST_ENDING)
        self.weak_endings = frozenset(load("organisation_weak_endings"))
        self.shorts = frozenset(
            level + body for level in LEVELS for body in load("organisation_short_bodies")
        )
        # 总工会, 人民医院: bodies that every place has
        self.of_every_place = frozenset(
            (*load("organisation_short_bodies"), *load("organisations_of_a_level"))
        )
        self.known = words_finder([*load("organisations_known"), *self.shorts])
        self.verbs = frozenset(load("organisation_verbs"))
        self.never = frozenset(load("organisation_never"))
        self.never_inside = re.compile(words_pattern(word for word in self.never if len(word) > 1))
        self.kinds = load("organisation_kinds")
        self.openers = frozenset(load("organisation_openers"))
        self.ordinary = frozenset(load("not_names"))
        self.stops = frozenset((*load("organisation_stops"), *load("title_times"), *load("office_verbs")))
        self.titles = frozenset(load("titles")) - frozenset(("代表", "监事", "董事", "委员", "教师", "队员"))


@cache
def lists() -> Lists:
    return Lists()
