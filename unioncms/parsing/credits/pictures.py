"""Who took a picture, and who wrote and took: `王昊 颜玉芹 摄`, `王刚/文 李明/摄`."""

import re
from collections.abc import Sequence

from unioncms.parsing.credits.labelled import Credit, labelled_people, labels
from unioncms.parsing.credits.names import PARTS, is_name, names_in, read_people, role_of
from unioncms.parsing.document import Contributor
from unioncms.parsing.lexicon import load
from unioncms.parsing.shapes import ends_sentence

LEAST_SCENE = 4  # characters of a caption without a verb
PHOTO = re.compile(r"(?P<names>[^，。；：,;:]{1,36}?)\s*[/／]?\s*(?P<action>摄影报道|摄影|摄|供图|图)$")
WRITTEN = re.compile(r"[\s／/]文\s(?=.{2,16}摄影?$)")  # `王一川 文 李小满 摄`
BOTH = re.compile(r"文\s*[/／]\s*摄$")  # `王一川 文/摄`
PHOTO_ENDS = ("摄", "影", "道", "图", "供")  # of PHOTO and of PROVIDED
PROVIDED = re.compile(
    r"(?:本文|文中|以上|本组|本版)?(?:图片?|照片|配图|摄影)(?:除署名外)?(?:均|皆)?(?:由|为)[^，。；：]{2,20}?(?:提供|拍摄|摄)"
)
TAKEN = re.compile(r"[由为]")
# `王刚 文/图`, `王刚/文 李明/摄`: names, then what they did
DONE = re.compile(
    r"(?P<names>[^，。；：,;:／/|｜]{2,20}?)\s*[/／|｜]?\s*(?P<label>文\s*[/／]\s*[图摄]|图\s*[/／]\s*文|文图|图文|(?<=[\s/／|｜])[文图]|摄影?|撰文)(?=\s|$)\s*"
)
DEEDS = ("文", "图", "摄", "影")  # what the labels of DONE end with


def read_photo(text: str) -> Credit | None:
    """`王昊 颜玉芹 摄`, `钟立秋/摄`, `市总工会供图`."""
    if len(text) > 40 or not text.endswith(PHOTO_ENDS) or ends_sentence(text):
        return None
    if WRITTEN.search(text) or BOTH.search(text):
        return None
    if PROVIDED.fullmatch(text):
        return Credit("photo", read_people(TAKEN.split(text, maxsplit=1)[1], "photographer"))
    match = PHOTO.fullmatch(text)
    if match is None or "（" in text or "(" in text:
        return None
    if match["action"] == "供图":
        return Credit("photo") if 2 <= len(match["names"].strip()) <= 24 else None
    names = [name for name in names_in(match["names"].strip()) if is_name(name)]
    said = read_people(match["names"], "photographer")
    roles = {each.name: each.printed_role for each in said}  # 本报记者 of `本报记者 王一川 摄`
    house = next((each.house for each in said), "")
    people = tuple(
        Contributor(name, "photographer", roles.get(name) or match["action"], house=house) for name in names
    )
    people = people or said
    dense = re.sub(r"[\s、，,/／\u3000]", "", match["names"])
    if not people or (match["action"] == "图" and len(dense) != sum(len(name) for name in names)):
        return None
    if len(dense) > sum(len(each.name) for each in people) + 8 or names_scene(match["names"], people):
        return None
    return Credit("photo", people)


def names_scene(names: str, people: Sequence[Contributor]) -> bool:
    """`读书会现场 王一川` and `李小满与工友交谈 王一川` are captions and their credit, `本报记者 王一川` a credit."""
    first, _, rest = names.strip().partition(" ")
    other = first
    for each in people:
        other = other.replace(each.name, "")
    is_who = role_of(other) is not None or other.endswith(load("organisation_endings"))
    is_who = is_who or (other != first and len(other) < LEAST_SCENE)
    return len(first) >= LEAST_SCENE and bool(rest) and not is_who


def read_done(text: str) -> Credit | None:
    """`王刚 文/图`, `王刚/文 李明/摄`: nothing but names with what each did."""
    if len(text) > 40 or not text.rstrip().endswith(DEEDS):
        return None
    pieces = list(DONE.finditer(text))
    people: list[Contributor] = []
    at = 0
    for piece in pieces:
        names = names_in(piece["names"])
        if piece.start() != at or not names or not all(map(is_name, names)):
            return None
        if sum(map(len, names)) < len(PARTS.sub("", piece["names"])):
            return None
        role = labels().get(re.sub(r"\s", "", piece["label"]).replace("／", "/"), "author")
        people.extend(labelled_people(" ".join(names), role))
        at = piece.end()
    if not people or at != len(text):
        return None
    return Credit("photo" if all(each.role == "photographer" for each in people) else "byline", tuple(people))
