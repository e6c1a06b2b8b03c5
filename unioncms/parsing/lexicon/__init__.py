"""Word lists as data: text files beside this module, one word a line.

A line that begins with `#` is a comment; the first comment of each list names the list's source. A list is
read when it is first asked for, so that importing the parser costs nothing.
"""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def load(name: str) -> tuple[str, ...]:
    """The words of `name`.txt in the order of the file: load("credit_labels") → ("记者", "通讯员", …)."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
