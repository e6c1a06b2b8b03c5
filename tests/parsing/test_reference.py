"""A floor under the parse of the reference documents, which stay outside the repository."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.report import to_report

FOLDER = os.environ.get("UNIONCMS_REFERENCE")
FLOORS = {
    "score": 0.97,
    "articles": 0.98,
    "body_text": 0.98,
    "published_on": 0.99,
    "people": 0.98,
    "posts": 0.98,
    "people_links": 0.97,
    "organisations": 0.98,
    "events": 0.88,
    "event_dates": 0.97,
    "event_organisers": 0.92,
}

pytestmark = pytest.mark.skipif(
    not FOLDER, reason="UNIONCMS_REFERENCE names no folder: the reference documents are their owner's"
)


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    """What score.py prints for the parses of every reference document: name → figure."""
    folder = Path(FOLDER)
    report = tmp_path_factory.mktemp("reference") / "report.jsonl"
    sources = sorted(path for path in (folder / "seeds").iterdir() if path.is_file() and path.suffix)
    lines = [
        json.dumps(to_report(parse(read(path.read_bytes(), path.name))), ensure_ascii=False)
        for path in sources
    ]
    report.write_text("\n".join(lines), encoding="utf-8")
    printed = subprocess.run(
        [sys.executable, folder / "gold" / "score.py", report], capture_output=True, text=True, check=True
    ).stdout
    return {name: float(value) for name, value in (line.split() for line in printed.splitlines())}


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_the_reference_documents_parse_as_well_as_before(figures, name, floor):
    assert figures[name] >= floor
