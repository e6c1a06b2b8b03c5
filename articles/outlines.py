"""The layout of a page as plain JSON, as it is stored beside a document."""

from unioncms.parsing import Outline, Piece


def outline_as_json(outline: Outline) -> dict[str, list]:
    """{"articles": [[[start, label, [[start, end], …]], …], …], "discarded": [[start, label, …], …]}"""
    return {
        "articles": [[_piece_as_json(piece) for piece in pieces] for pieces in outline.articles],
        "discarded": [_piece_as_json(piece) for piece in outline.discarded],
    }


def outline_from_json(stored: dict[str, list]) -> Outline:
    return Outline(
        tuple(tuple(map(_piece_from_json, pieces)) for pieces in stored["articles"]),
        tuple(map(_piece_from_json, stored["discarded"])),
    )


def _piece_as_json(piece: Piece) -> list:
    return [piece.start, piece.label, [list(run) for run in piece.ranges]]


def _piece_from_json(stored: list) -> Piece:
    start, label, ranges = stored
    return Piece(start, label, tuple((low, high) for low, high in ranges))
