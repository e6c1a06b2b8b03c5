"""A Document as the parse report has it: one plain object, ready for JSON."""

import re
from collections.abc import Sequence
from dataclasses import asdict

from unioncms.parsing.document import Article, Block, Document, Passage, Person, PersonPost
from unioncms.parsing.naming.posts.changes import REMOVED
from unioncms.parsing.shapes import CJK_OR_PRINTED

BLANK = re.compile(rf"(?<={CJK_OR_PRINTED.pattern}) (?={CJK_OR_PRINTED.pattern})")
# Of the roles of a Document those that the report has; who compiled or edited a page stays in the Document.
REPORTED_ROLES = ("author", "reporter", "trainee_reporter", "correspondent", "photographer")


def to_report(document: Document) -> dict:
    """The object of one document; spans are [start, end, label, articles], repairs [rule, start, end],
    joins [kind, start, end, other start, other end, confidence, article], marks [kind, start, end, detail, article]."""
    named = {person.name: articles_of(person, document) for person in document.people}
    return {
        "source": document.source,
        "publication": document.publication,
        "published_on": document.published_on,
        "articles": [_article(article) for article in document.articles],
        "people": [
            {
                "name": person.name,
                "posts": [
                    {"organisation": post.organisation, "title": post.title}
                    for post in person.posts
                    if is_held(post)
                ],
                "articles": named[person.name],
            }
            for person in document.people
            if named[person.name]
        ],
        "organisations": [
            {"name": body.name, "aliases": list(body.aliases), "articles": list(body.articles)}
            for body in document.organisations
        ],
        "events": [
            {
                "name": event.name,
                "date": event.date,
                "place": event.place,
                "organisers": list(event.organisers),
                "people": list(event.people),
                "article": event.article,
            }
            for event in document.events
        ],
        "discarded": list(document.discarded),
        "spans": [[span.start, span.end, span.label, list(span.articles)] for span in document.spans],
        "repairs": [[repair.rule, repair.start, repair.end] for repair in document.repairs],
        "joins": [
            [each.kind, each.start, each.end, each.other_start, each.other_end, each.confidence, each.article]
            for each in document.joins
        ],
        "marks": [[mark.kind, mark.start, mark.end, mark.detail, mark.article] for mark in document.marks],
    }


def is_held(post: PersonPost) -> bool:
    """Whether somebody is what the post says: of one that is only taken away, 免去 …, the Document alone tells."""
    return not post.mentions or any(mention.change != REMOVED for mention in post.mentions)


def articles_of(person: Person, document: Document) -> list[int]:
    """Those that name the person otherwise than as their editor: a page's editors are no people of its articles."""
    edited: dict[int, bool] = {}
    for each in person.passages:
        edited[each.article] = is_editors(each, document.articles) and edited.get(each.article, True)
    return [article for article in person.articles if not edited.get(article)]


def is_editors(passage: Passage, articles: Sequence[Article]) -> bool:
    if passage.field != "byline":
        return False
    roles = {each.role for each in articles[passage.article].contributors if each.name == passage.text}
    return roles == {"responsible_editor"}


def _words(block: Block) -> str:
    """A row of a table keeps the blanks between its cells in the Document; the report's paragraphs have none."""
    return BLANK.sub("", block.text) if block.type == "paragraph" else block.text


def _article(article: Article) -> dict:
    return {
        "headline": article.headline,
        "kicker": article.kicker,
        "subheadline": article.subheadline,
        "column": article.column,
        "series": asdict(article.series) if article.series else None,
        "genre": article.genre,
        "source_credit": article.source_credit,
        "contributors": [
            {"name": each.name, "role": each.role}
            for each in article.contributors
            if each.role in REPORTED_ROLES
        ],
        "editors_note": article.editors_note,
        "body": [{"type": block.type, "text": _words(block)} for block in article.body],
        "figures": [{"caption": figure.caption, "credit": figure.credit} for figure in article.figures],
        "incomplete": article.incomplete,
    }
