"""The reference's score.py over parses of ours, run as a child process: it scores whatever its gold folder holds."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

from unioncms.parsing import parse, read
from unioncms.parsing.report import to_report


def write_report(documents: Iterable[Path], report: Path) -> Path:
    """One parse report a line."""
    lines = [
        json.dumps(to_report(parse(read(path.read_bytes(), path.name))), ensure_ascii=False)
        for path in documents
    ]
    report.write_text("\n".join(lines), "utf-8")
    return report


def score(reference: Path, report: Path, expected: Iterable[Path]) -> dict[str, float]:
    """Name → figure, for the documents of these gold parses alone; `reference` is the folder that has gold/score.py."""
    scorer = reference / "gold" / "score.py"
    with TemporaryDirectory() as gold:
        for path in expected:
            copy(path, gold)
        printed = subprocess.run(
            [sys.executable, scorer, report, gold], capture_output=True, text=True, check=True
        ).stdout
    return {name: float(value) for name, value in (line.split() for line in printed.splitlines())}
