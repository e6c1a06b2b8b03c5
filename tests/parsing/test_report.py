"""The parse report: keys as the schema has them, values as the document has them."""

import json

import pytest

from unioncms.parsing.document import (
    Article,
    Block,
    Contributor,
    Document,
    Event,
    Figure,
    Organisation,
    Passage,
    Person,
    PersonPost,
    PostMention,
    Repair,
    Series,
    Span,
)
from unioncms.parsing.report import to_report


def test_writes_the_object_of_the_schema():
    document = Document(
        "page.txt",
        "云州日报",
        "2024-05-01",
        (
            Article(
                "标题",
                series=Series("系列", 2),
                contributors=(Contributor("尹小群", "author", printed_post="云州市总工会副主席"),),
                body=(Block("paragraph", "正文。"),),
                figures=(Figure("图注", "供图"),),
            ),
        ),
        (Person("尹小群", (PersonPost("云州市总工会", "副主席"),), (0,)),),
        (Organisation("云州市总工会", ("市总",), (0,)),),
        (Event("大会", "2024", "云州", ("云州市总工会",), ("尹小群",), 0),),
        ("相关阅读",),
        (Span(0, 2, "headline", (0,)),),
        (Repair("joined lines", 3, 4),),
    )
    report = to_report(document)
    assert report["articles"] == [
        {
            "headline": "标题",
            "kicker": None,
            "subheadline": None,
            "column": None,
            "series": {"title": "系列", "part": 2},
            "genre": "news",
            "source_credit": None,
            "contributors": [{"name": "尹小群", "role": "author"}],
            "editors_note": None,
            "body": [{"type": "paragraph", "text": "正文。"}],
            "figures": [{"caption": "图注", "credit": "供图"}],
            "incomplete": False,
        }
    ]
    assert report["people"] == [
        {"name": "尹小群", "posts": [{"organisation": "云州市总工会", "title": "副主席"}], "articles": [0]}
    ]
    assert report["organisations"] == [{"name": "云州市总工会", "aliases": ["市总"], "articles": [0]}]
    assert report["events"] == [
        {
            "name": "大会",
            "date": "2024",
            "place": "云州",
            "organisers": ["云州市总工会"],
            "people": ["尹小群"],
            "article": 0,
        }
    ]
    assert report["discarded"] == ["相关阅读"]
    assert report["spans"] == [[0, 2, "headline", [0]]]
    assert report["repairs"] == [["joined lines", 3, 4]]


def test_an_empty_document_has_every_key():
    report = to_report(Document("empty.txt"))
    assert json.loads(json.dumps(report)) == report
    assert report["publication"] is None
    assert report["articles"] == report["people"] == report["organisations"] == report["events"] == []


@pytest.mark.parametrize("role", ["compiler", "responsible_editor"])
def test_roles_outside_the_schema_stay_in_the_document(role):
    article = Article("标题", contributors=(Contributor("尹小群", role), Contributor("王树茂", "author")))
    report = to_report(Document("page.txt", articles=(article,)))
    assert report["articles"][0]["contributors"] == [{"name": "王树茂", "role": "author"}]


def test_editor_of_the_page_is_nobody_of_its_articles():
    article = Article(
        "标题",
        contributors=(Contributor("尹小群", "reporter"), Contributor("马小敏", "responsible_editor")),
        body=(Block("paragraph", "周大同出席。"),),
    )
    people = tuple(
        Person(name, articles=(0,), passages=(Passage(0, field, name),))
        for name, field in (("周大同", "body"), ("尹小群", "byline"), ("马小敏", "byline"))
    )
    report = to_report(Document("page.txt", articles=(article,), people=people))
    assert [person["name"] for person in report["people"]] == ["周大同", "尹小群"]


def test_rows_of_a_table_have_no_blanks_in_the_report():
    blocks = (Block("heading", "名单 单位"), Block("paragraph", "王一川 云台纱厂 640 APP 版"))
    report = to_report(Document("page.txt", articles=(Article("标题", body=blocks),)))
    assert [block["text"] for block in report["articles"][0]["body"]] == [
        "名单 单位",
        "王一川云台纱厂 640 APP 版",
    ]


def test_post_that_is_only_taken_away_is_in_the_document_alone():
    mentions = [PostMention(0, "市总工会主席", change=change) for change in ("removed", "elected")]
    posts = tuple(
        PersonPost("云州市总工会", title, (mention,))
        for title, mention in zip(("主席", "副主席"), mentions, strict=True)
    )
    person = Person("石明远", posts, (0,), (Passage(0, "body", "石明远"),))
    report = to_report(Document("page.txt", articles=(Article("标题"),), people=(person,)))
    assert report["people"][0]["posts"] == [{"organisation": "云州市总工会", "title": "副主席"}]
