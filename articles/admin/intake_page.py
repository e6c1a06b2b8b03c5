"""The page of an intake: its articles piece by piece, what is set aside, and what the register would get."""

from dataclasses import dataclass, field

from django.core.paginator import Page, Paginator

from articles.models import Article, Contribution, Intake, SourceSpan
from events.models import Event
from people.models import Organisation, Person

PAGE_LENGTH = 12  # articles; each paragraph brings a choice of labels
MOST_NAMES = 60
MOST_DISCARDS = 400
CHARACTERS = 600  # shown of a discarded paragraph

CONTINUATION = "continuation"
DISCARDS = ("furniture", "running_head", "duplicate", "mark", "damage")
LABELS = {
    label: str(name) for label, name in SourceSpan.Label.choices if label not in (*DISCARDS, "series")
} | {CONTINUATION: "接上段"}
LABELS |= {label: f"舍弃·{SourceSpan.Label(label).label}" for label in DISCARDS}
GENRES = dict(Article.Genre.choices)
ROLES = dict(Contribution.Role.choices)


@dataclass(frozen=True, slots=True)
class Piece:
    start: int
    label: str
    text: str
    splits: bool  # whether a new article may begin here


@dataclass(frozen=True, slots=True)
class Shown:
    """An article as it would be imported."""

    number: int  # from 0, in the outline
    title: str
    facts: list[tuple[str, str]]
    pieces: list[Piece]
    clean: dict  # the article of the parse report


@dataclass(frozen=True, slots=True)
class Names:
    """People, bodies or events of the text: each with a remark, and how many the register has already."""

    title: str
    count: int
    known: int
    shown: list[tuple[str, str, bool]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class IntakePage:
    articles: list[Shown]
    count: int
    pager: Page
    discarded: list[Piece]
    more_discarded: int
    names: list[Names]
    doubts: list[str]
    labels: list[tuple[str, str]]
    near: dict | None  # the document that this may be a correction of


def read_page(intake: Intake, number: str) -> IntakePage:
    """Articles of one page of the intake; what is set aside stands on the last page."""
    outline, found = intake.outline, intake.found
    together = list(zip(outline["articles"], found["articles"], strict=True))
    pager = Paginator(list(enumerate(together)), PAGE_LENGTH).get_page(number)
    discarded = [] if pager.has_next() else outline["discarded"]
    return IntakePage(
        articles=[_article(at, pieces, article, intake.text) for at, (pieces, article) in pager],
        count=len(together),
        pager=pager,
        discarded=[_piece(piece, intake.text, CHARACTERS) for piece in discarded[:MOST_DISCARDS]],
        more_discarded=max(len(discarded) - MOST_DISCARDS, 0),
        names=[_people(found), _organisations(found), _events(found)],
        doubts=found["doubts"],
        labels=list(LABELS.items()),
        near=found.get("near"),
    )


def _article(number: int, pieces: list, article: dict, text: str) -> Shown:
    people = "、".join(
        f"{each['name']}（{ROLES.get(each['role'], each['role'])}）" for each in article["contributors"]
    )
    facts = [
        ("体裁", GENRES.get(article["genre"], "")),
        ("栏目", article["column"] or ""),
        ("署名", people),
        ("来源", article["source_credit"] or ""),
        ("图片", f"{len(article['figures'])} 幅" if article["figures"] else ""),
    ]
    return Shown(
        number,
        article["headline"] or "（无题）",
        [(name, value) for name, value in facts if value],
        [_piece(piece, text, splits=bool(place)) for place, piece in enumerate(pieces)],
        article,
    )


def _piece(stored: list, text: str, most: int | None = None, splits: bool = False) -> Piece:
    start, label, ranges = stored
    words = "".join("".join(text[low:high].split("\n")) for low, high in ranges)
    words = " ".join(words.split())
    return Piece(start, label, words[:most] + "……" if most and len(words) > most else words, splits)


def _people(found: dict) -> Names:
    remarks = {
        each["name"]: "、".join(f"{post['organisation']}{post['title']}" for post in each["posts"][:3])
        for each in found["people"]
    }
    return _names("人物", remarks, Person)


def _organisations(found: dict) -> Names:
    remarks = {each["name"]: "、".join(each["aliases"][:4]) for each in found["organisations"]}
    return _names("单位", remarks, Organisation)


def _events(found: dict) -> Names:
    remarks = {
        each["name"]: " ".join(filter(None, (each["date"], each["place"], "、".join(each["organisers"][:3]))))
        for each in found["events"]
    }
    return _names("活动", remarks, Event)


def _names(title: str, remarks: dict[str, str], model: type) -> Names:
    """Each name with its remark, and whether the register knows it."""
    first = list(remarks)[:MOST_NAMES]
    known = set(model.objects.filter(name__in=first).values_list("name", flat=True))
    return Names(title, len(remarks), len(known), [(name, remarks[name], name in known) for name in first])
