"""A known document whose parse has changed: what an editor has touched stands, the rest follows the parse.

Articles are aligned by likeness of their text, then by position. Of an aligned article that is still a draft,
each field, the byline and the figures are replaced where they are as they were imported; mentions and
attestations that an editor has settled stay. What an editor has touched, and all of a published or withdrawn
article, stays as it is: where the new parse differs, `proposing` asks an editor. An article that the new parse
has no longer is deleted only if no editor touched it.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import F

from articles.building import (
    Papers,
    are_figures_touched,
    build_articles,
    build_figures,
    is_byline_touched,
    is_touched,
    set_value,
)
from articles.comparing import ALIKE, likeness, shape_of
from articles.ledger import store_ledger
from articles.models import (
    Article,
    Attestation,
    Concern,
    Contribution,
    Figure,
    ImportRun,
    Mention,
    Proposal,
    SourceDocument,
)
from articles.preparing import Prepared
from articles.proposing import (
    ATTESTATION_COLUMNS,
    MENTION_COLUMNS,
    ROWS,
    columns_of,
    keep_parses,
)
from articles.settling import Fresh, Names, settle
from articles.settling.rows import name_of
from articles.storing import Stored, build_fresh, readings, store, store_source, store_spans
from unioncms.parsing import Document
from unioncms.richtext import plain_text
from unioncms.states import MatchState, Status

MAX_COMPARISONS = 40_000  # of an old piece with a new one; a page has some twenty pieces
PARKED = 1_000_000  # positions are moved this far out of the way before they are dealt anew
# Where an editor's work on an article shows.
PLACED = ("placements", "slots", "topic_entries")  # by hand: on a printed page, the front page, under a topic
WORK = (
    "contributions", "figures", "mentions", "attestations", "concerns", "revisions", "tags", "proposals", *PLACED,
)  # fmt: skip
ALL_PARTS = frozenset({*Article.IMPORTED_FIELDS, "contributions", "figures"})
LINKS = ("names", "posts")
Pairs = dict[int, Article]  # number in the new parse → the row it goes into


def import_again(source: SourceDocument, prepared: Prepared, *, make_records: bool) -> Stored:
    """Bring the rows of a known document to its new parse, as far as editors left them alone."""
    document = prepared.document
    _save_readings(source, prepared)
    papers = Papers.ensure(document)
    new = build_articles(document, source, papers)
    old = list(source.articles.select_related("column", "series", "reparse").prefetch_related(*WORK))
    pairs = align(old, new)
    before = Rows.of(old)
    paired = {row.pk for row in pairs.values()}
    kept = _delete_untouched([row for row in old if row.pk not in paired])
    standing = {
        row.pk: _touched_fields(row) if row.status == Status.DRAFT else ALL_PARTS for row in pairs.values()
    }
    parses = {row.pk: _parts_to_propose(row, new[number], standing) for number, row in pairs.items()}
    rows, changed = _settle_articles(new, pairs, kept, papers, standing)
    source.spans.all().delete()
    store_spans(prepared, source, rows)
    store_ledger(prepared, source, rows)
    wanted = build_fresh(document, rows, make_records=make_records)
    before.forbid_founding(wanted)
    fresh = _follow(document, rows, pairs, standing, wanted)
    settled = settle(before.names, fresh)
    store(fresh)
    _propose(parses, wanted, [*pairs.values(), *kept], {row.pk for row in kept})
    made = settled.made + Counter(articles=len(new) - len(pairs))
    waiting = Mention.objects.waiting().filter(article__in=[row.pk for row in rows]).count()
    proposed = Proposal.objects.waiting().filter(article__source=source).count()
    return Stored(changed, made, waiting, proposed)


def import_correction(
    corrected: SourceDocument, prepared: Prepared, run: ImportRun | None, *, make_records: bool
) -> Stored:
    """A new document whose text is to stand for an earlier one's: its articles go over, as after a new parse."""
    source = store_source(prepared, run, corrects=corrected)
    corrected.articles.update(source=source)
    corrected.marks.update(source=source)
    return import_again(source, prepared, make_records=make_records)


