"""What a sentence says people are: 市人大常委会副主任、市总工会主席谭敦龙.

A chain of posts stands before the name, or the title behind it (夏宝龙书记). Titles share the body before them:
温州市总工会党组书记、常务副主席 are two posts in one union.
"""

from dataclasses import dataclass

from unioncms.parsing.names import Name
from unioncms.parsing.organisations import Mention
from unioncms.parsing.passages import Sentence
from unioncms.parsing.titles import Title

BETWEEN = " \u3000"


@dataclass(frozen=True, slots=True)
class PrintedPost:
    """A post as printed: `organisation` is None where the words name none."""

    name: Name
    organisation: Mention | None
    title: Title
    start: int
    end: int


def find_posts(
    sentence: Sentence, names: list[Name], organisations: list[Mention], titles: list[Title]
) -> list[PrintedPost]:
    by_end = {title.end: title for title in titles}
    by_start = {title.start: title for title in titles}
    bodies = {mention.end: mention for mention in organisations}
    found: list[PrintedPost] = []
    for name in names:
        found += _before(sentence.text, name, by_end, bodies)
        if name.end in by_start:
            found += _behind(name, by_start[name.end], bodies)
    return found


def _before(text: str, name: Name, titles: dict[int, Title], bodies: dict[int, Mention]) -> list[PrintedPost]:
    """The chain that ends where the name begins, read from its end."""
    chain: list[tuple[Title, Mention | None]] = []
    at = _skip(text, name.start)
    while at in titles:
        title = titles[at]
        body = bodies.get(_skip(text, title.start))
        chain.append((title, body))
        at = body.start if body else title.start
        if at and text[at - 1] in "、兼，":
            at = _skip(text, at - 1)
        else:
            break
    posts, current = [], None
    for title, body in reversed(chain):
        current = body or current
        posts.append(PrintedPost(name, current, title, current.start if current else title.start, title.end))
    return posts


def _behind(name: Name, title: Title, bodies: dict[int, Mention]) -> list[PrintedPost]:
    return [PrintedPost(name, bodies.get(name.start), title, name.start, title.end)]


def _skip(text: str, at: int) -> int:
    while at and text[at - 1] in BETWEEN:
        at -= 1
    return at
