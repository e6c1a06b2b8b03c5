"""What a sentence reports of a post: who came into it, who left it, and when it says neither."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.naming.posts.changes import find_change

POST = "云州市总工会主席"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("林海生当选云州市总工会主席。", "elected"),
        ("林海生当选为新一届云州市总工会主席。", "elected"),
        ("会议选举林海生同志为云州市总工会主席。", "elected"),
        ("林海生当选云州市人大常委会副主任、云州市总工会主席。", "elected"),
        ("新当选的云州市总工会主席林海生讲话。", "elected"),
        ("林海生被任命为云州市总工会主席。", "appointed"),
        ("会议任命林海生为云州市总工会主席。", "appointed"),
        ("林海生日前调任云州市总工会主席。", "appointed"),
        ("会议免去林海生的云州市总工会主席职务。", "removed"),
        ("林海生不再担任云州市总工会主席。", "removed"),
        ("林海生的云州市总工会主席一职被免去。", "removed"),
        ("林海生由云州市总工会主席调任省总工会副主席。", "transferred"),
        ("林海生从云州市总工会主席岗位上退休。", "retired"),
        ("云州市总工会主席林海生出席会议。", ""),
        ("林海生现任云州市总工会主席。", ""),
        ("2018年,林海生当选云州市总工会主席。".replace(",", "，"), ""),
        ("林海生曾被任命为云州市总工会主席。", ""),
        ("会议拟任命林海生为云州市总工会主席。", ""),
        ("白云当选代表，云州市总工会主席林海生祝贺。", ""),
        ("任命文件由云州市总工会主席林海生签发。", ""),
    ],
)
def test_the_verb_beside_the_post_tells_the_change(text, change):
    start = text.index(POST)
    assert find_change(text, "林海生", start, start + len(POST)) == change


def test_the_change_stands_with_the_post_in_the_article_that_reports_it():
    page = (
        "云州市总工会召开会议\n\n本报讯（记者 何晓兰）5月1日，云州市总工会召开会议。云州市总工会主席林海生到会。"
        "林海生当选云州市总工会主席。会议要求各级工会抓好落实。\n"
    )
    document = parse(read(page.encode(), "page.txt"))
    chair = next(person for person in document.people if person.name == "林海生")
    mentions = [mention for post in chair.posts if post.title == "主席" for mention in post.mentions]
    assert [mention.change for mention in mentions] == ["elected"]
