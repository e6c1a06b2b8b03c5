"""Which names and numbers of an article have to be weighed before it is printed, and what was decided of them.

Found anew whenever an article is saved or released: what is new waits, what has gone and was never decided is
forgotten, and a decision stands for as long as the article prints the words, in every place at once.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from articles.models import Article, Concern, Mention
from articles.reanchoring import field_texts
from unioncms.parsing.lexicon import load

Kind = Concern.Kind
AROUND = 40  # characters of context either side
NEAR = 10  # characters between 困难职工 and the first name; or between a name and 身患
MOST = 200  # in one article

MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])")
LANDLINE = re.compile(r"(?<![0-9])0[1-9][0-9]{1,2}[-—– )）]{1,2}[0-9]{7,8}(?![0-9])")
EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,30}){1,4}")
IDENTITY = re.compile(
    r"(?<![0-9])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9])"
)
DIGIT_RUN = re.compile(r"(?<![0-9])[0-9](?:[ -]?[0-9]){15,18}(?![0-9])")
IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
IDENTITY_CHECKS = "10X98765432"
# What may stand between two names of one list, or between 困难职工 and a name: 困难职工、患病老师傅李某.
BETWEEN_NAMES = re.compile(r"[、,，和与及跟同]{1,2}")
CLAUSE_END = re.compile(r"[。！？；!?;\n]")
PHRASE_END = re.compile(r"[。！？；!?;\n，,：:]")


def find_concerns(texts: dict[str, str], names: Iterable[str]) -> list[tuple[str, str, str]]:
    """(kind, words, context) of each thing to weigh in the fields of an article; `names` are the people it names."""
    found: dict[tuple[str, str], str] = {}
    for text in texts.values():
        for kind, start, end in _find(text, names):
            context = text[max(start - AROUND, 0) : end + AROUND].replace("\n", " ")
            found.setdefault((kind, text[start:end]), context)
    return [(kind, words, context) for (kind, words), context in found.items()][:MOST]


def _find(text: str, names: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    for match in (*MOBILE.finditer(text), *LANDLINE.finditer(text)):
        yield Kind.PHONE, match.start(), match.end()
    for match in EMAIL.finditer(text):
        yield Kind.EMAIL, match.start(), match.end()
    papers = [match.span() for match in IDENTITY.finditer(text) if is_identity_number(match.group())]
    for start, end in papers:
        yield Kind.IDENTITY, start, end
    for match in DIGIT_RUN.finditer(text):
        if match.span() not in papers and is_card_number(match.group()):
            yield Kind.BANK, match.start(), match.end()
    for start, end in _in_hardship(text, names):
        yield Kind.HARDSHIP, start, end


def is_identity_number(text: str) -> bool:
    """By its check digit (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(text[:17], IDENTITY_WEIGHTS, strict=True))
    return IDENTITY_CHECKS[total % 11] == text[17].upper()


def is_card_number(text: str) -> bool:
    """By its check digit (ISO/IEC 7812, Luhn)."""
    digits = [int(character) for character in reversed(text) if character.isdigit()]
    if len(set(digits)) < 4:
        return False
    doubled = (2 * digit - 9 * (digit > 4) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


@cache
def _hardship() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = (load("hardship_before"), load("hardship_after"))
    before, after = ("|".join(sorted(words, key=len, reverse=True)) for words in lists)
    return re.compile(before), re.compile(after)


def _in_hardship(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """People named after 困难职工, one or a list of them, and those of whom 身患重病 is said."""
    before, after = _hardship()
    triggers = [match.end() for match in before.finditer(text)]
    tells = [match.start() for match in after.finditer(text)]
    if not triggers and not tells:
        return
    places = sorted(
        (match.start(), match.end())
        for name in set(names)
        if len(name) > 1
        for match in re.finditer(re.escape(name), text)
    )
    for end in triggers:
        at, is_first = end, True
        for start, stop in places:
            if start < at:
                continue
            gap = text[at:start]
            near = len(gap) <= NEAR and not PHRASE_END.search(gap)
            if not (near if is_first else BETWEEN_NAMES.fullmatch(gap)):
                break
            yield start, stop
            at, is_first = stop, False
    for tell in tells:
        near = [(start, stop) for start, stop in places if 0 <= tell - stop <= NEAR]
        if near and not CLAUSE_END.search(text[near[-1][1] : tell]):
            yield near[-1]


def default_mask(kind: str, words: str) -> str:
    """雷某, 138****1234, m***@example.org, 430…0012: enough to tell one from another, not to find anybody."""
    match kind:
        case Kind.HARDSHIP:
            return f"{words[:2] if len(words) > 3 else words[0]}某"
        case Kind.EMAIL:
            user, _, host = words.partition("@")
            return f"{user[0]}***@{host}"
        case Kind.PHONE:
            return f"{words[:3]}****{words[-4:]}" if words[0] == "1" else f"{words[: len(words) - 7]}*******"
        case Kind.IDENTITY:
            return f"{words[:3]}***************"
    return f"************{words[-4:]}"


def refresh_concerns(articles: Iterable[Article]) -> None:
    """Bring the concerns of `articles` to what they print by now; the number of queries does not depend on them."""
    articles = list(articles)
    keys = [article.pk for article in articles]
    names: dict[int, list[str]] = {key: [] for key in keys}
    rows = Mention.objects.filter(article__in=keys, kind=Mention.Kind.PERSON).order_by()
    for key, text in rows.values_list("article", "text").distinct():
        names[key].append(text)
    held: dict[int, dict[tuple[str, str], Concern]] = {key: {} for key in keys}
    for concern in Concern.objects.filter(article__in=keys):
        held[concern.article_id][concern.kind, concern.text] = concern
    added, gone = [], []
    for article in articles:
        texts = field_texts(article)
        known = held[article.pk]
        found = find_concerns(texts, names[article.pk])
        added += [
            Concern(article=article, kind=kind, text=words, context=context, mask=default_mask(kind, words))
            for kind, words, context in found
            if (kind, words) not in known and len(words) <= 120
        ]
        still = {(kind, words) for kind, words, _ in found}
        gone += [
            concern.pk
            for key, concern in known.items()
            if key not in still and concern.decision == Concern.Decision.WAITING
        ]
    Concern.objects.bulk_create(added)
    if gone:
        Concern.objects.filter(pk__in=gone).delete()
