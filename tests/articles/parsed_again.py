"""A document parsed otherwise, and an editor who decides over the differences."""

from articles.models import Article, Proposal
from articles.proposing import differences, load
from articles.taking import decide
from tests.articles.documents import (
    bare,
    make_document,
    make_prepared,
    reworded,
    take,
)
from unioncms.parsing import Block

TAKEN, LEFT = Proposal.State.TAKEN, Proposal.State.LEFT
BEGIN, MIDDLE, END = "职工之家已经建成。", "书屋每天开放到晚上九点。", "工会还要再添两百册图书。"


def first() -> Article:
    return Article.objects.get(position=0)


def parse_again(**values) -> None:
    """The first article parsed otherwise."""
    take(make_prepared(reworded(make_document(), **values)))


def parse_text(*texts: str, **options) -> None:
    """The first article with a body of these paragraphs, and nobody named."""
    document = make_document()
    take(make_prepared(reworded(bare(document, document.articles), body=blocks(*texts))), **options)


def blocks(*texts: str) -> tuple[Block, ...]:
    return tuple(Block("paragraph", text) for text in texts)


def and_also(text: str) -> tuple[Block, ...]:
    """The first article's body with one more paragraph."""
    return (*make_document().articles[0].body, *blocks(text))


def waiting() -> list[tuple[str, object, object]]:
    return [(each.part, each.before, each.after) for each in Proposal.objects.waiting()]


def settle_all(state: str, editor, article: Article | None = None) -> int:
    (found,) = load([(article or first()).pk])
    keys = {(each.part, each.key): each.pk for each in found.proposals.all()}
    shown = [
        (keys[each.part, each.key], each.token)
        for each in differences(found, found.reparse.content)
        if (each.part, each.key) in keys and each.part != "gone"
    ]
    return decide(found.pk, shown, state, editor)


def tokens():
    (found,) = load([first().pk])
    keys = {(each.part, each.key): each for each in found.proposals.all()}
    return [(keys[each.part, each.key], each.token) for each in differences(found, found.reparse.content)]
