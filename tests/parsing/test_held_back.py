"""The held-back parses say nothing that their documents do not print."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.parsing.held_back import EXPECTED

FOLDER = EXPECTED[0].parent

DOCUMENT = [
    "source",
    "publication",
    "published_on",
    "articles",
    "people",
    "organisations",
    "events",
    "discarded",
]
ARTICLE = [
    "headline",
    "kicker",
    "subheadline",
    "column",
    "series",
    "genre",
    "source_credit",
    "contributors",
    "editors_note",
    "body",
    "figures",
    "incomplete",
]
GENRES = ["news", "feature", "essay", "roundup", "preface", "digest", "photo", "notice", "listing"]
ROLES = ["author", "reporter", "trainee_reporter", "correspondent", "photographer"]


def squeeze(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def printed_once(page: dict) -> Iterator[str]:
    """What stands on the page as its own text; a kicker or column that heads several articles counts once."""
    shared = set()
    for article in page["articles"]:
        shared |= {article["kicker"], article["column"]}
        yield from filter(None, (article[field] for field in ("headline", "subheadline", "editors_note")))
        yield from (block["text"] for block in article["body"])
        yield from (figure["caption"] for figure in article["figures"])
    yield from filter(None, shared)


def as_printed(name: str) -> str:
    """What a whole name has beyond its short form and its place: 中共碧岩县委 → 碧岩县委, 中共中央 → nothing,
    新竹縣政府勞工處 → 新竹縣勞工處.

    The province of a printed city need not be printed, nor the people of an autonomous region.
    """
    name = "" if name == "中共中央" else name.removeprefix("中共").removesuffix("人民政府")
    name = name.removeprefix("中华").removeprefix("共青团").replace("縣政府", "縣")
    name = re.sub("^[\u4e00-\u9fff]{2,3}(?=省)", "", name)
    return re.sub("(?:回族|壮族|维吾尔)(?=自治区)", "", name)


def names(page: dict) -> Iterator[str]:
    """Names, which may be made whole from a short form and the page's place, so only their characters are printed."""
    yield page["publication"] or ""
    for article in page["articles"]:
        yield article["source_credit"] or ""
        yield from (contributor["name"] for contributor in article["contributors"])
        yield from (figure["credit"] or "" for figure in article["figures"])
    for person in page["people"]:
        yield person["name"]
        for post in person["posts"]:
            yield from (as_printed(post["organisation"]), post["title"])
    for organisation in page["organisations"]:
        yield from (as_printed(organisation["name"]), *organisation["aliases"])
    for event in page["events"]:
        yield event["name"]
        yield event["place"] or ""
    yield from page["discarded"]


@pytest.fixture(params=EXPECTED, ids=lambda path: path.stem)
def page(request):
    return json.loads(request.param.read_text("utf-8"))


def test_there_are_many_documents_each_with_its_parse():
    documents = [path for path in FOLDER.iterdir() if path.suffix in {".txt", ".md"}]
    assert len(EXPECTED) >= 80
    assert sorted(path.stem for path in documents) == [path.stem for path in EXPECTED]


def test_a_held_back_parse_is_consistent_with_its_document(page):
    document = Counter(squeeze((FOLDER / page["source"]).read_text("utf-8")))
    assert [text for text in names(page) if set(squeeze(text)) - set(document)] == []
    assert Counter("".join(map(squeeze, printed_once(page)))) - document == Counter()


def test_a_held_back_parse_has_the_keys_of_the_report(page):
    assert list(page) == DOCUMENT
    for article in page["articles"]:
        assert list(article) == ARTICLE
        assert article["genre"] in GENRES
        assert {contributor["role"] for contributor in article["contributors"]} <= set(ROLES)
        assert {block["type"] for block in article["body"]} <= {"heading", "paragraph"}
        assert article["body"] or article["figures"]


def test_a_held_back_parse_points_at_its_own_articles_and_records(page):
    people = {person["name"]: person["articles"] for person in page["people"]}
    organisations = {organisation["name"] for organisation in page["organisations"]}
    everywhere = [
        index for record in (*page["people"], *page["organisations"]) for index in record["articles"]
    ]
    assert set(everywhere) <= set(range(len(page["articles"])))
    assert len(people) == len(page["people"])
    for event in page["events"]:
        assert [name for name in event["people"] if event["article"] not in people[name]] == []
        assert set(event["organisers"]) <= organisations
    for index, article in enumerate(page["articles"]):
        credited = {contributor["name"] for contributor in article["contributors"]}
        assert [name for name in credited if index not in people[name]] == []
