"""Names of two that are ordinary words too, 主席|高峰, 院长|巩固: told by where they stand alone.

Behind a title such a word must be followed by what only a person does or by a mark; at the beginning of a clause by a
verb of office and its title, 温和|任…副主席; behind 选举 or 免去 by 为 or 的.
"""

import re
from collections.abc import Iterator

from unioncms.parsing.naming.names.grammar import grammar
from unioncms.parsing.naming.names.neighbours import LIFE, SPEAKS_AT, STOPS, WORKER
from unioncms.parsing.naming.passages import Sentence, Word

SIZE = 2  # characters
SURE_IN_SLOT = 5.2
IN_BRACKETS = r"(?:（[^（）]{1,6}）)?"
LISTED = re.compile(
    rf"{IN_BRACKETS}、(?:(?![、当任为])[\u3400-\u9fff]){{2,4}}(?={IN_BRACKETS}(?:、|当选|为|任))"
)
CLAUSE = "，。；;\n"
CLAUSE_MARK, CLAUSE_OR_ITEM = re.compile(f"[{CLAUSE}]"), re.compile(f"[{CLAUSE}、]")
SELDOM = "花和"  # surnames that open no other name than such a word
ASPECTS = tuple("着了过")
NOUNS = ("n", "a", "t", "ns", "z", "i", "s", "l", "j", "o")
# 温和|任丹江口市总工会副主席, 章程|不再担任…
INTO_OFFICE = re.compile(
    rf"{IN_BRACKETS}(?:同志)?(?:不再担任|不再兼任|当选|担任|出任|任(?![务何命期职意凭性教课由])|为(?!同志)(?=[^，。；]{{0,20}}(?:[，。；]|$)))"
)
INTO = re.compile("[任选为]")  # no INTO_OFFICE is without one
# 选举|成功|为工会主席, 免去|甘露|的…主席职务
APPOINTED = re.compile(r"(?:同志)?(?:为|任(?!务)|担任)|(?:同志)?的?(?=[^，。；]{2,30}职务)")
# 主席|安排|部署: what stands behind a title so and is none, though its first character is a surname.
NO_PERSON = re.compile(
    r"代[笔表理办]|会[议见上员长]|办公|时任|应[邀聘]|安排|强调|和[其各有]|同[志时]|方[面可才]|从[严此而]|先[后行期进于]|连[续同]|全[程力体员]|都[说会要]|高[度级]|向[他她]|单位|经[过常费]|温馨|宝座|荣誉|席位|任[期职上内]"
)


class WordNames:
    """The slots of one sentence. `title_ends` is where its titles end, `title_starts` where they begin."""

    def __init__(self, sentence: Sentence, title_starts: set[int], title_ends: set[int]):
        self.sentence, self.text, self.words = sentence, sentence.text, sentence.words
        self.title_starts, self.title_ends = title_starts, title_ends

    def find(self) -> Iterator[tuple[int, int, float]]:
        """Spans with their scores."""
        if (word := self._word_at(0)) and LIFE.match(self.text, word.end):
            yield word.start, word.end, SURE_IN_SLOT  # 和平|，女，1976年9月生
        if not self.title_starts:
            return
        for at in self.title_ends:
            if (word := self._word_at(at)) and self._is_held_by(word):
                yield word.start, word.end, SURE_IN_SLOT
        for at in self._beginnings():
            if (word := self._word_at(at)) and self._enters_office(word):
                yield word.start, word.end, SURE_IN_SLOT
        for verb in grammar().appointing.finditer(self.text):
            if (word := self._word_at(verb.end())) and APPOINTED.match(self.text, word.end):
                yield word.start, word.end, SURE_IN_SLOT

    def _word_at(self, start: int) -> Word | None:
        """The ordinary word of two that begins here with a surname."""
        index = self.sentence.index_of_start.get(start)
        if index is None or len(self.words[index].text) != SIZE:
            return None
        word, rules = self.words[index], grammar()
        is_surname = word.text[0] in rules.singles or word.text[0] in rules.rare or word.text[0] in SELDOM
        return word if is_surname and not NO_PERSON.match(word.text) else None

    def _is_held_by(self, word: Word) -> bool:
        """主席|安静、 or 院长|巩固|出席, but not 主任|安排，"""
        following = self.text[word.end : word.end + 1]
        if not following or following in STOPS:
            return word.tag.startswith(NOUNS) or word.tag.startswith("nr")
        if SPEAKS_AT.match(self.text, word.end):
            return True  # 主席|花朵|在发言中说
        index = self.sentence.index_of_start.get(word.end)
        if index is None:
            return False
        behind, rules = self.words[index], grammar()
        if len(behind.text) > 1:
            return behind.text in rules.verbs
        if self.text[behind.end : behind.end + 1] in ASPECTS:
            return behind.tag[:1] == "v"  # 副院长|包容|握着
        is_joined = behind.text in rules.conjunctions and self._is_title_or_role(behind.end)
        return is_joined or behind.text in ("说", "率", "等", "为")

    def _is_title_or_role(self, at: int) -> bool:
        index = self.sentence.index_of_start.get(at)
        if at in self.title_starts or index is None:
            return at in self.title_starts
        role = self.words[index].text
        return role in grammar().roles or (len(role) > 2 and role[-1] in WORKER)

    def _beginnings(self) -> Iterator[int]:
        if INTO.search(self.text):
            yield 0
            marks = CLAUSE_OR_ITEM if "当选" in self.text else CLAUSE_MARK
            for mark in marks.finditer(self.text):
                yield mark.end()

    def _behind_list(self, at: int) -> int:
        """高峰|、阮小蕙|当选: where the list ends that a name opens."""
        while listed := LISTED.match(self.text, at):
            at = listed.end()
        return at

    def _enters_office(self, word: Word) -> bool:
        verb = INTO_OFFICE.match(self.text, self._behind_list(word.end))
        if not verb:
            return False
        stop = next(
            (at for at in range(verb.end(), len(self.text)) if self.text[at] in CLAUSE), len(self.text)
        )
        return any(verb.end() <= start < stop for start in self.title_starts)
