"""What an item is told by the lines beside it: a masthead, a site's address, a bare name, a column, links of a site."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from unioncms.parsing.bulletins import (
    with_bracket_sections,
    with_contents,
    with_houses,
    with_issuers,
    with_levelled_sections,
    with_marked_sections,
)
from unioncms.parsing.closings import DAY as DAY_ALONE
from unioncms.parsing.closings import (
    LONGEST_SIGNATURE,
    TO_EDITOR,
    signature,
    with_givers_of_notice,
    with_numbered_rows,
    with_offices,
    with_regards,
    with_rows,
    with_signed_notices,
)
from unioncms.parsing.credits import Credit
from unioncms.parsing.credits.labelled import opens_with_label
from unioncms.parsing.credits.names import is_name, is_word, may_be_name, names_in
from unioncms.parsing.document import Contributor
from unioncms.parsing.furniture import is_contact, is_day_line, is_end
from unioncms.parsing.items import HEAD_ITEMS, SALUTATION, Item, holds_briefs, is_after, item_of, names_column
from unioncms.parsing.lexicon import load
from unioncms.parsing.page_heads import is_issue_line
from unioncms.parsing.posted import with_accounts, with_captions, with_headlines_of_posts, without_emblems
from unioncms.parsing.reflow import Paragraph
from unioncms.parsing.round_ups import is_signed_by_post, with_kickers, with_marked_kicker
from unioncms.parsing.sections import with_marked_headlines
from unioncms.parsing.shapes import has_sentence_mark
from unioncms.parsing.signed_titles import with_signed_titles
from unioncms.parsing.sites import with_site_heads

LONGEST_MASTHEAD = 10
LONGEST_LETTERS = 8  # characters of the column above a letter
LEAST_TITLE = 4
LONGEST_PEN_NAME = 3
LONGEST_SET_APART = 8  # characters of a column that nothing but an empty line parts from the headline
LONGEST_NAMES = 16  # characters of a line of two or three
SITE_KINDS = ("furniture", "running_head")
HEAD_KINDS = ("title", "column")
SITE_ENDINGS = ("网", "网站", "门户", "客户端", "数字报", "电子报")
LINK = re.compile(r"[^，。；：:]\s*[\[(（]?(?:(?:19|20)[0-9]{2}[-/.])?[0-9]{1,2}[-/.][0-9]{1,2}[\])）]?$")


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
        if item.kind != "title" or not (is_head(above) or is_head(below)):
            continue
        if item.words in load("page_names"):
            result[number] = replace(item, kind="running_head")
        elif len(item.words) <= LONGEST_MASTHEAD and is_masthead(above, below):
            result[number] = replace(item, kind="running_head", name=item.words)
    return result


def is_head(item: Item | None) -> bool:
    return item is not None and item.kind == "running_head"


def is_masthead(above: Item | None, below: Item | None) -> bool:
    if below is not None and is_issue_line(below.words):
        return above is None or is_head(above)
    if not (is_head(above) and is_head(below)):
        return False
    return any(is_day_line(each.words) or each.name for each in (above, below))


def with_contacts(items: list[Item]) -> list[Item]:
    """An address is the site's where it stands beside the site's other lines, and a notice's where it does not."""
    result = list(items)
    for number, item in enumerate(items):
        if item.kind != "furniture" or not is_contact(item.words):
            continue
        around = (
            next((each for each in lines if each.kind != "furniture" or not is_contact(each.words)), None)
            for lines in (reversed(items[max(number - 8, 0) : number]), items[number + 1 : number + 9])
        )
        if not any(each is not None and (each.kind in SITE_KINDS or is_link(each)) for each in around):
            result[number] = replace(item, kind="body", credit=None)
    return result


