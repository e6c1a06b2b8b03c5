"""What a newer parse would change in articles that may not simply follow it: one proposal for each difference.

A published article and what an editor has touched stand. `Reparse` keeps what the newest parse says of them, and the
differences follow from three versions: what was imported, what the article says, what is parsed now. `imported` moves
on by each decision, taken or left, so that a difference is asked about once. They are worked out anew whenever the
article or the parse changes; a proposal whose difference is gone goes with it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from articles.building import BETWEEN_BLOCKS, current_value
from articles.comparing import blocks_of, changes, replaced, woven
from articles.models import Article, Attestation, Mention, Proposal, Reparse
from articles.preparing import canonical_json
from articles.reanchoring import field_texts
from unioncms.richtext import plain_text
from unioncms.states import MatchState, Status

PARTS = (
    "kicker", "headline", "subheadline", "editors_note", "body", "is_incomplete", "genre", "published_on",
    "column", "series", "part", "source_credit", "contributions", "figures", "names", "posts", "gone",
)  # fmt: skip
ROWS = "rows"  # beside the parts: the mentions and attestations that come with them
MATERIAL = ("contributions", "figures", "mentions", "attestations")
GONE = (MatchState.LOST, MatchState.REJECTED)
CONTRIBUTION_COLUMNS = ("role", "printed_name", "printed_role", "printed_post")
FIGURE_COLUMNS = ("caption", "credit")
MENTION_COLUMNS = ("kind", "field", "text", "occurrence", "before", "after", "name", "evidence", "may_found")
ATTESTATION_COLUMNS = (
    "name",
    "organisation_name",
    "title",
    "printed_post",
    "change",
    "passage",
    "may_found",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A part's difference: what stands there and would, the whole part if taken, and what then counts as imported."""

    part: str
    key: str
    before: object
    after: object
    value: object
    base: object
    is_beside_edit: bool = False
    context: str = ""  # what stands before words that are added; where a name or a post stands

    @property
    def token(self) -> str:
        """What an editor was shown: a decision over anything else is none."""
        return digest_of([self.key, self.before, self.after])


def digest_of(value: object) -> str:
    return sha256(canonical_json(value).encode()).hexdigest()


def columns_of(row: object, columns: Iterable[str]) -> dict[str, object]:
    return {name: getattr(row, name) for name in columns}


# A parse is kept


def keep_parses(parses: dict[int, dict[str, object]], articles: Iterable[Article]) -> None:
    """`parses`: for each article the parts that may not follow, as the parse has them, and their `ROWS`."""
    articles = {row.pk: row for row in articles if row.pk in parses}
    rows = []
    for key, values in parses.items():
        imported = articles[key].imported
        content = {
            name: value for name, value in values.items() if name != ROWS and value != imported.get(name)
        }
        if content:
            rows.append(Reparse(article_id=key, content=content | {ROWS: values.get(ROWS, {})}))
    Reparse.objects.filter(article__in=list(parses)).delete()
    Reparse.objects.bulk_create(rows)
    refresh_proposals(parses)


# Differences


def differences(article: Article, content: dict[str, object]) -> list[Difference]:
    """What `content`, the newest parse, would change; the article comes with its MATERIAL."""
    found: list[Difference] = []
    seen: Counter = Counter()
    for part in PARTS:
        if part in content:
            for difference in _FINDERS.get(part, _whole)(article, part, content):
                # Those of one part that read alike are told apart by their number.
                number = seen[difference.key]
                seen[difference.key] += 1
                found.append(
                    replace(difference, key=digest_of([difference.key, number])) if number else difference
                )
    return found


def _make(part: str, old: object, new: object, **values: object) -> Difference:
    values.setdefault("before", old)
    values.setdefault("after", new)
    return Difference(part, digest_of([part, old, new]), **values)


def _whole(article: Article, part: str, content: dict) -> Iterator[Difference]:
    old, now, new = article.imported.get(part), current_value(article, part), content[part]
    if new not in (now, old):
        yield _make(part, old, new, before=now, value=new, base=new, is_beside_edit=now != old)


