"""A Document as the parse report has it: one plain object, ready for JSON."""

from dataclasses import asdict

from unioncms.parsing.document import Article, Document

# Of the roles of a Document those that the report has; who compiled or edited a page stays in the Document.
REPORTED_ROLES = ("author", "reporter", "trainee_reporter", "correspondent", "photographer")


def to_report(document: Document) -> dict:
    """The object of one document; spans are [start, end, label, articles], repairs [rule, start, end],
    joins [kind, start, end, other start, other end, confidence, article], marks [kind, start, end, detail, article]."""
    editors = editors_of(document)
    return {
        "source": document.source,
        "publication": document.publication,
        "published_on": document.published_on,
        "articles": [_article(article) for article in document.articles],
        "people": [
            {
                "name": person.name,
                "posts": [{"organisation": post.organisation, "title": post.title} for post in person.posts],
                "articles": list(person.articles),
            }
            for person in document.people
            if person.name not in editors or any(each.field != "byline" for each in person.passages)
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


def editors_of(document: Document) -> set[str]:
    """Who edited and did nothing else: a page's editors are no people of its articles."""
    roles: dict[str, set[str]] = {}
    for article in document.articles:
        for each in article.contributors:
            roles.setdefault(each.name, set()).add(each.role)
    return {name for name, found in roles.items() if found == {"responsible_editor"}}


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
        "body": [{"type": block.type, "text": block.text} for block in article.body],
        "figures": [{"caption": figure.caption, "credit": figure.credit} for figure in article.figures],
        "incomplete": article.incomplete,
    }