def with_bare_names(items: list[Item]) -> list[Item]:
    """A name and nothing else between a title and its text is the author's: `老矿灯的故事` / `邓福来`; so are two or
    three with blanks between them: `邓福来　谷 雨`."""
    result = list(items)
    for number in range(1, len(items) - 1):
        above, item, below = result[number - 1], items[number], items[number + 1]
        if item.kind != "title" or above.kind != "title" or item.paragraph.level is not None:
            continue
        is_text = below.kind in ("body", "note", "caption") or below.words.endswith(("：", ":"))
        names = bare_names(item.words) if is_text and len(item.words) <= LONGEST_NAMES else []
        names = names or ([item.words] if is_text and is_spaced_name(item) else [])
        people = tuple(Contributor(name, "author") for name in names)
        if is_text and not names:
            people = housed_author(item.words)
        if people and (len(above.words) > LEAST_TITLE or not is_name(above.words)):
            result[number] = replace(item, kind="byline", credit=Credit("byline", people))
    return result


def housed_author(text: str) -> tuple[Contributor, ...]:
    """`金工车间 王一川`: where the author works, and the name."""
    house, blank, name = text.partition(" ")
    if not blank or not is_name(name) or len(name) >= LEAST_TITLE or is_word(name):
        return ()
    is_house = len(house) > 2 and house.endswith(load("houses_of_authors"))
    return (Contributor(name, "author", "", house),) if is_house else ()


def is_spaced_name(item: Item) -> bool:
    """`阿　伦`: whatever its surname, printed apart as names are."""
    text = item.paragraph.text
    is_notice = item.words in load("notice_titles")  # 更　正
    if not 1 < len(text) <= LONGEST_PEN_NAME or item.paragraph.is_vertical or is_notice:
        return False
    return all(text.source(at + 1) - text.source(at) > 1 for at in range(len(text) - 1))


def bare_names(text: str) -> list[str]:
    """`宿 迁 月` → one name, `栗红 冷秋生` → two; `安全 生产` → none, for the language has these words."""
    whole = text.replace(" ", "")
    if is_name(whole) and (len(whole) < LEAST_TITLE or whole[:2] in load("surnames_compound")):
        return [whole]
    parts = text.split()
    if len(parts) < 2 or max(map(len, parts)) >= LEAST_TITLE:
        return []
    names = names_in(text)
    is_all = len(names) > 1 and sum(map(len, names)) == len(whole)
    # One surname that is sure vouches for one that is seldom: `把小川 李小满`
    is_all = is_all and any(map(is_name, names)) and all(map(may_be_name, names))
    return names if is_all and not any(is_word(name) for name in names) else []


def with_briefs(items: list[Item]) -> list[Item]:
    """`白鹭工会一周要闻` above marked headlines is the column of each of them."""
    first = next((at for at, item in enumerate(items[:HEAD_ITEMS]) if item.kind == "title"), None)
    if first is None or not holds_briefs(items[first].words):
        return items
    below = next((item for item in items[first + 1 : first + 3] if item.kind != "meta"), None)
    if below is None or below.kind != "heading":
        return items
    result = list(items)
    result[first] = replace(items[first], kind="column", name=items[first].words)
    return result


def with_columns(items: list[Item]) -> list[Item]:
    """`工友来信` above a headline names the column of that piece; one at the head of the page may serve them
    all, unless there are others further down."""
    result = list(items)
    first = next((at for at, each in enumerate(items) if each.kind not in ("running_head", "furniture")), 0)
    named = [
        at for at in range(len(items) - 1) if is_above_headline(items, at) and names_column(items[at].words)
    ]
    is_parted = len({items[at].words for at in named}) > 1
    for number, item in enumerate(items[:-1]):
        if not is_above_headline(items, number):
            continue
        is_alone = is_set_apart(items, number)
        if number <= first and not is_parted and not is_alone:
            continue
        is_letter = len(item.words) <= LONGEST_LETTERS and opens_letter(items[number + 2 : number + 3])
        if number in named or is_letter or is_alone:
            result[number] = replace(item, kind="column", name=item.words)
    return result


