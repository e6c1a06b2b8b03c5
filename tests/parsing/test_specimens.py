"""The specimen bulletins of seeds/ and the pages beside this module against their hand-checked parses.

What the parses themselves must be (paired, well formed, nothing in them that the page does not print) stands
beside what the parser must reach on them. The floors are what was measured when they were pinned, less a
little; lower one only on purpose.
"""

import json
import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.report import to_report

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
EXPECTED = Path(__file__).with_name("expected")
PAGES = Path(__file__).with_name("pages")  # further pages, each beside its parse

FLOORS = {
    "01_lanshan_2024-05-01_pdf": 0.98,
    "02_xihu_2024_pdf": 0.88,
    "03_yunling_2023_columns": 0.98,
    "04_yunling_2025_columns": 0.97,
    "05_xihu_2024_essays": 0.98,
    "06_wangchuan_2025_essays": 0.98,
    "07_xihu_2024-08-03_web": 0.98,
    "08_lanshan_2025-01-16_web": 0.53,
    "09_qingyuan_2024_markdown": 0.98,
    "10_yunling_2025-09_markdown": 0.96,
    "01_fengwu_2025_pdf": 0.93,
    "02_fengwu_2024-08-09_pdf": 0.80,
    "03_fengwu_columns": 0.96,
    "04_counties_columns": 0.96,
    "05_diaries_essays": 0.95,
    "06_reading_essays": 0.98,
    "07_lichuan_2023-10-29_web": 0.95,
    "08_fengwu_2024-06-06_web": 0.98,
    "09_fengwu_2023_markdown": 0.95,
    "10_fengwu_markdown": 0.98,
}

