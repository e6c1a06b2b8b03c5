"""Headlines, stand-ins for them, and the first words of a body."""

import re
from html import unescape

from django import template
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles.citing import cite
from articles.models import Article, Contribution
from unioncms.words import cut

register = template.Library()

STAND_IN_SHORTEST, STAND_IN_LENGTH = 6, 22
TEASER_LENGTH = 90
SHORT_PHRASE = 6  # a phrase of so many characters is never broken

_HEADING = re.compile(r"<h[23]>.*?(?:</h[23]>|\Z)", re.DOTALL)
_TAG = re.compile(r"<[^>]*(?:>|\Z)")
_OPENER = re.compile(r"^(?:本报讯|本刊讯)\s*(?:[(（][^)）]{1,60}[)）])?\s*")
_SENTENCE_END = re.compile("[。!?;！？；]")
_OPENING_MARKS = "“‘《〈（(「『【—"
_WORD = re.compile(rf"(?![的了着过地得]\Z)[\w{_OPENING_MARKS}]")
_CLAUSE_END = re.compile("[,，：]")


@register.filter
def first_words(article: Article, length: int = TEASER_LENGTH) -> str:
    """The beginning of the text proper, without 本报讯, cut with an ellipsis."""
    opening = getattr(article, "opening", None)
    if opening is None:
        opening = "" if "body" in article.get_deferred_fields() else article.body[:1200]
    plain = _TAG.sub("", _HEADING.sub("", opening)) or _TAG.sub("", opening)
    # A list reads the body's first 600 characters: a reference that was cut off at the end is dropped.
    plain = re.sub(r"&[#\w]{0,8}\Z", "", plain.rstrip())
    plain = _OPENER.sub("", re.sub(r"\s+", " ", unescape(plain)).strip())
    if len(plain) <= length:
        return plain
    return plain[:length].rstrip("，、：；,:;“‘《（( ") + "……"


@register.filter
def display_title(article: Article) -> str:
    """The headline; where the page prints none, the other titles or the first words of the text."""
    title = article.headline or article.subheadline
    if title:
        return title
    words = first_words(article)
    if not words:
        return article.kicker or article.title
    span = (STAND_IN_SHORTEST, STAND_IN_LENGTH + 1)
    sentence = _SENTENCE_END.search(words, *span)
    clauses = [sentence] if sentence else list(_CLAUSE_END.finditer(words, *span))
    return f"{words[: clauses[-1].start()]}……" if clauses else first_words(article, STAND_IN_LENGTH)


@register.filter
def phrases(text: str) -> SafeString:
    """A headline in phrases: it breaks at its blanks and before its dash, elsewhere between words where it must.

    把灯留到深夜 把话说到心里 → two spans, in which <wbr> stands between 深夜 and what comes before it.
    """
    parts = re.split(r"\s+|(?=(?<!—)——)", text.strip())
    return format_html_join(
        " ", '<span class="phrase">{}</span>', ((_breakable(part),) for part in parts if part)
    )


def _breakable(phrase: str) -> SafeString:
    """`phrase` with <wbr> between its words, never before a mark that may not begin a line."""
    if len(phrase) <= SHORT_PHRASE:
        return conditional_escape(phrase)
    pieces: list[str] = []
    for word in cut(phrase, guess=True):
        if pieces and (pieces[-1][-1] in _OPENING_MARKS or not _WORD.match(word)):
            pieces[-1] += word
        else:
            pieces.append(word)
    return format_html_join(mark_safe("<wbr>"), "{}", ((piece,) for piece in pieces))


@register.filter
def writers(article: Article) -> list[Contribution]:
    """The first three who wrote the piece; pictures and editing are credited on its own page."""
    return all_writers(article)[:3]


@register.filter
def has_more_writers(article: Article) -> bool:
    return len(all_writers(article)) > 3


def all_writers(article: Article) -> list[Contribution]:
    others = (Contribution.Role.PHOTOGRAPHER, Contribution.Role.RESPONSIBLE_EDITOR)
    names = getattr(article, "released_contributions", None)
    names = article.contributions.all() if names is None else names
    return [each for each in names if each.role not in others]


@register.simple_tag
def citation(article: Article) -> str:
    return cite(article, display_title(article), all_writers(article))
