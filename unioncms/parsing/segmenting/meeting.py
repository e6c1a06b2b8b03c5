"""How well the two ends of a cut text meet: whether a sentence goes on from one to the other, and their subject."""

import re
from collections.abc import Set
from functools import cached_property
from math import fsum, sqrt

from unioncms.parsing.seams import name_follows_title, word_spans
from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.headline_fit import pairs_of, rarities
from unioncms.parsing.segmenting.torn_words import is_torn, lacks_noun
from unioncms.parsing.shapes import CJK, ends_sentence, open_marks

MOST_TEXT = 200_000  # characters that are asked how two of them stand together
SHARED_WORTH = 15.0  # what a common subject says beside how two sentences meet
ITEM = re.compile(r"[\u3400-\u9fff]{1,8}、")  # 微波炉、| 血压计、图书角
ENUMERATED = 2.0
TORN = -1.0  # what half a word says that the rest does not complete
# A sentence may go on with these whatever stood before them.
NEVER_BEFORE = "是的地得和与及把被将在就都也很最"
GOES_ON_WITH = "的了着过和与及等中上下里们地得为到于者员性化"


class Page:
    """The text of all drafts, asked whether two characters stand together anywhere."""

    def __init__(self, drafts: list[Draft]) -> None:
        # Line by line: what is asked is whether two lines meet, so that their meeting must not answer.
        pieces = (text.text for draft in drafts for part_ in draft.body for text in part_.texts)
        self.text = "\n".join(pieces)[:MOST_TEXT]
        self.parts = self.text.count("\n") + 2  # one more than there are, so that no pair says nothing

    @cached_property
    def rarities(self) -> dict[str, float]:
        """Asked of few pages."""
        return rarities(map(pairs_of, self.text.split("\n")), self.parts)

    def rarity(self, pairs: Set[str]) -> float:
        """Of pairs together; what no paragraph has goes over from one to the next."""
        known = self.rarities
        return fsum([known[pair] for pair in pairs if pair in known])

    def likeness(self, head: Draft, rest: Draft) -> float:
        return self.meeting(head, rest) + self.shared(head.words, rest.words)

    def meeting(self, head: Draft, rest: Draft) -> float:
        """As `seam`; of a head of which the page gives nothing but the titles anything is the beginning."""
        return self.seam(head.body[-1].words, rest.body[0].words) if head.body else 0.0

    def shared(self, head: str, rest: str) -> float:
        """How much two texts speak of the same: their common pairs of characters, the rarer the more."""
        worth = self.rarity(pairs_of(head) & pairs_of(rest))
        return SHARED_WORTH * worth / (sqrt(len(head) * len(rest)) + 20)

    def seam(self, head: str, rest: str) -> float:
        """How well a sentence cut after `head` goes on with `rest`; above 0 the two are taken for one sentence.

        A quotation closed in the rest must have been opened in the head (`工作` / `面”战略布局` was not); a word that
        goes over the cut is the best sign, two characters that stand together elsewhere on the page the next.
        """
        opened = open_marks(head[-60:])
        closes = open_marks(rest[:40])
        if (closes < 0 and opened <= 0) or (rest[0] in "“《（" and head[-1] in "“《（"):
            return -3.0
        if ends_sentence(head):
            return -1.0 if begins_in_mid_sentence(rest) else 0.5
        value = 1.5 if closes < 0 and opened > 0 else 0.0
        if rest[0] in "，。、；：！？,;:!?":
            return value + 1.0
        if head[-1] in "，、,；;：:":
            return value + (ENUMERATED if head[-1] == "、" and ITEM.match(rest) else 0.3)
        if CJK.match(head[-1]) and CJK.match(rest[0]):
            value += 1.0 if head[-1] + rest[0] in self.text else 0.0
            value += 0.5 if goes_on_with(head, rest) else 0.0
            value += 2.0 if word_spans(head, rest) or name_follows_title(head, rest) else 0.0
        elif (head[-1].isascii() and rest[0].isascii()) or head[-1].isdigit():
            value += 1.0
        return value

    def whole(self, head: str, rest: str) -> float:
        """As `seam`; below 0 also where half a word tells that words are missing between the two."""
        value = self.seam(head, rest)
        return TORN if not value and is_torn(head, rest) else value


def goes_on_with(head: str, rest: str) -> bool:
    return rest[0] in GOES_ON_WITH and head[-1] not in NEVER_BEFORE and not lacks_noun(head, rest)


def begins_in_mid_sentence(text: str) -> bool:
    return text[:1] in "，。、；：！？,;:!?”’》）" or open_marks(text[:40]) < 0
