"""Chinese names in the order of a printed index: by pinyin.

The first 3,755 characters of GB 2312 are sorted by pinyin, so their GB 18030 bytes sort by it too, in any
database and without a dictionary. The rarer ones are sorted by radical there; the surnames among them are
listed here, and so are the surnames that are read otherwise than the character alone.
"""

from bisect import bisect_right

# First character of each letter in GB 2312; no syllable begins with I, U or V.
_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"
_BOUNDS = [character.encode("gb18030") for character in _FIRST]
_END = "座".encode("gb18030")

# Surnames, and below each a common character of the same sound.
_SOUNDS_LIKE = dict(
    zip(
        "曾单解仇区查朴盖尉闫郜佟仝亓苻谌綦裘覃缪闵晏郗郦隗麴邬邸邝郄郏鄢阚窦逄滕芮荀蔺栾嵇佘冼侴"
        "逯仉郇濮瞿邰爨璩蒯谯郯镡沅岑臧褚奚竺胥庾暨阙訾於笪",
        "增善谢求欧扎瓢葛玉言告同同其扶陈其求勤庙敏燕希力伟曲乌底矿且夹烟看豆旁腾锐旬吝峦击蛇险丑"
        "路掌环仆渠台窜渠快桥谈谈元参脏楚西竹需雨季缺资于达",
        strict=True,
    )
)


def surname_sound(character: str) -> str:
    """A common character that sounds like it where it is a surname: 单 → 善."""
    return _SOUNDS_LIKE.get(character, character)


def _sound(character: str) -> bytes:
    return surname_sound(character).encode("gb18030", "replace")


def pinyin_key(name: str) -> tuple[bool, bytes, bytes]:
    """Sorts names by the pinyin of their characters; names that begin with no Chinese character come last."""
    return not initial(name), _sound(name[:1]), name.encode("gb18030", "replace")


def initial(name: str) -> str:
    """The letter of the index under which `name` stands; "" for the rest."""
    first = _sound(name[:1])
    if len(first) != 2 or not _BOUNDS[0] <= first <= _END:
        return ""
    return _LETTERS[bisect_right(_BOUNDS, first) - 1]
