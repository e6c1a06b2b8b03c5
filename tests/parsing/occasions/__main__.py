"""Prints the figures, and the differences of the half that is not held out."""

import sys

from tests.parsing.occasions import found_events, measure, paired, passages

if "--verbose" in sys.argv:
    for passage in passages(is_held_out=False):
        expected, found = passage["events"], found_events(passage)
        pairs = paired(expected, found)
        sys.stdout.write("\n".join(passage["paragraphs"]) + "\n")
        for gold in expected:
            event = next((event for other, event in pairs if other is gold), None)
            told = (gold["name"], gold["date"], gold["organisers"])
            if event is None:
                sys.stdout.write(f"    - {told}\n")
            elif (event.date, set(event.organisers)) != (gold["date"], set(gold["organisers"])):
                sys.stdout.write(f"    ~ {told}: {event.name} {event.date} {event.organisers}\n")
        for event in found:
            if all(event is not other for _, other in pairs):
                sys.stdout.write(f"    + {(event.name, event.date, event.organisers)}\n")
for name, is_held_out in (("development", False), ("held out", True)):
    figures = " ".join(f"{kind} {value:.3f}" for kind, value in measure(is_held_out).items())
    sys.stdout.write(f"{name}: {figures}\n")
