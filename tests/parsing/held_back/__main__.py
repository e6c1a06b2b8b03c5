"""The figures of score.py over the held-back pages: one column a document, and one for all of them together.

usage: UNIONCMS_REFERENCE=FOLDER python -m tests.parsing.held_back
"""

# ruff: noqa: T201 - a command prints

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

from unioncms.parsing import parse, read
from unioncms.parsing.report import to_report

HERE = Path(__file__).parent
EXPECTED = sorted(HERE.glob("*.json"))


def document_of(expected: Path) -> Path:
    return HERE / json.loads(expected.read_text("utf-8"))["source"]


def write_report(folder: Path) -> Path:
    documents = map(document_of, EXPECTED)
    lines = [
        json.dumps(to_report(parse(read(path.read_bytes(), path.name))), ensure_ascii=False)
        for path in documents
    ]
    report = folder / "report.jsonl"
    report.write_text("\n".join(lines), "utf-8")
    return report


def score(scorer: Path, report: Path, expected: list[Path]) -> dict[str, float]:
    """score.py's figures for these documents alone: it scores whatever its gold folder holds."""
    with TemporaryDirectory() as gold:
        for path in expected:
            copy(path, gold)
        printed = subprocess.run(
            [sys.executable, scorer, report, gold], capture_output=True, text=True, check=True
        ).stdout
    return {name: float(value) for name, value in (line.split() for line in printed.splitlines())}


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
    scorer = Path(reference) / "gold" / "score.py"
    with TemporaryDirectory() as folder:
        report = write_report(Path(folder))
        columns = {path.name[:2]: score(scorer, report, [path]) for path in EXPECTED}
        columns["all"] = score(scorer, report, EXPECTED)
    print(table(columns))


if __name__ == "__main__":
    main()
