"""Lines above the first headline that serve every article of the page: a round-up's kicker, a common column."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import groupby, pairwise, takewhile

from unioncms.parsing.furniture import is_trail
from unioncms.parsing.segmenting.drafts import Draft
from unioncms.parsing.segmenting.genres import genre_of
from unioncms.parsing.segmenting.items import Item, holds_briefs, names_column, names_common
from unioncms.parsing.segmenting.repeated_kickers import put_above
from unioncms.parsing.segmenting.segments import Segments
from unioncms.parsing.segmenting.series import set_series
from unioncms.parsing.segmenting.titles_block import is_dashed, take_column
from unioncms.parsing.segmenting.topics import hanzi_pairs
from unioncms.parsing.shapes import BULLETS, dateline_of
from unioncms.parsing.traced import Traced

LEAST_ROUND_UP = 2
VOICES = re.compile("[谈话说答论]|心声")  # of a kicker above what people say, whoever put it together
LEAST_TOLD = 6  # pairs of characters of a line that tells what it is about
OF_FIRST = 0.4  # share of them that the first text has where the line is of that alone
OF_OTHERS = 0.2
STAFF = ("reporter", "trainee_reporter", "correspondent")
ABOVE_TEXT = ("meta", "furniture", "running_head", "mark")
HEADS = ("title", "column", "byline", "headline", "kicker")


def share_common_lines(segments: Segments) -> Segments:
    share_kickers(segments)
    share_columns_of_compiled(segments.drafts)
    common, drafts = segments.common, segments.drafts
    put_above(drafts)
    if not common or not drafts:
        return segments
    signed = [draft for draft in before_next_page(segments) if draft.headline]
    share_column_above(common, signed)
    is_round_up = len(signed) >= LEAST_ROUND_UP and any(
        is_dashed(item.words) or "——" in item.words for item in common
    )
    if is_round_up:
        first = signed[0]
        run = list(takewhile(partial(is_part, first), signed))
        # A comment in the midst of the pieces ends no round-up whose later pieces are signed as the others are.
        signed = [*run, *(each for each in signed[len(run) :] if is_part(first, each) and is_posted(each))]
    is_column = len(signed) > 1 or names_column(common[0].words)
    words = words_of([item.paragraph.text for item in common])
    is_told = all(map(is_told_by_staff, signed)) and not VOICES.search(words)
    put_above(drafts, words)
    repeating = [draft for draft in signed if words_of(draft.kicker) == words]
    if speaks_of_first(words, signed):
        signed, is_column = signed[:1], False
    label = "column" if is_column and not is_round_up and not repeating else "kicker"
    # A page that prints its kicker above each piece says itself which have it.
    served = drafts[:1] if repeating or len(signed) < 2 else signed
    if label == "column":
        others = ("notice", "news", "photo") if genre_of(served[0]) == "essay" else ("notice",)
        served = [draft for draft in served if genre_of(draft) not in others]
    for draft in served:
        for item in common:
            draft.claim(item, label)
        share(draft, [item.paragraph.text for item in common], label, is_round_up and not is_told)
    for draft in repeating:
        draft.genre = "roundup" if is_round_up and not is_told else draft.genre
    return segments


def speaks_of_first(words: str, drafts: list[Draft]) -> bool:
    """`夜校的灯亮到九点` above `装卸工学会看图纸`, of which the first text speaks and no other: its kicker."""
    own = hanzi_pairs(words)
    if len(drafts) < 2 or len(own) < LEAST_TOLD or "——" in words or names_common(words):
        return False
    first, *others = (len(own & hanzi_pairs(draft.words)) / len(own) for draft in drafts)
    return first >= OF_FIRST and max(others) <= OF_OTHERS


def before_next_page(segments: Segments) -> list[Draft]:
    """Down to the next line that says where on a site the next page lies."""
    first = min((claim.paragraph.ranges[0][0] for claim in segments.drafts[0].claims), default=0)
    ways = [claim.paragraph for claim in segments.discarded if is_trail(claim.paragraph.words)]
    end = min((way.ranges[0][0] for way in ways if way.ranges[0][0] > first), default=None)
    if end is None:
        return segments.drafts
    return [
        draft
        for draft in segments.drafts
        if all(claim.paragraph.ranges[0][0] < end for claim in draft.claims)
    ]


def share_column_above(common: list[Item], signed: list[Draft]) -> None:
    """`【主席论坛】` above the lines that serve every piece serves them too."""
    claim = next((each for each in signed[0].claims if each.label == "column"), None) if signed else None
    if claim is None or claim.paragraph.ranges[0] > common[0].paragraph.ranges[0]:
        return
    for draft in takewhile(lambda each: each.column is None, signed[1:]):
        if genre_of(draft) not in ("photo", "notice"):
            draft.column = signed[0].column
            draft.claims.append(claim)


def is_part(first: Draft, draft: Draft) -> bool:
    """A comment with a column of its own, a photograph, a notice or a report below a round-up is none of its pieces."""
    if dateline_of(draft.words) and not dateline_of(first.words):
        return False  # `本报讯 …` below what chairs of unions say
    return draft.column == first.column and genre_of(draft) not in ("photo", "notice")


def is_told_by_staff(draft: Draft) -> bool:
    """A story, in which nobody speaks for himself."""
    people = (*draft.contributors, *draft.compilers)
    roles = {each.role for each in people} - {"photographer"}
    return bool(roles) and roles <= set(STAFF)


def is_posted(draft: Draft) -> bool:
    people = (*draft.contributors, *draft.compilers)
    return any(each.role == "author" for each in people) and bool(
        draft.post or any(each.printed_post for each in people)
    )


def words_of(lines: list[Traced]) -> str:
    return "".join(line.text for line in lines)


def is_signed_by_post(block: Iterable[Item]) -> bool:
    """`青石县总工会主席 王一川`, below a headline"""
    people = (
        each for item in block if item.kind == "byline" and item.credit for each in item.credit.contributors
    )
    return any(each.printed_post for each in people)


def with_kickers(items: list[Item]) -> list[Item]:
    """A title alone between empty lines, above two or more pieces that are signed alike, is the kicker of each:
    `五一之后说五一` / `节过完了` / `青石县总工会主席 王一川` … `给一个期限` / `梨川县总工会主席 李小满`."""
    result = list(items)
    usual = Counter(item.paragraph.gap for item in items[1:]).most_common(1)
    heads = [
        at
        for at in range(len(items) - 1)
        if items[at].kind == "title" and is_signed_by_post(items[at + 1 : at + 2])
    ]
    for one, other in pairwise(heads):
        above = one - 1
        is_alone = above > 0 and items[above].kind == "title" and items[above].paragraph.level is None
        if not is_alone or min(items[at].paragraph.gap for at in (above, one)) <= usual[0][0]:
            continue
        if not any(item.kind in HEADS for item in items[one + 2 : other]):
            result[above] = replace(items[above], kind="kicker")
    return result


def with_marked_kicker(items: list[Item]) -> list[Item]:
    """A plain title above two or more headlines that bear one mark is the kicker of each:
    `学会议精神 聚合力` / `◆ 送法进园区` … `◆ 讲堂搬上绿皮车`."""
    first, *others = [at for at, item in enumerate(items) if item.kind in ("title", "headline")] or [0]
    if len(others) < LEAST_ROUND_UP or items[first].kind != "title":
        return items
    is_marked = all(items[at].kind == "headline" for at in others[:LEAST_ROUND_UP])
    if not is_marked or any(item.kind not in ABOVE_TEXT for item in items[first + 1 : others[0]]):
        return items
    kicker = replace(items[first], kind="kicker", is_section=True)
    if holds_briefs(words := items[first].words) or names_column(words):
        kicker = replace(kicker, kind="column", name=words)  # `一周简讯`
    return [kicker if at == first else item for at, item in enumerate(items)]


def share_kickers(segments: Segments) -> None:
    for kicker, drafts in groupby(segments.drafts, key=lambda draft: draft.common):
        served = list(drafts)
        if kicker is None:
            continue
        for draft in served:
            draft.claim(kicker, "kicker")
            words = take_column(draft, kicker, kicker.paragraph.text, "kicker")
            share(draft, [words], "kicker", len(served) >= LEAST_ROUND_UP)


def share_columns_of_compiled(drafts: list[Draft]) -> None:
    """`代表席上话心声` above the first of two or more pieces that people sign by their posts and a reporter put
    together: a round-up, and that line the kicker of each."""
    for number, first in enumerate(drafts):
        if first.column is None or first.section is not None or not is_compiled(first):
            continue
        others = takewhile(lambda each: each.column is None and is_compiled(each), drafts[number + 1 :])
        served = [first, *others]
        claim = next((each for each in first.claims if each.label == "column"), None)
        if len(served) < LEAST_ROUND_UP or claim is None:
            continue
        first.column = None
        first.claims.remove(claim)
        for draft in served:
            draft.claims.append(replace(claim, label="kicker"))
            share(draft, [claim.paragraph.text], "kicker", True)


def is_compiled(draft: Draft) -> bool:
    is_signed = any(each.role == "author" and each.printed_post for each in draft.contributors)
    return is_signed and any(each.role in STAFF for each in draft.compilers) and not draft.kicker


def share(draft: Draft, lines: list, label: str, is_round_up: bool) -> None:
    if label == "kicker":
        draft.kicker = [*lines, *draft.kicker]
        if draft.series is None:
            set_series(draft)
    elif draft.column is None:
        draft.column = " ".join(line.text.strip(BULLETS + " ") for line in lines)
    if is_round_up:
        draft.genre = "roundup"