def _save_readings(source: SourceDocument, prepared: Prepared) -> None:
    columns = readings(prepared)
    for name, value in columns.items():
        setattr(source, name, value)
    source.save(update_fields=list(columns))


# Which article is which


def align(old: list[Article], new: list[Article]) -> Pairs:
    """Each new article → the old one most like it; what is left over pairs by position."""
    pairs = _pair_same(old, new)
    taken = {row.pk for row in pairs.values()}
    rest = [row for row in old if row.pk not in taken]
    shapes = [_shape(row) for row in rest]
    degrees = []
    for number, places in _places_to_compare([n for n in range(len(new)) if n not in pairs], len(rest)):
        shape = _shape(new[number])
        degrees += [(likeness(shape, shapes[place]), -number, place) for place in places]
    for degree, number, place in sorted(degrees, reverse=True):
        if degree >= ALIKE and -number not in pairs and rest[place].pk not in taken:
            pairs[-number] = rest[place]
            taken.add(rest[place].pk)
    by_position = {row.position: row for row in rest if row.pk not in taken}
    for number in range(len(new)):
        if number not in pairs and number in by_position:
            pairs[number] = by_position[number]
    return pairs


def _pair_same(old: list[Article], new: list[Article]) -> Pairs:
    """New articles with the very text of an old one, in their order."""
    by_text: dict[tuple, deque[Article]] = defaultdict(deque)
    for row in old:
        by_text[_text_of(row)].append(row)
    return {
        number: by_text[_text_of(row)].popleft() for number, row in enumerate(new) if by_text[_text_of(row)]
    }


def _text_of(row: Article) -> tuple[object, object]:
    parsed = row.imported | (row.reparse.content if row.pk and hasattr(row, "reparse") else {})
    return parsed.get("headline"), parsed.get("body")