def _body(article: Article, part: str, content: dict) -> Iterator[Difference]:
    base, mine, theirs = map(blocks_of, (article.imported.get(part) or "", article.body, content[part]))
    between = "\n\n" if BETWEEN_BLOCKS.search(article.body) else ""
    for change in changes(base, mine, theirs):
        old, now, new = base[change.base], mine[change.mine], theirs[change.theirs]
        put = woven(old, now, new)
        if put == now:
            continue
        yield _make(
            part,
            old,
            new,
            before=now,
            after=put,
            value=between.join(replaced(mine, change.mine, put)),
            base="".join(replaced(base, change.base, new)),
            is_beside_edit=old != now and put == new,
            context="" if now else plain_text("".join(mine[: change.mine.start])).rpartition("\n")[2],
        )


def _listed(article: Article, part: str, content: dict) -> Iterator[Difference]:
    base, mine, theirs = (
        [tuple(each) for each in items]
        for items in (article.imported.get(part) or (), listed_now(article, part), content[part])
    )
    for change in changes(base, mine, theirs, singly=True):
        old, now, new = (
            [list(each) for each in items]
            for items in (base[change.base], mine[change.mine], theirs[change.theirs])
        )
        yield _make(
            part,
            old,
            new,
            before=now,
            value=[list(each) for each in replaced(mine, change.mine, new)],
            base=[list(each) for each in replaced(base, change.base, new)],
            is_beside_edit=old != now,
        )


def listed_now(article: Article, part: str) -> list[list[str]]:
    columns = CONTRIBUTION_COLUMNS if part == "contributions" else FIGURE_COLUMNS
    return [list(columns_of(row, columns).values()) for row in getattr(article, part).all()]


def _names(article: Article, part: str, content: dict) -> Iterator[Difference]:
    """A name that is found now and stands in the article's text, and one that is no name any more."""
    texts = field_texts(article)
    rows = [row for row in content[ROWS].get("mentions", ()) if stands_in(row, texts)]
    held: dict[tuple, list[Mention]] = defaultdict(list)
    for row in article.mentions.all():
        held[row.kind, row.name].append(row)
    found: dict[tuple, list[dict]] = defaultdict(list)
    for row in rows:
        found[row["kind"], row["name"]].append(row)
    standing = {key: f"{row['before']}{row['text']}{row['after']}" for key, (row, *_) in found.items()}
    gone = {key: f"{row.before}{row.text}{row.after}" for key, row in _may_go(held).items()}

    def is_other_reading(new: tuple, old: tuple) -> bool:
        return new[0] == old[0] and any(
            row["field"] == there.field and (row["text"] in there.text or there.text in row["text"])
            for row in found[new]
            for there in held[old]
        )

    yield from _linked(article, part, content, Linked(standing, gone, set(held), is_other_reading))


def stands_in(row: dict, texts: dict[str, str]) -> bool:
    """Whether a parsed mention's words are in the article; one without a place belongs to it in any case."""
    is_placed = row["before"] or row["after"] or row["field"] != Mention.Field.BODY
    return not is_placed or row["text"] in texts[row["field"]]


def _posts(article: Article, part: str, content: dict) -> Iterator[Difference]:
    text = "\n".join(field_texts(article).values())
    rows = [row for row in content[ROWS].get("attestations", ()) if row["passage"] in text]
    held: dict[tuple, list[Attestation]] = defaultdict(list)
    for row in article.attestations.all():
        held[row.name, row.organisation_name, row.title].append(row)
    standing = {(row["name"], row["organisation_name"], row["title"]): row["passage"] for row in rows}
    gone = {key: row.passage for key, row in _may_go(held).items()}
    yield from _linked(article, part, content, Linked(standing, gone, set(held), _is_other_post))


def _is_other_post(new: tuple, old: tuple) -> bool:
    """One person's title elsewhere, or another title at the same body."""
    return new[0] == old[0] and (new[1] == old[1] or new[2] == old[2])


def _may_go(held: dict[tuple, list]) -> dict[tuple, Mention | Attestation]:
    """What is there by the machine's word alone, each with its first row."""
    return {
        key: rows[0]
        for key, rows in held.items()
        if not any(row.is_settled for row in rows) and any(row.state not in GONE for row in rows)
    }


@dataclass(frozen=True, slots=True)
class Linked:
    """What may be added and taken away, each with its words in the article, and what is there in any way."""

    standing: dict[tuple, str]
    may_go: dict[tuple, str]
    held: set[tuple]
    is_other_reading: Callable[[tuple, tuple], bool]  # whether a new one is what an old one was taken for


