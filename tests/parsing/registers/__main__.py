"""Prints the figures, and the differences of the half that is not held out."""

import sys
from collections import Counter

from tests.parsing.registers import measure, sentences
from unioncms.parsing.mentions import find_mentions

if "--verbose" in sys.argv:
    for text, expected in sentences(is_held_out=False):
        expected, found = Counter(expected), Counter(find_mentions(text))
        lost = [f"-{name}" for _, name in (expected - found).elements()]
        added = [f"+{name}" for _, name in (found - expected).elements()]
        if lost or added:
            sys.stdout.write(" ".join([text, *lost, *added]) + "\n")
for name, is_held_out in (("development", False), ("held out", True)):
    figures = " ".join(f"{kind} {value:.3f}" for kind, value in measure(is_held_out).items())
    sys.stdout.write(f"{name}: {figures}\n")