DOCUMENT_KEYS = {
    "source", "publication", "published_on", "articles", "people", "organisations", "events", "discarded",
}  # fmt: skip
ARTICLE_KEYS = {
    "headline", "kicker", "subheadline", "column", "series", "genre", "source_credit", "contributors",
    "editors_note", "body", "figures", "incomplete",
}  # fmt: skip
GENRES = {"news", "feature", "essay", "roundup", "preface", "digest", "photo", "notice", "listing"}
ROLES = {"author", "reporter", "trainee_reporter", "correspondent", "photographer"}
IMPRECISE_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def squeeze(text):
    """Text with compatibility forms folded and all white space out."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


def specimen(name):
    folder = SEEDS if (EXPECTED / f"{name}.json").exists() else PAGES
    return next(path for path in folder.iterdir() if path.stem == name and path.suffix != ".json")


def page_text(name):
    return squeeze(specimen(name).read_text("utf-8"))


def expected_parse(name):
    path = EXPECTED / f"{name}.json"
    return json.loads((path if path.exists() else PAGES / path.name).read_text("utf-8"))


def found_parse(name):
    path = specimen(name)
    return to_report(parse(read(path.read_bytes(), path.name)))


def printed_pieces(text, page, most=3):
    """The fewest pieces of `text`, in order, that the page prints whole; None when `most` do not suffice.

    A paragraph joined across a column break stands on the page in two pieces.
    """
    text, pieces = squeeze(text), []
    while text:
        size = next((n for n in range(len(text), 0, -1) if text[:n] in page), 0)
        if not size or len(pieces) == most:
            return None
        pieces.append(text[:size])
        text = text[size:]
    return pieces


def body_of(article):
    return "".join(squeeze(block["text"]) for block in article["body"])


def agreement(expected, found):
    """Twice what both hold over what each holds, from 0 to 1; order does not count."""
    expected, found = Counter(expected), Counter(found)
    size = expected.total() + found.total()
    return 2 * (expected & found).total() / size if size else 1.0


def closeness(expected, found):
    """How near a found parse comes to the expected one: the mean of five shares."""
    pairs = list(zip_longest(expected["articles"], found["articles"]))
    whole = [(a, b) for a, b in pairs if a and b]
    texts = [SequenceMatcher(None, body_of(a), body_of(b), autojunk=False).ratio() for a, b in whole]
    headlines = [squeeze(a["headline"]) == squeeze(b["headline"]) for a, b in whole]

    def contributors(document):
        return [
            (index, squeeze(person["name"]), person["role"])
            for index, article in enumerate(document["articles"])
            for person in article["contributors"]
        ]

    def people(document):
        return [squeeze(person["name"]) for person in document["people"]]

    shares = {
        "articles": len(whole) / len(pairs),
        "headlines": sum(headlines) / len(pairs),
        "text": sum(texts) / len(pairs),
        "contributors": agreement(contributors(expected), contributors(found)),
        "people": agreement(people(expected), people(found)),
    }
    return sum(shares.values()) / len(shares), shares


def test_each_specimen_has_its_parse_and_each_parse_its_specimen():
    pages = [path for path in PAGES.iterdir() if path.suffix != ".json"]
    specimens = [path.stem for path in (*SEEDS.iterdir(), *pages) if not path.name.startswith(".")]
    parses = [path.stem for path in (*EXPECTED.glob("*.json"), *PAGES.glob("*.json"))]
    assert sorted(specimens) == sorted(parses) == sorted(FLOORS)


@pytest.mark.parametrize("name", FLOORS)
def test_expected_parse_is_well_formed(name):
    document = expected_parse(name)
    count = len(document["articles"])
    assert document.keys() == DOCUMENT_KEYS
    assert document["source"] == specimen(name).name
    assert document["published_on"] is None or IMPRECISE_DATE.fullmatch(document["published_on"])
    assert count

    for article in document["articles"]:
        assert article.keys() == ARTICLE_KEYS
        assert article["genre"] in GENRES
        assert article["body"] or article["figures"]
        assert isinstance(article["incomplete"], bool)
        assert {person["role"] for person in article["contributors"]} <= ROLES
        assert {block["type"] for block in article["body"]} <= {"heading", "paragraph"}
        assert all(block["text"] == block["text"].strip() != "" for block in article["body"])
        assert all(
            figure.keys() == {"caption", "credit"} and figure["caption"] for figure in article["figures"]
        )
        if article["series"]:
            assert article["series"].keys() == {"title", "part"}

    names = [person["name"] for person in document["people"]]
    organisations = [organisation["name"] for organisation in document["organisations"]]
    assert len(set(names)) == len(names)
    assert len(set(organisations)) == len(organisations)
    for record in document["people"] + document["organisations"]:
        assert record["articles"]
        assert set(record["articles"]) <= set(range(count))
    for person in document["people"]:
        assert {post["organisation"] for post in person["posts"]} <= set(organisations)
        assert all(post["title"] for post in person["posts"])
    for index, article in enumerate(document["articles"]):
        for contributor in article["contributors"]:
            assert any(
                person["name"] == contributor["name"] and index in person["articles"]
                for person in document["people"]
            )
    for event in document["events"]:
        assert event.keys() == {"name", "date", "place", "organisers", "people", "article"}
        assert event["date"] is None or IMPRECISE_DATE.fullmatch(event["date"])
        assert event["article"] in range(count)
        assert set(event["people"]) <= set(names)
        assert set(event["organisers"]) <= set(organisations)


@pytest.mark.parametrize("name", FLOORS)
def test_expected_parse_invents_no_text(name):
    document, page = expected_parse(name), page_text(name)
    for article in document["articles"]:
        printed = [block["text"] for block in article["body"]]
        printed += [
            article[field] for field in ("headline", "subheadline", "kicker", "column", "source_credit")
        ]
        printed += (article["editors_note"] or "").split("\n")
        printed += [text for figure in article["figures"] for text in figure.values()]
        for text in filter(None, printed):
            assert printed_pieces(text, page), text
    for person in document["people"]:
        assert squeeze(person["name"]) in page
    for text in document["discarded"]:
        assert squeeze(text) in page


def test_text_the_page_does_not_print_is_caught():
    page = squeeze("天一亮就出工\n\n的人回来了")
    assert printed_pieces("天一亮就出工的人回来了", page) == ["天一亮就出工的人回来了"]
    assert printed_pieces("出工的人，天一亮回来了", page) is None


@pytest.mark.parametrize("name", FLOORS)
def test_parser_stays_above_the_floor(name):
    share, shares = closeness(expected_parse(name), found_parse(name))
    assert share >= FLOORS[name], shares