def is_above_headline(items: Sequence[Item], number: int) -> bool:
    item, below = items[number], items[number + 1]
    if item.kind != "title" or item.paragraph.level is not None or below.kind != "title":
        return False
    return below.words[0] not in "—–-" and len(below.words) >= LEAST_TITLE


def is_set_apart(items: Sequence[Item], number: int) -> bool:
    """`凡人小事`, an empty line, `修伞人老魏` / `□ 宋迢`: no first line of the headline, which has none below it."""
    lines = items[number : number + 3]
    if len(lines) < 3 or len(lines[0].words) > LONGEST_SET_APART or has_sentence_mark(lines[0].words):
        return False
    if is_signed_by_post(lines[2:]):
        return False  # a line above comments is their kicker
    return lines[2].kind == "byline" and lines[1].paragraph.gap > 0 and not lines[2].paragraph.gap


def with_photo_columns(items: list[Item]) -> list[Item]:
    """`图片新闻` above a picture's text is the column of that picture; a site has it among its links."""
    result = list(items)
    for number, (item, below) in enumerate(pairwise(items)):
        after = items[number + 2].kind if number + 2 < len(items) else ""
        is_shown = below.kind == "caption" or (below.kind == "body" and after == "photo")
        if item.kind == "furniture" and is_shown and names_column(item.words):
            result[number] = replace(item, kind="column", name=item.words, credit=None)
    return result


def with_labels_of_columns(items: list[Item]) -> list[Item]:
    """`短评` alone above a headline and its text: a column. Above the text itself it labels a note."""
    result = list(items)
    for number, (item, below) in enumerate(pairwise(items)):
        after = items[number + 2].kind if number + 2 < len(items) else ""
        is_alone = item.kind == "note" and is_after(item.name) and item.cut >= len(item.words)
        if is_alone and below.kind == "title" and after in ("body", "byline"):
            result[number] = replace(item, kind="column", credit=None)
    return result


def opens_letter(items: Sequence[Item]) -> bool:
    """`编辑同志：`"""
    return any(SALUTATION.fullmatch(item.words) is not None for item in items)


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


def is_attached(above: Item, item: Item) -> bool:
    if item.kind != "title" or item.paragraph.gap or above.kind != "body" or not above.is_sentence:
        return False
    is_plain = item.paragraph.level is None and not item.paragraph.measure and not above.paragraph.measure
    return is_plain and len(above.words) > 30


def are_alike(first: str, second: str) -> bool:
    """`饭桌上，把心贴拢` and `谈判桌上，把话说明`: headings of one text."""
    return abs(len(first) - len(second)) <= 1 and len(set(first) & set(second)) * 3 >= len(first)


def with_furniture_lists(items: list[Item]) -> list[Item]:
    """Titles among furniture are links of the site: `您可能还喜欢` / `街角有间骑手食堂` / `我来说两句`."""
    first_text = next((at for at, item in enumerate(items) if item.kind in ("body", "note", "caption")), 0)
    result = without_header_titles(items)
    # `密码:` and `验证码:` below the comments are no text, and below its end a post has links that look like it.
    ends = (at for at, item in enumerate(items) if item.kind == "furniture" and is_end(item.words))
    end = max(ends, default=len(items))
    texts = (
        at
        for at, item in enumerate(items)
        if item.kind in ("note", "caption")
        or (
            item.kind == "body"
            and not is_link(item)
            and (item.is_sentence or (len(item.words) > 12 and at < end))
        )
    )
    last_text = max(texts, default=-1)
    tail_from = next(
        (at for at in range(last_text + 1, len(items)) if items[at].kind == "furniture"), len(items)
    )
    for number, item in enumerate(items):
        if (
            item.kind not in ("title", "heading", "mark", "byline", "body")
            or item.paragraph.level is not None
        ):
            continue
        above = result[number - 1].kind if number else "furniture"
        below = next((each.kind for each in items[number + 1 : number + 2]), "furniture")
        enclosed = (
            number > first_text
            and above == "furniture"
            and below == "furniture"
            and item.kind == "title"
            and number + 1 < len(items)
        )
        if item.kind == "byline" and opens_with_label(item.words):
            continue  # posts print their credits below the line that ends them
        if number > tail_from or enclosed:
            result[number] = replace(item, kind="furniture")
    return result


