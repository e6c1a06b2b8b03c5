"""The word lists that names of people are judged by."""

import re
from functools import cache

from unioncms.parsing.lexicon import load
from unioncms.parsing.patterns import words_finder, words_pattern

# Characters of no given name; 在 is of a few: 李在明.
NEVER_GIVEN = "的了是不我你他她它们这那哪什么吗呢吧啊被把很与及或但而且此每各第届项个着过说感"


class Grammar:
    """The word lists that names are judged by, read once."""

    def __init__(self):
        self.everyday = frozenset(load("surnames_everyday"))
        self.compounds = frozenset(load("surnames_compound"))
        self.singles = frozenset(load("surnames")) | self.everyday
        heads = self.singles | {name[0] for name in self.compounds}
        self.head = re.compile(f"[{''.join(sorted(heads))}](?=[\u3400-\u9fff])(?![{NEVER_GIVEN}])")
        self.nouns = frozenset(load("surnames_nouns"))
        self.rare = frozenset(load("surnames_behind_titles"))
        self.appointing = words_finder(load("appointing_verbs"))
        self.takes_office = words_finder(load("office_taken"))
        self.common = frozenset(load("surnames")[:120]) - self.everyday
        doubtful = frozenset(load("given_name_doubts"))
        self.halves = frozenset(load("given_name_halves"))
        self.scant = frozenset(load("given_name_scant"))
        self.given = (
            {
                character: (0.0 if character in doubtful else 0.6 if rank < 250 else 0.3)
                for rank, character in enumerate(load("given_name_characters"))
            }
            | dict.fromkeys(doubtful, -1.0)
            | dict.fromkeys(self.halves, -0.6)
        )
        self.roles = frozenset((*load("name_roles"), *load("titles")))
        self.roles_of_many = frozenset(load("name_roles_of_many"))
        self.roles_of_one = frozenset(load("name_roles")) - self.roles_of_many
        self.verbs = frozenset(load("name_verbs"))
        self.before = frozenset(load("name_before"))
        self.conjunctions = frozenset(load("name_conjunctions"))
        self.offices = frozenset(load("office_verbs"))
        self.appoints = frozenset(load("appointing_verbs"))
        self.ordinary = frozenset((*load("not_names"), *load("places_known")))
        self.never_after = re.compile(
            words_pattern(word for word in load("not_names_after") if len(word) > 1)
        )
        self.known = words_finder(load("names_known"))
        parts = (*load("names_tibetan"), *load("names_mongolian"), *load("names_yi_clans"))
        self.listed = words_finder((*load("names_known"), *load("surnames_japanese"), *parts))
        self.foreign_roles = frozenset(load("foreign_roles"))
        self.japanese = words_finder(load("surnames_japanese"))
        self.transliteration = frozenset(load("transliteration_characters"))
        self.dotted = self.transliteration | frozenset(load("dotted_name_characters"))
        self.transliterated = re.compile(f"[{''.join(sorted(self.transliteration))}]{{3,}}")
        self.never_words_after = frozenset(load("not_names_after"))

    def surname_at(self, text: str, start: int) -> str:
        """The surname that begins here, 欧阳 rather than 欧."""
        pair = text[start : start + 2]
        if pair in self.compounds:
            return pair
        return pair[:1] if pair[:1] in self.singles else ""


@cache
def grammar() -> Grammar:
    return Grammar()
