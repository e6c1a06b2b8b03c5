"""Title lines that stand apart from their bodies, in groups: the lines of one headline, its kicker and its byline."""

import itertools
from dataclasses import dataclass, field

from unioncms.parsing.credits import cut_caption
from unioncms.parsing.seams import word_is_torn
from unioncms.parsing.segmenting.headline_fit import Bodies
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.page_habits import repeated_lines
from unioncms.parsing.segmenting.segments import Zone
from unioncms.parsing.segmenting.surroundings import LEAST_PHOTO_TEXT
from unioncms.parsing.segmenting.titles_block import (
    LIST_OF,
    are_parallel,
    is_dashed,
    is_where,
    joined_item,
    names_kind_alone,
)
from unioncms.parsing.shapes import stands_over_halves

MOST_WIDE = 13  # characters in a line of a headline that goes over several
LEAST_WRAPPED = 11  # characters of a line that goes on in the next as it is
NARROW = 10  # a longer line seldom is but part of a headline
MOST_LINES = 5  # of one headline group
MOST_COUNTED = 60  # lines of a run whose groups are counted against the bodies
GROUP_COST = 1.2
MISSING_GROUP = 4.0  # what a group more is worth where bodies have no headline
ATTACHED = 3.0  # what speaks for two lines below an empty one, with none between them
AFTER_FACT = 4.0  # what speaks against a line more where `…技能大赛` / `在青石落幕` or `…名单` has said all
MOST_OF_PICTURE = 2  # lines of its title
SMALL_ZONE = 2  # groups that one body above and one below may share between them


@dataclass(slots=True)
class Group:
    """Title lines that belong together, with the bylines below them."""

    titles: list[Item]
    zone: Zone
    bylines: list[Item] = field(default_factory=list)
    kickers: list[Item] = field(default_factory=list)  # lines that the page prints above several headlines
    column: Item | None = None  # its column's name, right above it
    picture: Item | None = None  # a signed caption right below it, long enough to stand for a text
    is_first: bool = False
    is_last: bool = False
    is_alone: bool = False  # it and no more than one other stand between two bodies

    @property
    def words(self) -> str:
        return "".join(item.words for item in self.titles)

    @property
    def lines(self) -> list[Item]:
        return [*self.kickers, *self.titles]

    @property
    def is_headline(self) -> bool:
        """More than one line, a byline or a vertical setting: no caption looks like this."""
        return (
            len(self.lines) > 1
            or bool(self.bylines)
            or self.column is not None
            or self.titles[0].paragraph.is_vertical
        )


def groups_of_page(zones: list[Zone], bodies: Bodies) -> list[Group]:
    """As many groups as there are bodies without a headline, where the lines allow for it."""
    common = repeated_lines(item for zone in zones for item in zone.items)
    for zone in zones:
        zone.items = with_wrapped_lines_joined(zone.items, bodies)
    groups = [groups_of(zone, bodies, common) for zone in zones]
    missing = len(bodies.drafts) - sum(bodies.is_preface) - sum(map(len, groups))
    if missing > 0 and zones:  # where there are more groups than bodies, some are captions
        at = max(range(len(zones)), key=lambda at: (len(groups[at]), titles_in(zones[at])))
        groups[at] = groups_of(zones[at], bodies, common, len(groups[at]) + missing)
    for each in groups:
        for group in each:
            group.is_alone = len(each) <= SMALL_ZONE
    return [group for each in groups for group in each]


def with_wrapped_lines_joined(items: list[Item], bodies: Bodies) -> list[Item]:
    """One printed line that its box has cut: `全县采煤职工技能竞赛在青石` / `煤矿落幕`, where a text has 青石煤矿.
    Which whole lines make a headline is asked later."""
    result = items[:1]
    for item in items[1:]:
        above = result[-1]
        is_plain = above.kind == item.kind == "title" and not (
            above.paragraph.is_vertical or item.paragraph.is_vertical
        )
        if is_plain and is_rest_of_line(above.words, item, bodies):
            result[-1] = joined_item([above, item], "")
        else:
            result.append(item)
    return result


def is_rest_of_line(above: str, item: Item, bodies: Bodies) -> bool:
    text = item.words
    if is_dashed(text):
        return False
    if text[0] in "（(" and text[-1] in "）)":
        return True
    if " " in text or len(text) > len(above):
        return False
    if names_kind_alone(above, text):
        return True
    is_printed = bodies.prints(above[-3:] + text[:2]) or bodies.prints(above[-2:] + text[:3])
    return len(above) >= LEAST_WRAPPED and (is_printed or word_is_torn(above, text))


def titles_in(zone: Zone) -> int:
    return sum(item.kind in ("title", "heading") for item in zone.items)