def is_link(item: Item) -> bool:
    """`夜校里的十二堂课 2024-05-10`: a title of the site with its day."""
    return not item.is_sentence and LINK.search(item.words) is not None


def without_header_titles(items: list[Item]) -> list[Item]:
    """Among the furniture above a text, one run of title lines is the headline's; others name the site."""
    first_text = next((at for at, item in enumerate(items) if item.kind in ("body", "note", "caption")), 0)
    head = items[:first_text]
    if not any(item.kind == "furniture" for item in head):
        return items
    runs: list[list[int]] = [[]]
    for number, item in enumerate(head):
        if item.kind == "title":
            runs[-1].append(number)
        elif item.kind == "furniture":
            runs.append([])
    runs = [run for run in runs if run]
    if len(runs) < 2 or any(head[number].paragraph.level for run in runs for number in run):
        return items
    # The name of a site ends as one, or is shorter than a headline.
    named = [run for run in runs if not all(head[at].words.endswith(SITE_ENDINGS) for at in run)]
    titles = max(named or runs, key=lambda run: (max(len(head[number].words) for number in run), run))
    extra = {number for run in runs if run is not titles for number in run}
    return [replace(item, kind="furniture") if number in extra else item for number, item in enumerate(items)]


def with_ends_of_letters(items: list[Item]) -> list[Item]:
    """`编辑同志：` / … / `一名夜班工人` / the next headline: who writes the letter, and no headline of its own; where
    its day stands below, `涂装车间　一群女工` / `6月20日`, the signature may be longer."""
    result = list(items)
    is_letter = False
    for number, item in enumerate(items):
        if item.kind == "body" and (opens_letter([item]) or TO_EDITOR.match(item.words)):
            is_letter = True
        elif item.kind == "closing":
            is_letter = False
        elif item.kind in HEAD_KINDS:
            is_end = is_letter and item.kind == "title" and items[number - 1].is_sentence
            if is_end and item.paragraph.level is None and is_signature(item, items[number + 1 : number + 3]):
                credit = signature(item.words) or Credit("closing")
                result[number] = replace(item, kind="closing", credit=credit)
                if DAY_ALONE.fullmatch(next((each.words for each in items[number + 1 : number + 2]), "")):
                    result[number + 1] = replace(items[number + 1], kind="meta", credit=Credit("meta"))
            is_letter = False
    return result


def is_signature(item: Item, below: Sequence[Item]) -> bool:
    is_dated = bool(below) and DAY_ALONE.fullmatch(below[0].words) is not None
    after = next((each.kind for each in below[is_dated:]), "column")
    is_placed = len(item.words) > LONGEST_LETTERS and signature(item.words) is not None
    if len(item.words) > (LONGEST_SIGNATURE if is_dated or is_placed else LONGEST_LETTERS):
        return False
    return after in HEAD_KINDS or (is_dated and after not in ("body", "heading"))


# Each looks at the lines beside one; an account and a name are told from titles before columns and furniture are.
STAGES = (
    with_accounts,
    with_site_heads,
    with_signed_titles,
    with_masthead,
    with_issuers,
    with_contents,
    with_contacts,
    with_bare_names,
    with_houses,
    with_rows,
    with_offices,
    with_numbered_rows,
    with_regards,
    with_givers_of_notice,
    with_signed_notices,
    with_headlines_of_posts,
    without_emblems,
    with_captions,
    with_briefs,
    with_columns,
    with_photo_columns,
    with_labels_of_columns,
    with_bracket_sections,
    with_marked_sections,
    with_levelled_sections,
    with_ends_of_letters,
    with_marked_headlines,
    with_kickers,
    with_marked_kicker,
    with_attached_lines,
    with_furniture_lists,
)
