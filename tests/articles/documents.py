"""A parsed page about a made-up union, as the importer gets it, and ways to change and import it."""

from dataclasses import replace
from hashlib import sha256

from articles.importing import Importer
from articles.preparing import Prepared, digest_of
from unioncms.parsing import (
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
    Series,
    Span,
)

FIRST = "5月1日,市总工会举办第九届职工技能大赛,市总工会主席林海生出席。市总工会将继续办赛。"
SECOND = "林海生走进车间。他说:<b>安全</b>第一。"
LINES = (
    "汐湖工人报 2024年5月1日",
    "第九届职工技能大赛开幕",
    "本报记者 何晓兰",
    FIRST,
    "图为比赛现场 陈立摄",
    "车间里的<script>alert(1)</script>一课",
    SECOND,
    "相关阅读:",
)
LABELS = ("running_head", "headline", "byline", "paragraph", "caption", "headline", "paragraph", "furniture")
ARTICLES = ((), (0,), (0,), (0,), (0,), (1,), (1,), ())
UNION = "汐湖市总工会"


def passages(text: str, words: str, article: int, block: int = 0) -> tuple[Passage, ...]:
    """Each place of `words` in a block of a body."""
    found, at = [], text.find(words) if words else -1
    while at >= 0:
        found.append(Passage(article, "body", words, at, at + len(words), block))
        at = text.find(words, at + len(words))
    return tuple(found)


def make_document(**values) -> Document:
    """Two articles: a contest with its byline and figure, and a visit whose headline holds markup."""
    spans, at = [], 0
    for line, label, articles in zip(LINES, LABELS, ARTICLES, strict=True):
        spans.append(Span(at, at + len(line), label, articles))
        at += len(line) + 1
    chair = passages(FIRST, "林海生", 0)
    document = Document(
        source="page.txt",
        publication="汐湖工人报",
        published_on="2024-05-01",
        articles=(
            Article(
                headline=LINES[1],
                column="五一特刊",
                series=Series("大赛纪事", 1),
                contributors=(Contributor("何晓兰", "reporter", "本报记者"),),
                body=(Block("heading", "开幕"), Block("paragraph", FIRST)),
                figures=(Figure("图为比赛现场", "陈立"),),
            ),
            Article(headline=LINES[5], genre="feature", body=(Block("paragraph", SECOND),)),
        ),
        people=(
            Person(
                "林海生",
                (PersonPost(UNION, "主席", (PostMention(0, "市总工会主席", replace(chair[0], block=1)),)),),
                (0, 1),
                tuple(replace(each, block=1) for each in chair) + passages(SECOND, "林海生", 1),
            ),
            Person("何晓兰", (PersonPost("汐湖工人报", "记者", (PostMention(0, "本报记者"),)),), (0,)),
        ),
        organisations=(
            Organisation(
                UNION,
                ("市总工会",),
                (0,),
                tuple(replace(each, block=1) for each in passages(FIRST, "市总工会", 0)),
            ),
            Organisation("汐湖工人报", (), (0,)),
        ),
        events=(
            Event("第九届职工技能大赛", "2024-05-01", "汐湖市", (UNION,), ("林海生",), 0),
            Event("林海生走进车间", None, None, (), ("林海生",), 1),
        ),
        discarded=(LINES[0], LINES[7]),
        spans=tuple(spans),
    )
    return replace(document, **values)


def make_prepared(document: Document | None = None, name: str = "page.txt", content: str = "") -> Prepared:
    document = document or make_document()
    text = content or "\n".join(LINES)
    return Prepared(
        name=name,
        content=text.encode(),
        sha256=sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        text=text,
        document=document,
        digest=digest_of(document),
    )


def make_notice(
    number: int, name: str = "", *posts: tuple[str, str], organisations: tuple[str, ...] = ()
) -> Prepared:
    """A short page that names one person, in these posts, and these bodies."""
    text = f"{name}到会。第{number}号通知。{''.join(organisations)}"
    person = Person(
        name,
        tuple(
            PersonPost(body, title, (PostMention(0, name, Passage(0, "body", name, 0, len(name))),))
            for body, title in posts
        ),
        (0,),
        passages(text, name, 0),
    )
    document = Document(
        source=f"notice{number}.txt",
        articles=(Article(headline=f"通知{number}", body=(Block("paragraph", text),)),),
        people=(person,) if name else (),
        organisations=tuple(Organisation(body, (), (0,), passages(text, body, 0)) for body in organisations),
        spans=(Span(0, len(text), "paragraph", (0,)),),
    )
    return make_prepared(document, document.source, text)


def reworded(document, number=0, **values):
    """`document` with one article changed."""
    articles = list(document.articles)
    articles[number] = replace(articles[number], **values)
    return replace(document, articles=tuple(articles))


def bare(document, articles):
    """Only these articles, and nobody named in them."""
    return replace(document, articles=articles, people=(), organisations=(), events=(), spans=())


def take(*documents, **options) -> Importer:
    importer = Importer(**options)
    for prepared in documents or (make_prepared(),):
        importer.take(prepared)
    importer.finish()
    return importer
