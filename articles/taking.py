"""An editor takes a proposal or leaves it: into the article's working text, never straight before readers.

What is taken is saved as an editor's own change would be: names move with their words, those of new words come with
them, what is to be weighed is found anew, and readers wait for the next release. A decision is over what the editor
was shown; where the article or its parse has changed since, it is refused.
"""

from collections.abc import Iterable

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.utils import timezone

from articles.anchoring import plain_text
from articles.building import Papers, current_value, set_value
from articles.editing import follow_edit
from articles.models import (
    Article,
    Attestation,
    Column,
    Contribution,
    Figure,
    Mention,
    Proposal,
    Reparse,
    Series,
)
from articles.proposing import (
    ATTESTATION_COLUMNS,
    CONTRIBUTION_COLUMNS,
    FIGURE_COLUMNS,
    MENTION_COLUMNS,
    ROWS,
    Difference,
    columns_of,
    differences,
    listed_now,
    load,
    refresh_proposals,
    stands_in,
)
from articles.reanchoring import alike, field_texts, find_words, is_placed, reanchor, words_around
from articles.settling import Names, wait_for_other_writers
from people.models import User

State = Proposal.State
LISTED_FIELDS = {"contributions": "byline", "figures": "caption"}  # parts → where mentions in them stand
LINKS = ("names", "posts")
NOT_TAKEN = ("gone",)  # what is no text: an article is deleted or withdrawn where that is always done


class Outdated(Exception):
    """What the editor was shown is no longer what would be done."""


@transaction.atomic
def decide(article_key: int, shown: Iterable[tuple[int, str]], state: str, user: User) -> int:
    """Take or leave proposals, each by its key and the token of what was shown; returns how many."""
    wait_for_other_writers()
    list(Article.objects.select_for_update().filter(pk=article_key).values_list("pk"))
    before = Names.in_articles([article_key])
    labels = []
    for key, token in shown:
        article, proposal, difference = _find(article_key, key)
        if difference is None or difference.token != token:
            raise Outdated
        if state == State.TAKEN and difference.part in NOT_TAKEN:
            raise Outdated
        _decide(article, proposal, difference, state, user)
        labels.append(difference.part)
    if not labels:
        raise Outdated
    article = Article.objects.get(pk=article_key)
    if state == State.TAKEN:
        follow_edit(article, before)
    _log(article, user, f"{State(state).label}重新解析的差异 {len(labels)} 处。")
    return len(labels)


def _find(article_key: int, key: int) -> tuple[Article, Proposal, Difference | None]:
    found = load([article_key])
    proposal = Proposal.objects.waiting().filter(article=article_key, pk=key).first()
    if not found or proposal is None:
        raise Outdated
    known = differences(found[0], found[0].reparse.content)
    same = (each for each in known if (each.part, each.key) == (proposal.part, proposal.key))
    return found[0], proposal, next(same, None)


def _decide(article: Article, proposal: Proposal, difference: Difference, state: str, user: User) -> None:
    part = difference.part
    proposal.undo = {"base": article.imported.get(part)}
    if part not in NOT_TAKEN:
        article.imported[part] = difference.base
        Article.objects.filter(pk=article.pk).update(imported=article.imported)
    if state == State.TAKEN:
        proposal.undo |= _undo_of(article, difference)
        _take(article, difference)
    proposal.state, proposal.decided_by, proposal.decided_at = state, user, timezone.now()
    proposal.before, proposal.after = difference.before, difference.after
    proposal.save()
    refresh_proposals([article.pk])


def _undo_of(article: Article, difference: Difference) -> dict[str, object]:
    part = difference.part
    if part not in LINKS:
        return {"was": value_now(article, part), "is": difference.value}
    if difference.before is None:
        return {}
    rows = article.mentions if part == "names" else article.attestations
    columns = MENTION_COLUMNS if part == "names" else (*ATTESTATION_COLUMNS, "attested_on")
    found = [columns_of(row, columns) for row in rows.filter(**_named(part, difference.before))]
    return {
        "rows": [
            {name: str(value) if name == "attested_on" and value else value for name, value in row.items()}
            for row in found
        ]
    }


def value_now(article: Article, part: str) -> object:
    """A part in comparable form."""
    return listed_now(article, part) if part in LISTED_FIELDS else current_value(article, part)


def _take(article: Article, difference: Difference) -> None:
    rows = article.reparse.content[ROWS]
    match difference.part:
        case "names":
            _take_name(article, difference, rows.get("mentions", ()))
        case "posts":
            _take_post(article, difference, rows.get("attestations", ()))
        case part:
            write(article, part, difference.value)
            field = LISTED_FIELDS.get(part, part)
            if field in Mention.Field:
                _bring_names(article, field, _plain(difference), rows.get("mentions", ()))


def write(article: Article, part: str, value: object) -> None:
    """Set a part to a value in comparable form."""
    if part == "contributions":
        _write_byline(article, value)
    elif part == "figures":
        article.figures.all().delete()
        Figure.objects.bulk_create(
            Figure(article=article, position=position, **dict(zip(FIGURE_COLUMNS, each, strict=True)))
            for position, each in enumerate(value)
        )
    else:
        papers = Papers()
        if part == "column" and value:
            papers.columns[value] = Column.objects.get_or_create(name=value)[0]
        if part == "series" and value:
            papers.series[value] = Series.objects.get_or_create(title=value)[0]
        set_value(article, part, value, papers)
        article.save()


