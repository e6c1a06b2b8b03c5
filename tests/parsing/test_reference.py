"""A floor under the parses of the reference documents, which stay outside the repository, and of our own pages."""

import os
from pathlib import Path

import pytest

from tests.parsing.held_back import DOCUMENTS, EXPECTED
from tests.parsing.scoring import score, write_report

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
HELD_BACK_FLOORS = {
    "score": 0.948,
    "articles": 0.984,
    "body_text": 0.982,
    "headline": 0.962,
    "column": 0.975,
    "people": 0.962,
    "posts": 0.873,
    "organisations": 0.875,
    "events": 0.872,
}

pytestmark = pytest.mark.skipif(
    not FOLDER, reason="UNIONCMS_REFERENCE names no folder: the reference documents are their owner's"
)


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    folder = Path(FOLDER)
    sources = sorted(path for path in (folder / "seeds").iterdir() if path.is_file() and path.suffix)
    report = write_report(sources, tmp_path_factory.mktemp("reference") / "report.jsonl")
    return score(folder, report, (folder / "gold").glob("*.json"))


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_the_reference_documents_parse_as_well_as_before(figures, name, floor):
    assert figures[name] >= floor


@pytest.fixture(scope="module")
def held_back_figures(tmp_path_factory):
    report = write_report(DOCUMENTS, tmp_path_factory.mktemp("held_back") / "report.jsonl")
    return score(Path(FOLDER), report, EXPECTED)


@pytest.mark.parametrize(("name", "floor"), HELD_BACK_FLOORS.items())
def test_the_pages_that_were_held_back_parse_as_well_as_before(held_back_figures, name, floor):
    assert held_back_figures[name] >= floor
