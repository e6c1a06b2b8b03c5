"""A body as a sentence prints it."""

from dataclasses import dataclass


@dataclass(slots=True)
class Mention:
    """A body as printed; `is_short` where its place must be found outside the words: 市总工会."""

    text: str
    start: int
    end: int
    is_short: bool = False
    full: str = ""  # 攀钢工会, where the list 攀钢、攀煤、钢城集团公司工会 prints 攀钢
    is_inside: bool = False  # stands inside a longer one: 市总 in 市总机关党委
    is_part: bool = False  # of a body named elsewhere: 磨工车间
    is_tail: bool = False  # the end of a name that stands elsewhere: 联合工会, 援助中心