def groups_of(zone: Zone, bodies: Bodies, common: frozenset[str], wanted: int = 0) -> list[Group]:
    """A byline, a caption, a vertical headline or a common kicker parts two groups."""
    runs: list[tuple[list[Item], list[Item], Item | None]] = [
        ([], [], None)
    ]  # kickers, titles, what ends the run
    of_picture = title_of_picture(zone, bodies)
    for item in zone.items:
        if item is of_picture:
            runs.append(([], [], None))
        kickers, titles, _ = runs[-1]
        is_title = item.kind in ("title", "heading")
        if is_title and item.words in common:
            runs += [([item], [], None)] if titles else []
            if not titles:
                kickers.append(item)
        elif is_title and not item.paragraph.is_vertical:
            titles.append(item)
        else:
            runs[-1] = (kickers, titles, item)
            runs.append(([], [], None))
    free = [titles for kickers, titles, _ in runs if not kickers]
    fixed = sum(bool(kickers) for kickers, _, _ in runs)
    fixed += sum(end is not None and end.kind in ("title", "heading") for _, _, end in runs)
    longest = max(free, key=len, default=[])
    rest = sum(len(split_run(titles, bodies)) for titles in free if titles is not longest)
    groups: list[Group] = []
    column: Item | None = None
    for kickers, titles, end in runs:
        before = len(groups)
        if kickers and titles:
            groups.append(Group(titles, zone, kickers=kickers))
        elif kickers:
            groups.append(Group(kickers, zone))
        else:
            count = wanted - fixed - rest if wanted and titles is longest else 0
            groups.extend(Group(lines, zone) for lines in split_run(titles, bodies, count))
        if end is not None and end.kind in ("title", "heading"):
            groups.append(Group([end], zone))
        if column is not None and len(groups) > before:
            groups[before].column, column = column, None
        if end is None or end.kind in ("title", "heading"):
            continue
        if end.kind == "column":
            column = end
        elif end.kind in ("byline", "meta") and groups and not groups[-1].bylines:
            groups[-1].bylines.append(end)
        elif (
            end.kind == "caption"
            and titles
            and len(end.words) >= LEAST_PHOTO_TEXT
            and cut_caption(end.paragraph.text)
        ):
            groups[-1].picture = end
    if groups:
        groups[0].is_first = groups[-1].is_last = True
    return groups


def title_of_picture(zone: Zone, bodies: Bodies) -> Item | None:
    """`谢谢你们` / `为我讨回清白` / `巧手剪窗花` right above a signed picture: the last line is the picture's title,
    and what stands above it is a headline by itself."""
    last = zone.items[-1] if zone.items else None
    is_above = any(
        place == zone.after and is_photo
        for place, is_photo in zip(bodies.places, bodies.is_photo, strict=True)
    )
    if last is None or last.kind != "title" or not is_above:
        return None
    run = itertools.takewhile(lambda item: item.kind == "title", reversed(zone.items))
    return last if len(list(run)) > MOST_OF_PICTURE else None


def split_run(run: list[Item], bodies: Bodies, count: int = 0) -> list[list[Item]]:
    """The cheapest way to cut a run of title lines into groups; into `count` of them where that costs little more."""
    worth, groups = best_split(run, bodies, 0)
    if len(groups) < count <= len(run) <= MOST_COUNTED:
        for wanted in range(count, len(groups), -1):
            other, more = best_split(run, bodies, wanted)
            if more and other >= worth - MISSING_GROUP * (wanted - len(groups)):
                return more
    return groups


def best_split(run: list[Item], bodies: Bodies, count: int) -> tuple[float, list[list[Item]]]:
    # (lines, groups) → worth and the groups; 0 groups stands for any number where none is wanted
    best: dict[tuple[int, int], tuple[float, list[list[Item]]]] = {(0, 0): (0.0, [])}
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - MOST_LINES), end):
            lines = run[start:end]
            if start and is_dashed(lines[0].words):
                continue  # it goes on with the line above it
            worth = (
                bodies.best("".join(item.words for item in lines)) - GROUP_COST - awkwardness(lines, bodies)
            )
            for groups in range(count) if count else (0,):
                before = best.get((start, groups))
                place = (end, groups + 1 if count else 0)
                if before and (place not in best or before[0] + worth > best[place][0]):
                    best[place] = (before[0] + worth, [*before[1], lines])
    return best.get((len(run), count), (0.0, []))


def awkwardness(lines: list[Item], bodies: Bodies) -> float:
    """What speaks against lines being one headline: short lines of like length, then dashed lines, are none."""
    cost = 3.0 if is_dashed(lines[0].words) else 0.0
    dashed = False
    for above, below in itertools.pairwise(lines):
        one, other = len(above.words), len(below.words)
        if not below.paragraph.gap and above.paragraph.gap and len(lines) == 2:
            cost -= ATTACHED
        elif bodies.prints(above.words[-2:] + below.words[:2]):
            cost -= 1.0
        elif is_dashed(below.words):
            cost -= 2.0
            dashed = True
        elif (above is not lines[0] and is_where(above.words)) or LIST_OF.search(above.words):
            cost += AFTER_FACT
        elif above is lines[0] and stands_over_halves(*(item.words for item in lines[:3])):
            cost += 1.0
        elif dashed:
            cost += 0.0 if is_dashed(above.words) and other < one else 3.0
        elif are_parallel(above.words, below.words):
            cost -= 8.0
        elif max(one, other) <= MOST_WIDE and min(one, other) * 2 >= max(one, other):
            cost += 1.0 if " " in below.words else 0.1 if one <= NARROW else 1.3
        else:
            cost += 3.0
    return cost
