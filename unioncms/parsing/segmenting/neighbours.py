"""What an item is told by the lines beside it, in the order in which they are asked; first of all a masthead."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from unioncms.parsing.days import WEEKDAY, is_day_range
from unioncms.parsing.furniture import is_day_line
from unioncms.parsing.lexicon import has_any, load
from unioncms.parsing.page_heads import LONGEST_ISSUER, PAPER_ENDINGS, is_issue_line
from unioncms.parsing.reflow import Paragraph
from unioncms.parsing.segmenting.bare_names import with_bare_names, with_first_halves, with_names_and_posts
from unioncms.parsing.segmenting.bracketed_lines import with_bracketed_lines
from unioncms.parsing.segmenting.bulletins import (
    with_bracket_sections,
    with_columns_between_rules,
    with_houses,
    with_issuers,
    with_levelled_sections,
    with_marked_sections,
    with_name_of_bulletin,
    with_name_over_sections,
    with_numbered_sections,
    with_ruled_columns,
)
from unioncms.parsing.segmenting.closings import (
    with_givers_of_notice,
    with_numbered_rows,
    with_offices,
    with_regards,
    with_rows,
    with_signed_notices,
)
from unioncms.parsing.segmenting.contents import with_contents
from unioncms.parsing.segmenting.items import HEAD_ITEMS, PUBLICATION, Item, item_of, names_column
from unioncms.parsing.segmenting.layout_rows import with_layout_rows
from unioncms.parsing.segmenting.letters import with_ends_of_letters
from unioncms.parsing.segmenting.like_ended_rows import with_like_ended_rows
from unioncms.parsing.segmenting.line_by_line import (
    with_days_in_rows,
    with_figures_in_rows,
    with_labels_in_rows,
    with_names_in_rows,
    with_people_in_rows,
    with_table_rows,
    with_verse,
)
from unioncms.parsing.segmenting.marked_lines import (
    with_briefs_in_rows,
    with_framed_headings,
    with_lone_marks,
    with_marked_captions,
    with_second_halves,
    with_signed_briefs,
    with_signed_ends,
    with_torn_rows,
)
from unioncms.parsing.segmenting.named_columns import (
    with_briefs,
    with_columns,
    with_labels_of_columns,
    with_photo_columns,
)
from unioncms.parsing.segmenting.one_level import with_headings_of_one_level
from unioncms.parsing.segmenting.picture_names import with_picture_names
from unioncms.parsing.segmenting.posted import (
    with_accounts,
    with_captions,
    with_chapters,
    with_headlines_of_posts,
    without_emblems,
)
from unioncms.parsing.segmenting.posted_lines import with_posted_lines
from unioncms.parsing.segmenting.posted_titles import (
    with_counted_headings,
    with_last_calls,
    with_leads_to_names,
    with_titles_before_bars,
)
from unioncms.parsing.segmenting.round_ups import with_kickers, with_marked_kicker
from unioncms.parsing.segmenting.row_lists import (
    with_announced_rows,
    with_emblem_rows,
    with_enclosures,
    with_listed_bodies,
    with_what_they_do,
)
from unioncms.parsing.segmenting.run_together import with_lines_parted
from unioncms.parsing.segmenting.sections import with_marked_headlines
from unioncms.parsing.segmenting.signatures_below import with_names_below, with_pen_names
from unioncms.parsing.segmenting.signed_titles import with_signed_titles, with_titles_over_bylines
from unioncms.parsing.segmenting.site_links import with_contacts, with_furniture_lists
from unioncms.parsing.segmenting.site_lists import with_site_lists
from unioncms.parsing.segmenting.site_metas import with_site_metas
from unioncms.parsing.segmenting.sites import with_site_heads, with_tools
from unioncms.parsing.segmenting.titles_below import with_titles_below_pictures
from unioncms.parsing.segmenting.two_line_bylines import (
    with_photographers_in_two_lines,
    with_posts_of_names,
)
from unioncms.parsing.segmenting.unsigned_captions import with_captions_of_sites, with_unsigned_captions
from unioncms.parsing.shapes import ends_item

LONGEST_MASTHEAD = 10
LONGEST_PAGE_NAME = 4
NUMBER_ALONE = re.compile(r"[（(]?第[0-9一二三四五六七八九十百]{1,4}期[）)]?")
HEAD_LINES = 4
LEAST_CUT = 2  # texts that stop in mid-sentence
LEAST_ROW = 20  # characters
PAPER_OF_WORKERS = re.compile(r"[\u4e00-\u9fff]{2,4}(?:工人|职工|工运)")


def items_of(paragraphs: Sequence[Paragraph]) -> list[Item]:
    items = [item_of(paragraph, number) for number, paragraph in enumerate(paragraphs)]
    for stage in STAGES:
        items = stage(items)
    return items


def with_masthead(items: list[Item]) -> list[Item]:
    """Beside the day, the issue and the page's number stand the paper and the name of the page.

    `2020年5月12日` / `青石卫生职工` / `第2版`; `青石工会一周` / `第47期`; `综合新闻` / `2024年11月7日 星期四`
    """
    result = list(items)
    for number, item in enumerate(items[:HEAD_ITEMS]):
        above = result[number - 1] if number else None
        below = items[number + 1] if number + 1 < len(items) else None
        if is_paper_alone(item) and is_section_below_text(items, number):
            result[number] = replace(item, kind="title", name="")
        if item.kind != "title" or not (is_head(above) or is_head(below)):
            continue
        is_above_all = not number and len(item.words) <= LONGEST_PAGE_NAME
        is_page_name = item.words in load("page_names") and item.paragraph.level is None
        if is_page_name or (is_above_all and below and is_paper_alone(below)):
            result[number] = replace(item, kind="running_head")
        elif (
            (is_head(above) or not number) and number < HEAD_LINES and PAPER_OF_WORKERS.fullmatch(item.words)
        ):
            result[number] = replace(item, kind="running_head", name=item.words)
        elif not number and below and is_issuer_over(item, below):
            result[number] = replace(item, kind="running_head")
        elif names_forum(item) and below and NUMBER_ALONE.fullmatch(below.words):
            result[number + 1] = replace(below, kind="running_head")  # `青石论坛` / `（第十二期）`
        elif len(item.words) <= LONGEST_MASTHEAD and is_masthead(above, below, result):
            name = "" if any(map(is_paper_alone, items[:HEAD_ITEMS])) else item.words
            result[number] = replace(item, kind="running_head", name=name)
    return result


def is_section_below_text(items: Sequence[Item], number: int) -> bool:
    """`各镇快讯` between a text and the next headline names a section, and no paper."""
    below = items[number + 1 : number + 2]
    is_above_title = bool(below) and below[0].kind in ("title", "heading")
    return is_above_title and any(item.kind == "body" for item in items[:number])


def names_forum(item: Item) -> bool:
    """`青石论坛`; `工作动态` is a bulletin"""
    return names_column(item.words) and has_any(item.words, "essay_columns")


def is_issuer_over(item: Item, below: Item) -> bool:
    """`青石州总工会` / `工作简报`: whose bulletin it is"""
    is_body = item.words.endswith(("总工会", "工会")) and len(item.words) <= LONGEST_ISSUER
    return is_body and is_head(below) and below.words.endswith(PAPER_ENDINGS)


def is_head(item: Item | None) -> bool:
    return item is not None and item.kind == "running_head"


def is_paper_alone(item: Item) -> bool:
    return is_head(item) and PUBLICATION.fullmatch(item.words) is not None


def is_masthead(above: Item | None, below: Item | None, items: Sequence[Item]) -> bool:
    if below is not None and (is_issue_line(below.words) or is_day_range(below.words)):
        return above is None or above.kind in ("running_head", "furniture")
    if above is None and len(items) > 2 and items[2].kind == "title" and is_head(below):
        return WEEKDAY.search(below.words) is not None  # `青石工人` / `2025年1月9日 星期四` / `两市签约`
    if not (is_head(above) and is_head(below)):
        return False
    return any(is_day_line(each.words) or each.name for each in items[:HEAD_ITEMS] if is_head(each))


def with_attached_lines(items: list[Item]) -> list[Item]:
    """A short line right below a paragraph, where the page parts everything else by an empty line, is text too."""
    gaps = Counter(item.paragraph.gap for item in items[1:])
    if not gaps or gaps.most_common(1)[0][0] == 0:
        return items
    result = list(items)
    attached = [number for number in range(1, len(items)) if is_attached(items[number - 1], items[number])]
    for number in attached:
        below = items[number + 1] if number + 1 < len(items) else None
        is_over_text = below is not None and below.kind == "body" and not below.paragraph.gap
        twins = (items[other].words for other in attached if other != number)
        if not (is_over_text and any(are_alike(items[number].words, words) for words in twins)):
            result[number] = replace(items[number], kind="body")
    return result


def with_cut_rows(items: list[Item]) -> list[Item]:
    """`这次走访采取“看一眼、问一句”的办法，食堂的老厨师赵` below text that is whole, on a page of cut texts: a row that
    its column ends, and no headline."""
    cut = sum(is_cut(item) for item in items)
    if cut < LEAST_CUT:
        return items
    result = list(items)
    for number, (above, item) in enumerate(pairwise(items), start=1):
        is_row = item.kind == "title" and "，" in item.words and " " not in item.words
        is_plain = is_row and item.paragraph.level is None and len(item.words) >= LEAST_ROW
        if is_plain and above.kind == "body" and above.is_sentence:
            result[number] = replace(item, kind="body")
    return result


def is_cut(item: Item) -> bool:
    words = item.words
    return item.kind == "body" and len(words) >= LEAST_ROW and not (item.is_sentence or ends_item(words))


def is_attached(above: Item, item: Item) -> bool:
    if item.kind != "title" or item.paragraph.gap or above.kind != "body" or not above.is_sentence:
        return False
    is_plain = item.paragraph.level is None and not item.paragraph.measure and not above.paragraph.measure
    return is_plain and len(above.words) > 30


def are_alike(first: str, second: str) -> bool:
    """`饭桌上，把心贴拢` and `谈判桌上，把话说明`: headings of one text."""
    return abs(len(first) - len(second)) <= 1 and len(set(first) & set(second)) * 3 >= len(first)


# Each looks at the lines beside one; an account and a name are told from titles before columns and furniture are.
STAGES = (
    with_layout_rows,
    with_lines_parted,
    with_torn_rows,
    with_posted_lines,
    with_titles_before_bars,
    with_leads_to_names,
    with_last_calls,
    with_counted_headings,
    with_site_metas,
    with_picture_names,
    with_accounts,
    with_chapters,
    with_tools,
    with_site_heads,
    with_site_lists,
    with_bracketed_lines,
    with_signed_titles,
    with_titles_over_bylines,
    with_masthead,
    with_issuers,
    with_contents,
    with_people_in_rows,
    with_names_in_rows,
    with_figures_in_rows,
    with_days_in_rows,
    with_labels_in_rows,
    with_table_rows,
    with_like_ended_rows,
    with_contacts,
    with_bare_names,
    with_first_halves,
    with_houses,
    with_posts_of_names,
    with_names_and_posts,
    with_photographers_in_two_lines,
    with_marked_captions,
    with_lone_marks,
    with_framed_headings,
    with_signed_ends,
    with_second_halves,
    with_verse,
    with_rows,
    with_offices,
    with_numbered_rows,
    with_emblem_rows,
    with_regards,
    with_givers_of_notice,
    with_enclosures,
    with_listed_bodies,
    with_announced_rows,
    with_what_they_do,
    with_signed_notices,
    with_headlines_of_posts,
    without_emblems,
    with_captions,
    with_briefs,
    with_columns,
    with_photo_columns,
    with_labels_of_columns,
    with_bracket_sections,
    with_columns_between_rules,
    with_numbered_sections,
    with_marked_sections,
    with_levelled_sections,
    with_name_of_bulletin,
    with_name_over_sections,
    with_ruled_columns,
    with_briefs_in_rows,
    with_signed_briefs,
    with_ends_of_letters,
    with_marked_headlines,
    with_kickers,
    with_marked_kicker,
    with_attached_lines,
    with_cut_rows,
    with_titles_below_pictures,
    with_captions_of_sites,
    with_furniture_lists,
    with_names_below,
    with_pen_names,
    with_headings_of_one_level,
    with_unsigned_captions,
)
