"""Names of people without a title that the words around them leave no doubt about: 判处|方敏秋|有期徒刑, 解说|玉龙.
For `recognise` alone."""

import re
from collections.abc import Iterator

from unioncms.parsing.naming.bodies.lists import lists
from unioncms.parsing.naming.names.grammar import grammar
from unioncms.parsing.naming.names.name import Name
from unioncms.parsing.naming.passages import Sentence
from unioncms.parsing.naming.places.areas import place_names

SURE_OF_PLACE, SURE_OF_FACT = 6.0, 5.5  # scores
SELDOM_NAMES = frozenset("们期间时表单号址者员部室处科区市县人法项度类")  # how labels end
KNOWN_BY_NAME = frozenset(("解说", "主播", "嘉宾", "歌手", "艺人", "选手", "玩家", "主持", "网友"))
# 方敏秋|中国房地产协会副会长
BEFORE_BODY = re.compile(
    r"(?P<name>[\u3400-\u9fff]{2,3})(?=(?:中国|全国|中华)[\u3400-\u9fff]{2,24}(?:会|院|公司|大学|集团|社|局|银行|中心)[\u3400-\u9fff]{0,10}(?:长|主任|主席|委员|理事|经理|总裁|教授|员|师)[\u3400-\u9fff]{0,5}$)"
)
CONVICTED = re.compile(
    r"(?:判处|判决|被告人?|犯罪嫌疑人|罪犯)(?P<name>[\u3400-\u9fff]{2,4}?)"
    r"(?=有期徒刑|无期徒刑|死刑|死缓|拘役|管制|犯(?!罪)|[，、]|被|因|的(?:行为|上诉|辩护))"
)


def find_names_in_frames(sentence: Sentence) -> Iterator[Name]:
    yield from _before_body(sentence)
    yield from _by_surname(sentence)
    yield from _nicknames(sentence)
    yield from _convicted(sentence)


def _before_body(sentence: Sentence) -> Iterator[Name]:
    """方敏秋|中国房地产协会副会长: how the title of a picture puts it."""
    found = BEFORE_BODY.match(sentence.text) if sentence.offset == 0 else None
    name = found["name"] if found else ""
    surname = grammar().surname_at(name, 0)
    words = [word for word in sentence.words if word.end <= len(name)]
    is_plain = all(len(word.text) == 1 or word.tag[:2] == "nr" for word in words)
    if surname and len(name) > len(surname) and is_plain and name[-1] not in SELDOM_NAMES:
        yield Name(name, *found.span("name"), SURE_OF_PLACE)


def _by_surname(sentence: Sentence) -> Iterator[Name]:
    """卜|振华|还没有: a lone surname and a given name that the dictionary has as the name of something."""
    for index, word in enumerate(sentence.words[:-2]):
        given, behind = sentence.words[index + 1], sentence.words[index + 2]
        is_name = len(word.text) == 1 and word.tag == "nr" and given.tag == "nz" and len(given.text) == 2
        if (
            is_name
            and behind.tag[:1] in "dvpcl"
            and may_be_given(given.text)
            and grammar().surname_at(word.text, 0)
        ):
            yield Name(sentence.text[word.start : given.end], word.start, given.end, SURE_OF_FACT)


def _nicknames(sentence: Sentence) -> Iterator[Name]:
    """解说|玉龙: who is known by a given name alone."""
    for role, word in zip(sentence.words, sentence.words[1:], strict=False):
        is_name = word.tag == "nr" and len(word.text) == 2 and word.text not in place_names()
        if is_name and role.text in KNOWN_BY_NAME and not lists().known.fullmatch(word.text):
            yield Name(word.text, word.start, word.end, SURE_OF_FACT)


def _convicted(sentence: Sentence) -> Iterator[Name]:
    """判处|方敏秋|有期徒刑"""
    for found in CONVICTED.finditer(sentence.text):
        name = found["name"]
        surname = grammar().surname_at(name, 0)
        words = [w for w in sentence.words if found.start("name") <= w.start and w.end <= found.end("name")]
        is_plain = all(len(word.text) == 1 or word.tag[:2] in ("nr", "nz") for word in words)
        if surname and 0 < len(name) - len(surname) < 3 and is_plain and may_be_given(name[len(surname) :]):
            yield Name(name, *found.span("name"), SURE_OF_FACT)


def may_be_given(given: str) -> bool:
    return given[-1] not in SELDOM_NAMES and sum(grammar().given.get(each, -0.4) for each in given) > -0.5
