"""What an editor does to the layout of a page: outline in, outline out.

An article is known by its number, a paragraph by where it begins in the source. What cannot be done (an article that
is not there, joining the first one to the one before) leaves the outline as it was.
"""

from dataclasses import replace

from unioncms.parsing.document import DISCARD_LABELS, Outline, Piece
from unioncms.parsing.segmenting.outline import CONTINUATION, HEAD

Articles = list[list[Piece]]


def split(outline: Outline, number: int, start: int) -> Outline:
    """The article in two; the second begins with the paragraph at `start`, a title line there being its headline."""
    articles = _articles(outline)
    if not _is_there(articles, number):
        return outline
    at = next((at for at, piece in enumerate(articles[number]) if piece.start == start), 0)
    if not at:
        return outline
    rest = articles[number][at:]
    if rest[0].label in ("heading", "subheadline", "kicker"):
        rest[0] = replace(rest[0], label="headline")
    elif rest[0].label == CONTINUATION:
        rest[0] = replace(rest[0], label="paragraph")
    articles[number : number + 1] = [articles[number][:at], rest]
    return _outline(articles, outline.discarded)


def join(outline: Outline, number: int) -> Outline:
    """The article made the end of the one before it; its headline becomes a heading of that one."""
    articles = _articles(outline)
    if not _is_there(articles, number) or not number:
        return outline
    has_headline = any(piece.label == "headline" for piece in articles[number - 1])
    added = [
        replace(piece, label="heading")
        if has_headline and piece.label in ("headline", "kicker", "subheadline")
        else piece
        for piece in articles[number]
    ]
    # A kicker that both share stands once.
    known = {piece.start for piece in articles[number - 1]}
    articles[number - 1 : number + 1] = [
        [*articles[number - 1], *(piece for piece in added if piece.start not in known)]
    ]
    return _outline(articles, outline.discarded)


def move(outline: Outline, number: int, to: int) -> Outline:
    """The article put where number `to` stands."""
    articles = _articles(outline)
    if not _is_there(articles, number) or not _is_there(articles, to):
        return outline
    articles.insert(to, articles.pop(number))
    return _outline(articles, outline.discarded)


def relabel(outline: Outline, start: int, label: str, number: int | None) -> Outline:
    """The paragraph at `start` serves article `number` under `label`, or none where the label is one of a discard."""
    articles = _articles(outline)
    found = [piece for pieces in (*articles, outline.discarded) for piece in pieces if piece.start == start]
    if not found or (label not in DISCARD_LABELS and not _is_there(articles, number)):
        return outline
    piece = replace(found[0], label=label)
    if label in DISCARD_LABELS:
        articles = [[each for each in pieces if each.start != start] for pieces in articles]
        discarded = [each for each in outline.discarded if each.start != start]
        return _outline(articles, sorted([*discarded, piece], key=lambda each: each.start))
    assert number is not None
    pieces = articles[number]
    at = next((at for at, each in enumerate(pieces) if each.start == start), None)
    if at is not None:
        pieces[at] = piece
        return _outline(articles, outline.discarded)
    articles = [[each for each in others if each.start != start] for others in articles]
    pieces = articles[number]
    pieces.insert(_place_in(pieces, piece), piece)
    return _outline(articles, [each for each in outline.discarded if each.start != start])


def _place_in(pieces: list[Piece], piece: Piece) -> int:
    """Titles before the body, all else behind what is printed before it."""
    if piece.label in HEAD:
        return next((at for at, each in enumerate(pieces) if each.label not in HEAD), len(pieces))
    before = [at for at, each in enumerate(pieces) if each.label not in HEAD and each.start < piece.start]
    head = sum(each.label in HEAD for each in pieces)
    return before[-1] + 1 if before else head


def _articles(outline: Outline) -> Articles:
    return [list(pieces) for pieces in outline.articles]


def _is_there(articles: Articles, number: int | None) -> bool:
    return number is not None and 0 <= number < len(articles)


def _outline(articles: Articles, discarded: tuple[Piece, ...] | list[Piece]) -> Outline:
    return Outline(tuple(tuple(pieces) for pieces in articles if pieces), tuple(discarded))
