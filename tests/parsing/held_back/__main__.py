"""The figures of score.py over the held-back pages: one column a document, and one for all of them together.

usage: UNIONCMS_REFERENCE=FOLDER python -m tests.parsing.held_back
"""

# ruff: noqa: T201 - a command prints

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.parsing.held_back import DOCUMENTS, EXPECTED
from tests.parsing.scoring import score, write_report


def table(columns: dict[str, dict[str, float]]) -> str:
    """Figures down, documents across; a document that has nothing of a kind has a blank there."""
    rows = [" " * 18 + "".join(f"{name:>8}" for name in columns)]
    for figure in columns["all"]:
        cells = (f"{found[figure]:8.3f}" if figure in found else " " * 8 for found in columns.values())
        rows.append(f"{figure:18}" + "".join(cells))
    return "\n".join(rows)


def main() -> None:
    reference = os.environ.get("UNIONCMS_REFERENCE")
    if not reference:
        raise SystemExit("UNIONCMS_REFERENCE names no folder: score.py lies in its gold/")
    folder = Path(reference)
    with TemporaryDirectory() as own:
        report = write_report(DOCUMENTS, Path(own) / "report.jsonl")
        columns = {path.name[:2]: score(folder, report, [path]) for path in EXPECTED}
        columns["all"] = score(folder, report, EXPECTED)
    print(table(columns))


if __name__ == "__main__":
    main()
