"""A source document's text as its admin page shows it: in pages, each piece with its label and articles.

Only the page asked for is read from the database: the text of one document may be 20 MB.
"""

from dataclasses import dataclass, field
from math import ceil

from django.db.models import Min, Prefetch
from django.db.models.functions import Length, Substr

from articles.admin.source_proof import Bit, JoinEnd, Ledger
from articles.models import Article, SourceDocument, SourceJoin, SourceRepair, SourceSpan

PAGE_LENGTH = 20_000

Label = SourceSpan.Label
DISCARDED = {Label.FURNITURE, Label.RUNNING_HEAD, Label.DUPLICATE, Label.MARK, Label.DAMAGE}
LABELS = [(label.value, label.label, label in DISCARDED) for label in Label]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under one label. `continues` tells a piece whose line has begun before it."""

    start: int
    label: str
    name: str
    text: str
    is_discarded: bool
    continues: bool
    bits: list[Bit]
    articles: list = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TextPage:
    number: int
    count: int
    start: int
    end: int
    length: int
    pieces: list[Piece]

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.count else None


def page_of(place: int) -> int:
    return place // PAGE_LENGTH + 1


def read_page(
    document: SourceDocument, number: str, articles: list[Article], joins: list[SourceJoin]
) -> TextPage:
    """Page `number` of the text, as an address gives it; anything odd is the first page or the last."""
    stored = SourceDocument.objects.filter(pk=document.pk)
    length = stored.values_list(Length("text"), flat=True).get() or 0
    count = max(1, ceil(length / PAGE_LENGTH))
    wanted = int(number) if number.isdecimal() and len(number) < 9 else 1
    wanted = min(max(wanted, 1), count)
    start = (wanted - 1) * PAGE_LENGTH
    text = stored.values_list(Substr("text", start + 1, PAGE_LENGTH), flat=True).get() or ""
    end = start + len(text)
    spans = (
        SourceSpan.objects.filter(source=document, start__lt=end, end__gt=start)
        .order_by("start")
        .prefetch_related(
            Prefetch("articles", Article.objects.order_by("position", "pk").only("pk", "headline"))
        )
    )
    numbers = {article.pk: place for place, article in enumerate(articles, start=1)}
    ledger = read_ledger(document, start, end, joins)
    return TextPage(wanted, count, start, end, length, list(_cut(text, start, spans, numbers, ledger)))


def read_ledger(document: SourceDocument, start: int, end: int, joins: list[SourceJoin]) -> Ledger:
    """What is signed between two places; the ends of `joins` that lie there, numbered as they are listed."""
    ledger = Ledger(
        # A fragment that was joined is signed at both ends of its join.
        list(
            document.repairs.filter(start__lt=end, end__gt=start)
            .exclude(rule=SourceRepair.Rule.JOINED_FRAGMENT)
            .order_by("start", "end")
        ),
        list(document.marks.filter(start__lt=end, end__gt=start, is_settled=False).order_by("start", "kind")),
    )
    page = page_of(start)
    for number, join in enumerate(joins, start=1):
        # The last character of the one and the first of the other say on which page they are.
        first, other = page_of(join.end - 1), page_of(join.other_start)
        if first == page:
            ledger.ended[join.end].append(JoinEnd(number, join, True, other if other != page else None))
        if other == page:
            ledger.begun[join.other_start].append(
                JoinEnd(number, join, False, first if first != page else None)
            )
    return ledger


def _cut(text: str, offset: int, spans, numbers: dict[int, int], ledger: Ledger):
    """The pieces of `text`, which begins at `offset`; unlabelled text that is not blank is shown as such."""
    at = offset
    for span in spans:
        begin, end = max(span.start, at), min(span.end, offset + len(text))
        if end <= begin:
            continue
        gap = text[at - offset : begin - offset]
        if gap.strip():
            yield _unlabelled(at, gap, ledger)
        named = [(numbers.get(article.pk), article) for article in span.articles.all()]
        words = text[begin - offset : end - offset]
        yield Piece(
            start=begin,
            label=span.label,
            name=Label(span.label).label if span.label in Label.values else span.label,
            text=words,
            is_discarded=span.label in DISCARDED,
            continues="\n" not in gap and begin > offset,
            bits=ledger.bits(words, begin),
            articles=named,
        )
        at = end
    rest = text[at - offset :]
    if rest.strip():
        yield _unlabelled(at, rest, ledger)


def _unlabelled(start: int, text: str, ledger: Ledger) -> Piece:
    start += len(text) - len(text.lstrip("\n"))
    text = text.strip("\n")
    return Piece(start, "none", "未标注", text, True, False, ledger.bits(text, start))


def find_first_span(article: Article) -> tuple[int | None, int]:
    """Where the article's own text begins in its source, and on which page; (None, 1) where no span says."""
    start = article.spans.filter(source_id=article.source_id).aggregate(start=Min("start"))["start"]
    return start, page_of(start or 0)