def _write_byline(article: Article, value: list) -> None:
    """Names that stand in the byline still keep the person they mean."""
    held = {(each.role, each.printed_name): each for each in article.contributions.all()}
    kept = []
    for position, each in enumerate(value):
        columns = dict(zip(CONTRIBUTION_COLUMNS, each, strict=True))
        row = held.get((columns["role"], columns["printed_name"])) or Contribution(article=article)
        for name, text in (columns | {"position": position}).items():
            setattr(row, name, text)
        kept.append(row)
    article.contributions.exclude(pk__in=[row.pk for row in kept if row.pk]).delete()
    for row in kept:
        row.save()


# Whom the article names


def _named(part: str, names: list[str]) -> dict[str, str]:
    """The columns by which a part's element is known."""
    columns = ("kind", "name") if part == "names" else ("name", "organisation_name", "title")
    return dict(zip(columns, names, strict=True))


def _take_name(article: Article, difference: Difference, rows: Iterable[dict]) -> None:
    if difference.after is None:
        article.mentions.filter(**_named("names", difference.before)).delete()
        return
    reanchor(article)
    texts, wanted = field_texts(article), _named("names", difference.after)
    for row in rows:
        if wanted.items() <= row.items() and stands_in(row, texts):
            _place(article, row, texts)


def _take_post(article: Article, difference: Difference, rows: Iterable[dict]) -> None:
    if difference.after is None:
        article.attestations.filter(**_named("posts", difference.before)).delete()
        return
    wanted = _named("posts", difference.after)
    for row in rows:
        if wanted.items() <= row.items():
            Attestation.objects.create(article=article, attested_on=article.published_on, **row)


def _plain(difference: Difference) -> str:
    """The words that a text, byline or figure would gain."""
    match difference.part, difference.after:
        case "body", blocks:
            return plain_text("".join(blocks))
        case "contributions", rows:
            return "\n".join(row[CONTRIBUTION_COLUMNS.index("printed_name")] for row in rows)
        case "figures", rows:
            return "\n".join(row[0] for row in rows)
    return str(difference.after or "")


def _bring_names(article: Article, field: str, words: str, rows: Iterable[dict]) -> None:
    """The names that the parse finds in words just taken; those that the article has already move first."""
    article = Article.objects.get(pk=article.pk)
    reanchor(article)
    texts = field_texts(article)
    for row in rows:
        if row["field"] == field and _is_within(row, words):
            _place(article, row, texts)


def _is_within(row: dict, words: str) -> bool:
    """Whether a parsed mention stands in `words`, which may end before its surroundings do."""
    for at in find_words(words, row["text"]):
        before, after = words_around(words, row["text"], at)
        if row["before"].endswith(before) and row["after"].startswith(after):
            return True
    return False


def _place(article: Article, row: dict, texts: dict[str, str]) -> None:
    """Make a mention where the words stand that are most like the parsed ones, unless one is there already."""
    mention = Mention(article=article, **row)
    text = texts[mention.field]
    around = [words_around(text, mention.text, place) for place in find_words(text, mention.text)]
    if around and is_placed(mention):
        mention.occurrence = max(range(len(around)), key=lambda number: alike(mention, around[number]))
        mention.before, mention.after = around[mention.occurrence]
    place = {name: getattr(mention, name) for name in ("article", "kind", "field", "text", "occurrence")}
    if not Mention.objects.filter(**place).exists():
        mention.save()


# Taken back


@transaction.atomic
def reopen(article_key: int, key: int, user: User) -> None:
    """A decision is no more: what was taken goes back, and the proposal waits again."""
    wait_for_other_writers()
    list(Article.objects.select_for_update().filter(pk=article_key).values_list("pk"))
    proposal = Proposal.objects.exclude(state=State.WAITING).filter(article=article_key, pk=key).first()
    if proposal is None:
        raise Outdated
    article = Article.objects.select_related("column", "series").get(pk=article_key)
    before = Names.in_articles([article_key])
    was_taken, part = proposal.state == State.TAKEN, proposal.part
    if was_taken and part not in LINKS and value_now(article, part) != proposal.undo["is"]:
        raise Outdated
    _open_again(article, proposal)
    if was_taken:
        _give_back(article, proposal)
    proposal.state, proposal.decided_by, proposal.decided_at = State.WAITING, None, None
    proposal.undo = None
    proposal.save()
    refresh_proposals([article_key])
    article = Article.objects.get(pk=article_key)
    if was_taken:
        follow_edit(article, before)
    _log(article, user, "撤回对一处重新解析差异的处理。")


def _open_again(article: Article, proposal: Proposal) -> None:
    """What counts as imported is what it was before the decision; what the parse says is what it says by now."""
    part = proposal.part
    kept = Reparse.objects.filter(article=article).first() or Reparse(article=article, content={ROWS: {}})
    kept.content.setdefault(part, article.imported.get(part) if part not in NOT_TAKEN else True)
    kept.save()
    article.imported[part] = proposal.undo["base"]
    Article.objects.filter(pk=article.pk).update(imported=article.imported)


def _give_back(article: Article, proposal: Proposal) -> None:
    if proposal.part not in LINKS:
        write(article, proposal.part, proposal.undo["was"])
        return
    rows = article.mentions if proposal.part == "names" else article.attestations
    if proposal.after is None:
        rows.bulk_create([rows.model(article=article, **each) for each in proposal.undo["rows"]])
    else:
        rows.filter(**_named(proposal.part, proposal.after), is_settled=False).delete()


def _log(article: Article, user: User, message: str) -> None:
    LogEntry.objects.log_actions(user.pk, [article], CHANGE, message)