def _linked(article: Article, part: str, content: dict, linked: Linked) -> Iterator[Difference]:
    base = [tuple(each) for each in article.imported.get(part) or ()]
    theirs = [tuple(each) for each in content[part]]
    dropped = [each for each in base if each not in theirs and each in linked.may_go]
    for new in theirs:
        if new in base or new in linked.held or new not in linked.standing:
            continue
        old = next((each for each in dropped if linked.is_other_reading(new, each)), None)
        if old:
            dropped.remove(old)
        yield _link(part, base, old, new, linked.standing[new])
    for old in dropped:
        yield _link(part, base, old, None, linked.may_go[old])


def _link(part: str, base: list[tuple], old: tuple | None, new: tuple | None, context: str) -> Difference:
    rest = [list(each) for each in base if each != old]
    return _make(
        part,
        list(old) if old else None,
        list(new) if new else None,
        value=None,
        base=[*rest, list(new)] if new else rest,
        context=context,
    )


def _gone(article: Article, part: str, content: dict) -> Iterator[Difference]:
    if article.status != Status.WITHDRAWN:
        yield _make(part, None, True, before=article.title, value=None, base=True)


_FINDERS: dict[str, Callable[[Article, str, dict], Iterator[Difference]]] = {
    "body": _body,
    "contributions": _listed,
    "figures": _listed,
    "names": _names,
    "posts": _posts,
    "gone": _gone,
}


# Proposals


def load(keys: Iterable[int]) -> list[Article]:
    """Articles with what their differences are worked out from."""
    return list(
        Article.objects.filter(pk__in=list(keys), reparse__isnull=False)
        .select_related("column", "series", "reparse")
        .prefetch_related(*MATERIAL, "proposals")
        .order_by("pk")
    )


def refresh_proposals(keys: Iterable[int]) -> None:
    """Bring the waiting proposals of these articles to the differences that there are by now."""
    keys = list(keys)
    found = load(keys)
    stale = Proposal.objects.waiting().filter(article__in=keys)
    stale.exclude(article__in=[article.pk for article in found]).delete()
    added, changed, gone = [], [], []
    for article in found:
        known = {(row.part, row.key): row for row in article.proposals.all()}
        wanted = {(each.part, each.key): each for each in differences(article, article.reparse.content)}
        open_parts = set()
        for number, (key, each) in enumerate(wanted.items()):
            row = known.get(key) or Proposal(article=article, part=each.part, key=each.key)
            if row.state == Proposal.State.LEFT:
                continue
            open_parts.add(each.part)
            _show(row, each, number)
            (changed if row.pk else added).append(row)
        gone += [
            row.pk for key, row in known.items() if row.state == Proposal.State.WAITING and key not in wanted
        ]
        _close(article, open_parts)
    Proposal.objects.filter(pk__in=gone).delete()
    Proposal.objects.bulk_update(
        changed, ["number", "before", "after", "is_beside_edit", "state", "decided_by", "decided_at", "undo"]
    )
    Proposal.objects.bulk_create(added)


def _show(row: Proposal, difference: Difference, number: int) -> None:
    row.number, row.is_beside_edit = number, difference.is_beside_edit
    row.before, row.after = difference.before, difference.after
    if row.state == Proposal.State.TAKEN:
        # Taken once, given up by the parse, and found again.
        row.state, row.decided_by, row.decided_at, row.undo = Proposal.State.WAITING, None, None, None


def _close(article: Article, open_parts: set[str]) -> None:
    """Parts with nothing left to decide are as imported; names come with the text as long as any is undecided."""
    content = article.reparse.content
    texts_open = open_parts - {"names", "posts"}
    closed = [
        part
        for part in content
        if part not in (*open_parts, ROWS) and not (part in ("names", "posts") and texts_open)
    ]
    if not closed:
        return
    for part in closed:
        value = content.pop(part)
        if part != "gone":  # that is remembered by its proposal: the article may come back
            article.imported[part] = value
    Article.objects.filter(pk=article.pk).update(imported=article.imported)
    if content.keys() <= {ROWS}:
        article.reparse.delete()
    else:
        article.reparse.save(update_fields=["content"])
