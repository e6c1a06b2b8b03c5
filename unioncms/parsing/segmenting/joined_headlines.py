"""Lines that got no text of their own, joined to the headline that they stand by: as its kicker, or in its place."""

from itertools import pairwise

from unioncms.parsing.segmenting.headline_fit import Bodies
from unioncms.parsing.segmenting.headline_groups import Group
from unioncms.parsing.segmenting.items import names_occasion
from unioncms.parsing.segmenting.titles_block import are_attached, are_phrases, is_dashed, is_where, says_fact

LEAST = 0.8  # a group that fits no body better than this fits none
BETWEEN = 4.0  # what standing between two bodies with one other at most is worth for a headline
MEETINGS = ("代表大会", "全委", "全会")  # stand below slogans, where a match has its headline above it
LEAST_PHRASE = 4


def join_line_above(at: int, groups: list[Group], taken: dict[int, int], bodies: Bodies) -> None:
    """The first of a headline's two lines, where both speak of one body: `三百班长同台比武` / `一线安全有了新招` /
    `——全市大赛落幕`."""
    group = groups[at]
    below = groups[at + 1] if at + 1 < len(groups) else None
    if (
        below is None
        or at + 1 not in taken
        or below.zone is not group.zone
        or group.is_headline
        or below.kickers
    ):
        return
    line, number = group.titles[0], taken[at + 1]
    fit = bodies.fit(line.words, number)
    if fit >= LEAST and fit >= bodies.best(line.words) and are_phrases(line.words, below.titles[0].words):
        below.titles, group.titles = [line, *below.titles], []


def join_neighbour(at: int, groups: list[Group], taken: dict[int, int], bodies: Bodies) -> None:
    """A line that got no body of its own is the headline above a longer line that did, or the subheadline below one:
    `灯下书声伴夜班` / `县总工会办起“夜班书桌”读书会…`, `矿灯之下见真功 三百回合分高低` / `采煤工比武在青石落幕`."""
    group = groups[at]
    below = groups[at + 1] if at + 1 < len(groups) else None
    above = groups[at - 1] if at else None
    size = len(group.titles[-1].words)
    own = bodies.best(group.words)
    is_over = below is not None and below.zone is group.zone and below.column is None
    if below and at + 1 in taken and is_over and not group.bylines and not below.kickers:
        fits = bodies.fit(group.words, taken[at + 1])
        is_kicker = fits >= LEAST and are_attached([*group.titles, *below.titles])
        is_told = " " in group.words and own < LEAST and says_fact(below.words)
        is_explained = (
            (len(below.titles[0].words) >= 1.4 * size or (is_told and len(group.titles) == 1))
            and not is_dashed(below.titles[0].words)
            and (fits + LEAST >= own or " " in group.words)
        )
        if (is_explained and not names_occasion(group.words)) or is_kicker:
            below.titles, group.titles = [*group.titles, *below.titles], []
            return
    if above and at - 1 in taken and is_headline_of(above, group):
        above.kickers, above.titles, group.titles = above.titles, group.titles, []
        return
    if below and at + 1 in taken and heads_headline(group, below):
        below.kickers, group.titles = group.titles, []
        return
    if above and at - 1 in taken and above.zone is group.zone and not above.bylines and above.titles:
        fits = bodies.fit(group.words, taken[at - 1])
        if (
            len(group.titles) == 1
            and size >= 13
            and size >= 1.4 * len(above.titles[-1].words)
            and fits >= own
            and not is_where(above.titles[-1].words)
        ):
            above.titles, above.bylines, group.titles = [*above.titles, *group.titles], group.bylines, []
        elif group.is_alone and fits + BETWEEN >= own and are_fact_and_headline(above, group):
            above.titles, group.titles = [*above.titles, *group.titles], []


def with_slogans_above(groups: list[Group]) -> list[Group]:
    """`汇聚矿工力量 共建平安矿区` / `县总工会第四次` / `代表大会召开`: it is of the line below, whatever text has its
    words."""
    result = list(groups)
    for group, below in pairwise(groups):
        is_slogan = group.column is None and not group.kickers and is_couplet(group)
        is_meeting = says_fact(below.words) and any(word in below.words for word in MEETINGS)
        if is_slogan and is_meeting and heads_headline(group, below):
            below.kickers = group.titles
            below.is_first = group.is_first
            result.remove(group)
    return result


def heads_headline(group: Group, below: Group) -> bool:
    """`庆祝青石县工会成立70周年`, or two phrases above a headline that is shorter."""
    if group.bylines or below.kickers or not are_adjacent(group, below):
        return False
    is_longer = len(below.titles[0].words) < len(group.words)
    return names_occasion(group.words) or (is_couplet(group) and is_longer)


def is_headline_of(above: Group, group: Group) -> bool:
    """`县总工会“开门红”劳动竞赛见闻` / `工地赛场 比出速度`, `县总工会召开全委会议` / `聚力新目标 开创新局面`: the line
    that found the text explains the two phrases."""
    is_one = len(above.titles) == 1 and not (above.kickers or above.bylines) and is_couplet(group)
    is_one = is_one and are_adjacent(above, group) and not is_couplet(above)
    return is_one and (len(above.words) >= 1.4 * len(group.words) or says_fact(above.words))


def are_adjacent(above: Group, below: Group) -> bool:
    """Nothing stands between the lines of the two, no caption and no column."""
    if above.zone is not below.zone or not (above.titles and below.titles):
        return False
    places = {id(item): at for at, item in enumerate(above.zone.items)}
    return places.get(id(below.titles[0]), -1) == places.get(id(above.titles[-1]), -3) + 1


def is_couplet(group: Group) -> bool:
    """`炉火映丹心 技能比高低`: two phrases of one length that no text is about head the headline below them."""
    first, _, second = group.words.partition(" ")
    return len(group.titles) == 1 and len(first) == len(second) >= LEAST_PHRASE and not second.count(" ")


def is_vertical(group: Group) -> bool:
    return bool(group.titles) and group.titles[0].paragraph.is_vertical


def stands_for_itself(group: Group) -> bool:
    """A vertical line, or two lines of like length: no caption is set so."""
    if len(group.titles) == 2 and not group.bylines:
        return are_phrases(group.titles[0].words, group.titles[1].words)
    return is_vertical(group)


def join_vertical(at: int, groups: list[Group], taken: dict[int, int], bodies: Bodies) -> None:
    """A vertical line is a headline and no caption: the text that fits it has the line it explains, `石榴花开歌声嘹亮`
    and `“百年路·石榴籽”职工合唱比赛举行`."""
    group = groups[at]
    told = [
        (bodies.fit(group.words, number) + bodies.letters_in_common(group.words, number), -other)
        for other, number in taken.items()
        if len(groups[other].titles) == 1 and not is_vertical(groups[other]) and not groups[other].kickers
        if len(groups[other].words) > len(group.words)
    ]
    if told:
        own = groups[-max(told)[1]]
        own.titles, group.titles = [*group.titles, *own.titles], []


def are_fact_and_headline(above: Group, group: Group) -> bool:
    """Two lines and nothing else between two texts: what took place, and the headline that it explains."""
    lines = [*above.titles, *group.titles]
    return len(lines) == 2 and any(says_fact(each.words) for each in lines)
