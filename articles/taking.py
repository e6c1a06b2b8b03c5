"""An editor takes a proposal or leaves it: into the article's working text, never straight before readers.

What is taken is saved as an editor's own change would be: names move with their words, those of new words come with
them, what is to be weighed is found anew, and readers wait for the next release. A decision is over what the editor
was shown; where the article or its parse has changed since, it is refused.
"""

from collections.abc import Iterable

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.utils import timezone

from articles import relinking
from articles.building import Papers, current_value, set_value
from articles.editing import follow_edit
from articles.models import (
    Article,
    Column,
    Contribution,
    Figure,
    Mention,
    Proposal,
    Reparse,
    Series,
)
from articles.proposing import (
    CONTRIBUTION_COLUMNS,
    FIGURE_COLUMNS,
    ROWS,
    Difference,
    differences,
    listed_now,
    load,
    refresh_proposals,
)
from articles.relinking import LINKS
from articles.settling import Names, wait_for_other_writers
from people.models import User
from unioncms.richtext import plain_text

State = Proposal.State
LISTED_FIELDS = {"contributions": "byline", "figures": "caption"}  # parts → where mentions in them stand
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
    if part in LINKS:
        proposal.undo["parsed"] = relinking.rows_of(article.reparse.content[ROWS], part, difference.after)
    if part not in NOT_TAKEN:
        article.imported[part] = difference.base
        Article.objects.filter(pk=article.pk).update(imported=article.imported)
    if state == State.TAKEN:
        proposal.undo |= _take(article, difference)
    proposal.state, proposal.decided_by, proposal.decided_at = state, user, timezone.now()
    proposal.before, proposal.after = difference.before, difference.after
    proposal.save()
    refresh_proposals([article.pk])


def value_now(article: Article, part: str) -> object:
    """A part in comparable form."""
    return listed_now(article, part) if part in LISTED_FIELDS else current_value(article, part)


def _take(article: Article, difference: Difference) -> dict[str, object]:
    """Write it, and say what taking it back needs."""
    part, rows = difference.part, article.reparse.content[ROWS]
    if part in LINKS:
        return {"rows": relinking.change(article, part, difference.before, difference.after, rows)}
    was = value_now(article, part)
    write(article, part, difference.value)
    field = LISTED_FIELDS.get(part, part)
    if field in Mention.Field:
        relinking.bring_names(article, field, _plain(difference), rows)
    return {"was": was, "is": difference.value}


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


# Taken back


@transaction.atomic
def reopen(article_key: int, key: int, user: User) -> None:
    """A decision is no more: what was taken goes back, and the proposal waits again.

    Decisions over one text or list are taken back in turn, the last first.
    """
    wait_for_other_writers()
    list(Article.objects.select_for_update().filter(pk=article_key).values_list("pk"))
    proposal = Proposal.objects.exclude(state=State.WAITING).filter(article=article_key, pk=key).first()
    if proposal is None:
        raise Outdated
    article = Article.objects.select_related("column", "series").get(pk=article_key)
    before = Names.in_articles([article_key])
    was_taken, part = proposal.state == State.TAKEN, proposal.part
    if proposal.pk not in reopenable(article_key):
        raise Outdated
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


def reopenable(article_key: int) -> set[int]:
    """The decisions that may be taken back now: each over a link, the last over any other part."""
    decided = Proposal.objects.exclude(state=State.WAITING).filter(article=article_key)
    last = {
        key if part in LINKS else part: key
        for key, part in decided.order_by("decided_at", "pk").values_list("pk", "part")
    }
    return set(last.values())


def _open_again(article: Article, proposal: Proposal) -> None:
    """What counts as imported is what it was before the decision; what the parse says is what it says by now."""
    part = proposal.part
    kept = Reparse.objects.filter(article=article).first() or Reparse(article=article, content={ROWS: {}})
    kept.content.setdefault(part, article.imported.get(part) if part not in NOT_TAKEN else True)
    if part in LINKS:
        relinking.add_rows(kept.content[ROWS], part, proposal.undo.get("parsed", []))
    kept.save()
    if part in LINKS:
        article.imported[part] = relinking.base_before(
            article.imported[part], proposal.before, proposal.after
        )
    elif part not in NOT_TAKEN:
        article.imported[part] = proposal.undo["base"]
    Article.objects.filter(pk=article.pk).update(imported=article.imported)


def _give_back(article: Article, proposal: Proposal) -> None:
    if proposal.part in LINKS:
        relinking.give_back(article, proposal.part, proposal.after, proposal.undo.get("rows", []))
    else:
        write(article, proposal.part, proposal.undo["was"])


def _log(article: Article, user: User, message: str) -> None:
    LogEntry.objects.log_actions(user.pk, [article], CHANGE, message)
