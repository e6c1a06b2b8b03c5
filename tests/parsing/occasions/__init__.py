"""Passages with events as union pages print them, written for this project; every second one is held out.

`python -m tests.parsing.occasions` prints for both halves how many events are found, and of those the dates and
organisers; with --verbose, what the half that rules are made by still misses (-) and invents (+).
"""

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from unioncms.parsing.document import Article, Block, Event
from unioncms.parsing.naming.recognising import recognise

PLACES = "云州市总工会 云州市人民政府 青山县总工会 青山县人民政府 云岭省总工会 云岭省人民政府"
ALIKE = 0.6  # of the names of an event, as far as their day does not tell that they are one


def passages(is_held_out: bool) -> Iterator[dict]:
    lines = (Path(__file__).parent / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    return (each for each in map(json.loads, lines) if each["is_held_out"] == is_held_out)


def found_events(passage: dict) -> tuple[Event, ...]:
    blocks = tuple(Block("paragraph", text) for text in passage["paragraphs"])
    article = Article(genre=passage["genre"], body=blocks)
    context = "\n".join([*passage["paragraphs"], PLACES])
    return recognise((article,), "云州日报", passage["published_on"], context).events


def paired(expected: list[dict], found: tuple[Event, ...]) -> list[tuple[dict, Event]]:
    """Events that are the same, the likest first: by name, with some weight for the day."""

    def likeness(gold: dict, event: Event) -> float:
        same_day = bool(gold["date"]) and gold["date"] == event.date
        return SequenceMatcher(None, gold["name"], event.name).ratio() + 0.3 * same_day

    pairs: list[tuple[dict, Event]] = []
    ranked = [(likeness(gold, event), gold, event) for gold in expected for event in found]
    for value, gold, event in sorted(ranked, key=lambda each: -each[0]):
        if value >= ALIKE and all(gold is not other and event is not last for other, last in pairs):
            pairs.append((gold, event))
    return pairs


def measure(is_held_out: bool) -> dict[str, float]:
    """F1 of events, and within those found of dates and organisers."""
    counts = {"events": [0, 0], "dates": [0, 0], "organisers": [0, 0]}  # right, and expected with found
    for passage in passages(is_held_out):
        expected, found = passage["events"], found_events(passage)
        pairs = paired(expected, found)
        counts["events"][0] += len(pairs)
        counts["events"][1] += len(expected) + len(found)
        for gold, event in pairs:
            for name, wanted, given in (
                ("dates", {gold["date"]} - {None}, {event.date} - {None}),
                ("organisers", set(gold["organisers"]), set(event.organisers)),
            ):
                counts[name][0] += len(wanted & given)
                counts[name][1] += len(wanted) + len(given)
    return {name: 2 * right / (both or 1) for name, (right, both) in counts.items()}
