"""Long lists of values in queries that every database accepts."""

from collections.abc import Iterable, Iterator

CHUNK = 5000  # below every database's limit of parameters


def chunks(values: Iterable) -> Iterator[list]:
    """Each value once, in order, in lists that one query can hold."""
    ordered = sorted(set(values))
    return (ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK))