def _places_to_compare(numbers: list[int], length: int) -> Iterator[tuple[int, range]]:
    """Each of `numbers` with the places of `length` old articles that may be its own: all, or the nearest."""
    if len(numbers) * length <= MAX_COMPARISONS:
        yield from ((number, range(length)) for number in numbers)
        return
    reach = max(1, MAX_COMPARISONS // len(numbers) // 2)
    for index, number in enumerate(numbers):
        middle = index * length // len(numbers)
        yield number, range(max(0, middle - reach), min(length, middle + reach))


def _shape(row: Article) -> frozenset[str]:
    """Of an article as it was last parsed."""
    headline, body = _text_of(row)
    return shape_of(str(headline or "") + plain_text(str(body or "")))


# Articles


def _touched_fields(row: Article) -> set[str]:
    """What an editor has changed of a row: imported fields, and its byline and figures."""
    touched = {name for name in Article.IMPORTED_FIELDS if is_touched(row, name)}
    if is_byline_touched(row, row.contributions.all()):
        touched.add("contributions")
    if are_figures_touched(row, row.figures.all()):
        touched.add("figures")
    return touched


def _delete_untouched(vanished: list[Article]) -> list[Article]:
    """Delete the articles that nobody has worked on, and return the others."""
    worked_on = {row.pk: row for row in vanished if is_worked_on(row)}
    keys = [row.pk for row in vanished if row.pk not in worked_on]
    if keys:
        Article.objects.filter(pk__in=keys).delete()
    return list(worked_on.values())


def is_worked_on(row: Article) -> bool:
    """Whether an editor has put anything into an article, whose relations come prefetched as above."""
    decided = (*row.mentions.all(), *row.attestations.all())
    return (
        row.status != Status.DRAFT
        or bool(row.revisions.all())
        or bool(row.tags.all())
        or any(getattr(row, name).all() for name in PLACED)
        or any(each.is_settled for each in decided)
        or any(each.decision != Concern.Decision.WAITING for each in row.concerns.all())
        or any(each.state != Proposal.State.WAITING for each in row.proposals.all())
        or bool(_touched_fields(row))
    )


def _parts_to_propose(row: Article, new: Article, standing: dict[int, frozenset[str]]) -> dict[str, object]:
    """Of an article that may not follow its parse in everything: those parts, and whom it names, as parsed now."""
    kept = standing[row.pk]
    return {name: new.imported[name] for name in (*kept, *LINKS)} if kept else {}


def _settle_articles(
    new: list[Article], pairs: Pairs, kept: list[Article], papers: Papers, standing: dict[int, frozenset[str]]
) -> tuple[list[Article], list[Article]]:
    """The row of each article of the parse, and those of them that are new or changed."""
    changed = []
    for number, row in pairs.items():
        imported = new[number].imported
        following = imported.keys() - standing[row.pk] - (set(LINKS) if standing[row.pk] else set())
        following = {name for name in following if row.imported.get(name) != imported[name]}
        for name in following & set(Article.IMPORTED_FIELDS):
            set_value(row, name, imported[name], papers)
        if following:
            row.imported |= {name: imported[name] for name in following}
            changed.append(row)
        if standing[row.pk] and not row.imported.keys() >= set(LINKS):
            _remember_links(row)
    _deal_positions(pairs, kept, len(new))
    for row in changed:
        row.save()
    added = [row for number, row in enumerate(new) if number not in pairs]
    Article.objects.bulk_create(added)
    rows = [pairs.get(number, row) for number, row in enumerate(new)]
    keys = {row.pk for row in (*changed, *added)}
    return rows, [row for row in rows if row.pk in keys]


def _remember_links(row: Article) -> None:
    """Of an article that came in before its names were kept beside it: what it names by now counts as imported."""
    names = sorted({(each.kind, each.name) for each in row.mentions.all()})
    posts = sorted({(each.name, each.organisation_name, each.title) for each in row.attestations.all()})
    row.imported |= {"names": [list(each) for each in names], "posts": [list(each) for each in posts]}
    Article.objects.filter(pk=row.pk).update(imported=row.imported)


def _propose(
    parses: dict[int, dict[str, object]], wanted: Fresh, articles: list[Article], vanished: set[int]
) -> None:
    """Ask an editor about what could not follow; of the others nothing is asked any more."""
    for values in parses.values():
        if values:
            values[ROWS] = {"mentions": [], "attestations": []}
    for name, columns in (("mentions", MENTION_COLUMNS), ("attestations", ATTESTATION_COLUMNS)):
        for row in getattr(wanted, name):
            if parses.get(row.article_id):
                parses[row.article_id][ROWS][name].append(columns_of(row, columns))
    keep_parses(parses | {key: {"gone": True} for key in vanished}, articles)


def _deal_positions(pairs: Pairs, kept: list[Article], length: int) -> None:
    """Articles stand in the order of the new parse, those it has no longer after them."""
    wanted = {row: number for number, row in pairs.items()}
    wanted.update({row: length + number for number, row in enumerate(kept)})
    moved = [row for row, position in wanted.items() if row.position != position]
    if not moved:
        return
    # Two steps: no two articles of a source may share a position even for a moment.
    Article.objects.filter(pk__in=[row.pk for row in moved]).update(position=F("position") + PARKED)
    for row in moved:
        row.position = wanted[row]
    Article.objects.bulk_update(moved, ["position"])


# What hangs on the articles


@dataclass
class Rows:
    """What the articles of a document said of the register before."""

    mentions: list[Mention]
    contributions: list[Contribution]
    attestations: list[Attestation]

    @classmethod
    def of(cls, articles: Iterable[Article]) -> "Rows":
        """`articles` come with their mentions, contributions and attestations."""
        rows = cls([], [], [])
        for article in articles:
            rows.mentions += article.mentions.all()
            rows.contributions += article.contributions.all()
            rows.attestations += article.attestations.all()
        return rows

    @property
    def names(self) -> Names:
        return Names.in_rows(self.mentions, self.contributions, self.attestations)

    def forbid_founding(self, fresh: Fresh) -> None:
        """A name that could found no record before cannot with a new row: who was deleted does not come back."""
        may: dict[tuple[str, str], bool] = defaultdict(bool)
        for row in (*self.mentions, *self.contributions, *self.attestations):
            may[_kind_and_name(row)] |= row.may_found
        for row in (*fresh.mentions, *fresh.contributions, *fresh.attestations):
            row.may_found &= may.get(_kind_and_name(row), True)


def _kind_and_name(row: Mention | Contribution | Attestation) -> tuple[str, str]:
    return (row.kind if isinstance(row, Mention) else Mention.Kind.PERSON), name_of(row)


def _follow(
    document: Document, rows: list[Article], pairs: Pairs, standing: dict[int, frozenset[str]], wanted: Fresh
) -> Fresh:
    """Bring what hangs on the drafts to the new parse; the rows of `wanted` that are still to be stored.

    Published and withdrawn articles keep what they have, and nothing is taken from their new parse.
    """
    drafts = {row.pk for row in rows if row.status == Status.DRAFT}
    held = [row for row in pairs.values() if row.pk in drafts]
    for row, parsed in zip(rows, document.articles, strict=True):
        if row.pk in drafts and "figures" not in standing.get(row.pk, ()):
            _replace_figures(row, build_figures(row, parsed))
    contributions = [
        each
        for each in wanted.contributions
        if each.article_id in drafts and "contributions" not in standing.get(each.article_id, ())
    ]
    signed = [
        each for row in held if "contributions" not in standing[row.pk] for each in row.contributions.all()
    ]
    columns = ("article_id", "role", "printed_name", "printed_role", "printed_post", "position")
    contributions = _replace(Contribution, signed, contributions, columns, once=columns[:3])
    mentions = [
        each
        for each in wanted.mentions
        if each.article_id in drafts and each.field not in standing.get(each.article_id, ())
    ]
    named = [each for row in held for each in row.mentions.all() if each.field not in standing[row.pk]]
    place = ("article_id", "kind", "field", "text", "occurrence")
    mentions = _replace(Mention, named, mentions, (*place, "name"), once=place, renewed="evidence")
    attestations = [each for each in wanted.attestations if each.article_id in drafts]
    seen = [each for row in held for each in row.attestations.all()]
    place = ("article_id", "name", "organisation_name", "title")
    attestations = _replace(Attestation, seen, attestations, place, once=place, renewed="change")
    return Fresh(mentions, contributions, attestations)


def _replace_figures(row: Article, new: list[Figure]) -> None:
    columns = ("position", "caption", "credit")
    Figure.objects.bulk_create(_replace(Figure, list(row.figures.all()), new, columns, once=columns))


def _replace(
    model: type,
    old: Iterable,
    new: Iterable,
    columns: tuple[str, ...],
    once: tuple[str, ...],
    renewed: str = "",
) -> list:
    """Delete the rows of `old` that `new` has not, and return those missing; same rows stay as they are.

    Rows are the same when `columns` agree; `once` are the columns that no two rows may share, so that what an
    editor has decided keeps its place against what comes in. The column `renewed` follows the new row.
    """
    new = {tuple(getattr(each, name) for name in columns): each for each in new}
    stays, goes, changed = [], [], []
    for each in old:
        same = new.get(tuple(getattr(each, name) for name in columns))
        (stays if same or _is_decided(each) else goes).append(each)
        if same and renewed and getattr(each, renewed) != getattr(same, renewed):
            setattr(each, renewed, getattr(same, renewed))
            changed.append(each)
    if goes:
        model.objects.filter(pk__in=[each.pk for each in goes]).delete()
    if changed:
        model.objects.bulk_update(changed, [renewed])
    taken = {tuple(getattr(each, name) for name in once) for each in stays}
    return [each for each in new.values() if tuple(getattr(each, name) for name in once) not in taken]


def _is_decided(row: object) -> bool:
    """Whether an editor has decided over a row."""
    return getattr(row, "is_settled", False) or getattr(row, "state", "") == MatchState.REJECTED
