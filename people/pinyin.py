"""Names by the letters they sound like: tdl, tandunlong and tandl → 谭敦龙."""

import re
from collections.abc import Iterable
from functools import lru_cache

from unioncms.collation import surname_sound

LETTERS = re.compile("[a-z]{2,40}")


def sounds_like(name: str, letters: str) -> bool:
    """Whether `letters` spell the whole of `name`, each character by its syllable or by its first letter."""
    reached = {0}
    for character in name:
        syllables = _syllables(surname_sound(character) if reached == {0} else character)
        reached = {
            at + len(part)
            for at in reached
            for syllable in syllables
            for part in (syllable, syllable[:1])
            if letters.startswith(part, at)
        }
        if not reached:
            return False
    return len(letters) in reached


def find_by_sound(names: Iterable[tuple[int, str]], letters: str) -> list[int]:
    """The keys of those whose names sound so."""
    initial = letters[0]
    return [
        key
        for key, name in names
        if 2 <= len(name) <= len(letters)
        and any(each.startswith(initial) for each in _syllables(surname_sound(name[0])))
        and sounds_like(name, letters)
    ]


def spelt(name: str) -> str:
    """One reading of a name, for comparing two: tan dun long."""
    sounds = (_syllables(surname_sound(each) if not at else each) for at, each in enumerate(name))
    return " ".join(each[0] for each in sounds)


@lru_cache(maxsize=20_000)
def _syllables(character: str) -> tuple[str, ...]:
    """All its readings, the commonest first; a character that has none is itself."""
    from pypinyin import Style, pinyin  # half a second of dictionaries, which most pages do not need

    (readings,) = pinyin(character, style=Style.NORMAL, heteronym=True, errors=lambda left: [left.lower()])
    return tuple(dict.fromkeys(reading.replace("ü", "v") for reading in readings))
