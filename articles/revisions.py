"""Revisions beside each other, character by character, and taken up again.

A revision's content is what `publishing.content_of` gives; the article as it stands is compared in the same form.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction

from articles.models import (
    Article,
    ArticleRevision,
    Column,
    Contribution,
    Figure,
    Publication,
    Series,
)
from articles.proposing import refresh_proposals
from articles.publishing import content_of, digest_of
from articles.reanchoring import reanchor
from people.models import Person, User
from unioncms.differences import Run, marked
from unioncms.fields import ImpreciseDate
from unioncms.richtext import plain_text
from unioncms.states import MatchState

PLAIN_FIELDS = (
    "headline", "kicker", "subheadline", "genre", "part", "source_credit", "editors_note", "body", "is_incomplete",
)  # fmt: skip
NAMED = {"column": (Column, "name"), "series": (Series, "title"), "publication": (Publication, "name")}


@dataclass(frozen=True, slots=True)
class Change:
    """A field that differs: its name in the form, and its text as `marked` parts it."""

    label: str
    parts: list[Run]


def compare(before: dict[str, object], after: dict[str, object]) -> list[Change]:
    """The fields in which two contents differ."""
    old, new = dict(texts_of(before)), dict(texts_of(after))
    return [
        Change(label, marked(old.get(label, ""), new[label]))
        for label in new
        if old.get(label, "") != new[label]
    ]


def texts_of(content: dict[str, object]) -> Iterator[tuple[str, str]]:
    """What a content holds, field by field, as plain text under the words of the article's form."""
    for name, label in labels().items():
        yield label, text_of(name, content.get(name))


def labels() -> dict[str, str]:
    """Each part of a content, and what the form calls it, in the form's order."""
    fields = {field.name: str(field.verbose_name) for field in Article._meta.fields}
    fields |= {composite.name: composite.verbose_name for composite in Article.imprecise_dates}
    order = (
        "kicker", "headline", "subheadline", "editors_note", "body", "is_incomplete", "genre", "published_on",
        "column", "series", "part", "publication", "source_credit",
    )  # fmt: skip
    return {name: fields[name] for name in order} | {
        "contributions": str(Contribution._meta.verbose_name),
        "figures": str(Figure._meta.verbose_name),
        "tags": "标签",
        "masks": "遮盖",
    }


def text_of(name: str, value: object) -> str:
    """One part of a content as plain text."""
    match name, value:
        case _, None | "":
            return ""
        case "body", str():
            return plain_text(value)
        case "genre", _:
            return dict(Article.Genre.choices).get(value, str(value))
        case "is_incomplete", _:
            return "是" if value else ""
        case "contributions", list():
            roles = dict(Contribution.Role.choices)
            return "\n".join(
                " ".join(
                    filter(
                        None,
                        (
                            each["printed_post"],
                            each["printed_role"] or roles.get(each["role"], each["role"]),
                            each["printed_name"],
                        ),
                    )
                )
                for each in value
            )
        case "figures", list():
            return "\n".join(f"{each['caption']} {each['credit']}".strip() for each in value)
        case "masks", dict():
            return "\n".join(f"{text} → {mask}" for text, mask in sorted(value.items()))
        case "tags", list():
            return "、".join(value)
    return str(value)


def has_unreleased_changes(article: Article) -> bool:
    """Whether the article says something else by now than its last release."""
    last = article.revisions.order_by("-number").values_list("sha256", flat=True).first()
    if not article.is_published or last is None:
        return False
    return digest_now(article) != last


def digest_now(article: Article) -> str:
    """Of what the article would freeze if it were released as it stands."""
    return digest_of(content_of(article, article.concerns.all()))


class Overtaken(Exception):
    """Somebody has changed the article since it was looked at."""


@transaction.atomic
def restore(article: Article, revision: ArticleRevision, user: User, looked_at: str | None = None) -> None:
    """Bring the article's fields back to what `revision` froze; what readers see waits for the next release.

    `looked_at` is the `digest_now` of what somebody gives up for it.
    """
    article = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
    if looked_at is not None and digest_now(article) != looked_at:
        raise Overtaken
    content = revision.content
    for name in PLAIN_FIELDS:
        setattr(article, name, content[name])
    for name, (model, key) in NAMED.items():
        value = content[name]
        setattr(article, name, model.objects.get_or_create(**{key: value})[0] if value else None)
    date = content["published_on"]
    article.published_on = ImpreciseDate.parse(date) if date else None
    article.save()
    _restore_byline(article, content["contributions"])
    article.figures.all().delete()
    Figure.objects.bulk_create(
        Figure(article=article, position=position, **each) for position, each in enumerate(content["figures"])
    )
    article.tags.set(content["tags"])
    reanchor(article)
    refresh_proposals([article.pk])
    LogEntry.objects.log_actions(user.pk, [article], CHANGE, f"恢复到第 {revision.number} 版的内容。")


def _restore_byline(article: Article, frozen: list[dict]) -> None:
    """Names that stand in the byline still keep the person they mean by now; others get the one they meant then."""
    held = {(each.role, each.printed_name): each for each in article.contributions.all()}
    alive = set(
        Person.objects.filter(pk__in=[each["person"] for each in frozen]).values_list("pk", flat=True)
    )
    kept = []
    for position, each in enumerate(frozen):
        row = held.get((each["role"], each["printed_name"])) or Contribution(
            article=article,
            role=each["role"],
            printed_name=each["printed_name"],
            person_id=each["person"] if each["person"] in alive else None,
            state=MatchState.MATCHED if each["person"] in alive else MatchState.UNMATCHED,
        )
        row.position = position
        row.printed_role, row.printed_post = each["printed_role"], each["printed_post"]
        row.save()
        kept.append(row.pk)
    article.contributions.exclude(pk__in=kept).delete()
