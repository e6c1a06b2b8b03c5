"""What kind of piece an article is, from its shape and a few words."""

import re

from unioncms.parsing.drafts import Draft
from unioncms.parsing.lexicon import load
from unioncms.parsing.shapes import DATELINE

NEWS_OPENING = re.compile(
    r"(?:近日|日前|昨日|昨天|今日|今天|连日来|本周|上周|(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|[上中下]旬)|[0-9]{1,2}日)"
)
LIST_ITEM = re.compile(r"[^，。；：:]{2,20}[：:，,]|关于")


def genre_of(draft: Draft) -> str:
    if draft.genre:
        return draft.genre
    title = "".join(line.text for line in [*draft.kicker, *draft.headline, *draft.subheadline])
    words = draft.words
    if draft.figures and not words:
        return "photo"
    if any(word in title for word in load("notice_titles")) or has_any(words[-160:], "notice_phrases"):
        return "notice"
    if any(word in title for word in load("digest_titles")) or (
        draft.source_credit and draft.is_closed_by_credit and not draft.has_byline
    ):
        return "digest"
    if is_list(draft):
        return "listing"
    if not title and has_any(words, "preface_phrases"):
        return "preface"
    if DATELINE.match(words):
        return "news"
    roles = {each.role for each in draft.contributors}
    if any(word in title for word in load("feature_titles")):
        return "feature"
    if "author" in roles or draft.post:
        return "essay"
    if NEWS_OPENING.match(words):
        return "news"
    return (
        "feature" if len(words) > 600 or roles & {"reporter", "trainee_reporter", "correspondent"} else "news"
    )


def has_any(text: str, name: str) -> bool:
    return any(phrase in text for phrase in load(name))


def is_list(draft: Draft) -> bool:
    """Three or more short items, most of them ending in semicolons or opening alike."""
    parts = [part.words for part in draft.body if part.type == "paragraph"]
    if len(parts) < 3 or sum(map(len, parts)) > 70 * len(parts):
        return False
    items = sum(part.endswith(("；", ";")) for part in parts)
    return items * 3 >= len(parts) * 2 or items >= len(parts) - 1
