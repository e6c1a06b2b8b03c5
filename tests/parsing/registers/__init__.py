"""Sentences of other registers with hand marks, written for this project; every second one is held out.

`python -m tests.parsing.registers` prints exact-match F1 by kind for both halves; with --verbose, what the half that
rules are made by still misses (-) and invents (+).
"""

import json
from collections import Counter
from pathlib import Path

from unioncms.parsing.mentions import find_mentions

KINDS = ("person", "organisation", "title", "place")


def sentences(is_held_out: bool):
    for path in sorted(Path(__file__).parent.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record["is_held_out"] == is_held_out:
                yield record["text"], [tuple(each) for each in record["mentions"]]


def measure(is_held_out: bool) -> dict[str, float]:
    """Exact-match F1 by kind; every mention counts."""
    hits, sizes = Counter(), Counter()
    for text, expected in sentences(is_held_out):
        expected, found = Counter(expected), Counter(find_mentions(text))
        for kind, _ in (expected & found).elements():
            hits[kind] += 1
        for kind, _ in (expected + found).elements():
            sizes[kind] += 1
    return {kind: 2 * hits[kind] / sizes[kind] for kind in KINDS}
