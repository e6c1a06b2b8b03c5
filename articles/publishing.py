"""Releasing articles to readers and taking them back: each release is a frozen, hashed revision."""

import json
from collections.abc import Iterable
from hashlib import sha256

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.concerns import refresh_concerns
from articles.masking import hide_masked_names, masked_content
from articles.models import Article, ArticleRevision, Concern
from articles.search.indexing import index
from unioncms.states import Status

MAX_REASON = ArticleRevision._meta.get_field("reason").max_length


def publish(
    articles: Iterable[Article], user: AbstractBaseUser, reason: str, *, masks_undecided: bool = False
) -> list[Article]:
    """Release `articles` and return those that were not out already as they stand.

    Nothing is done to an article whose published revision is just what it says now, nor to one with concerns that
    nobody has decided; with `masks_undecided` readers are given the masks of those. `released_at` keeps the first
    release.
    """
    articles, reason = list(articles), _checked(reason)
    with transaction.atomic():
        rows = _locked(articles)
        refresh_concerns(rows)
        concerns = _concerns_of(rows)
        if not masks_undecided:
            rows = [row for row in rows if not any(map(_waits, concerns[row.pk]))]
        latest = _latest_revisions(rows)
        revisions, contents = [], {}
        for article in rows:
            content = content_of(article, concerns[article.pk])
            digest = digest_of(content)
            number, released = latest.get(article.pk, (0, ""))
            if article.is_published and released == digest:
                continue
            contents[article.pk] = content
            revisions.append(
                ArticleRevision(
                    article=article,
                    number=number + 1,
                    content=content,
                    sha256=digest,
                    reason=reason,
                    created_by=user,
                )
            )
        hide_masked_names({key: content.get("masks", ()) for key, content in contents.items()})
        released = [revision.article for revision in revisions]
        ArticleRevision.objects.bulk_create(revisions)
        now = timezone.now()
        for article in released:
            article.status = Status.PUBLISHED
            article.released, article.released_body = released_columns(contents[article.pk])
            article.released_at = article.released_at or now
            article.updated_at = now
        _save_states(released, articles)
        index(article.pk for article in released)
        _log(released, user, f"发布：{reason}")
    return released


def _waits(concern: Concern) -> bool:
    return concern.decision == Concern.Decision.WAITING


def _concerns_of(rows: list[Article]) -> dict[int, list[Concern]]:
    concerns: dict[int, list[Concern]] = {row.pk: [] for row in rows}
    for concern in Concern.objects.filter(article__in=rows):
        concerns[concern.article_id].append(concern)
    return concerns


def held_back(articles: Iterable[Article]) -> list[Article]:
    """Those that an editor cannot release before their concerns are decided."""
    keys = set(Concern.objects.waiting().filter(article__in=list(articles)).values_list("article", flat=True))
    return [article for article in articles if article.pk in keys]


def withdraw(articles: Iterable[Article], user: AbstractBaseUser, reason: str) -> list[Article]:
    """Take published `articles` off the site and return them; drafts are left as they are."""
    articles, reason = list(articles), _checked(reason)
    with transaction.atomic():
        rows = [article for article in _locked(articles) if article.is_published]
        for article in rows:
            article.status = Status.WITHDRAWN
            article.released, article.released_body = None, ""
            article.updated_at = timezone.now()
        _save_states(rows, articles)
        index(article.pk for article in rows)
        _log(rows, user, f"撤回：{reason}")
    return rows


def content_of(article: Article, concerns: Iterable[Concern]) -> dict[str, object]:
    """What a revision of `article` freezes: what it says, and what of that readers are not given.

    Undecided concerns count as masked: only an import that nobody attends releases an article with such.
    """
    masks = {each.text: each.mask for each in concerns if each.decision != Concern.Decision.SHOWN}
    return snapshot(article) | ({"masks": masks} if masks else {})


def snapshot(article: Article) -> dict[str, object]:
    """Everything that an article says, as plain JSON."""
    published_on = article.published_on
    return {
        "headline": article.headline,
        "kicker": article.kicker,
        "subheadline": article.subheadline,
        "genre": article.genre,
        "column": article.column.name if article.column else None,
        "series": article.series.title if article.series else None,
        "part": article.part,
        "publication": article.publication.name if article.publication else None,
        "source_credit": article.source_credit,
        "editors_note": article.editors_note,
        "body": article.body,
        "is_incomplete": article.is_incomplete,
        "published_on": published_on.isoformat() if published_on else None,
        "contributions": [
            {
                "role": each.role,
                "printed_name": each.printed_name,
                "printed_role": each.printed_role,
                "printed_post": each.printed_post,
                "person": each.person_id,
            }
            for each in article.contributions.all()
        ],
        "figures": [{"caption": each.caption, "credit": each.credit} for each in article.figures.all()],
        "tags": sorted(tag.name for tag in article.tags.all()),
        "source": article.source_id,
        "position": article.position,
    }


def released_columns(content: dict[str, object]) -> tuple[dict[str, object], str]:
    """What readers are given of a revision, and its body apart."""
    content = masked_content(content)
    names = (*Article.RELEASED_FIELDS, "contributions", "figures")
    return {name: content[name] for name in names}, str(content["body"])


def digest_of(content: dict[str, object]) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _checked(reason: str) -> str:
    reason = " ".join(reason.split())
    if not reason:
        raise ValueError("a reason is needed")
    return reason[:MAX_REASON]


def _locked(articles: Iterable[Article]) -> list[Article]:
    """The articles as the database has them now, nobody else changing them, with what a snapshot needs."""
    keys = [article.pk for article in articles]
    return list(
        Article.objects.select_for_update(of=("self",))
        .filter(pk__in=keys)
        .select_related("column", "series", "publication")
        .prefetch_related("contributions", "figures", "tags")
        .order_by("pk")
    )


def _latest_revisions(rows: list[Article]) -> dict[int, tuple[int, str]]:
    """Each article → number and hash of its last revision."""
    revisions = ArticleRevision.objects.filter(article__in=rows).order_by("number")
    return {
        key: (number, digest) for key, number, digest in revisions.values_list("article", "number", "sha256")
    }


def _save_states(rows: list[Article], given: Iterable[Article]) -> None:
    """Write status and moments, and show them on the instances that the caller holds."""
    columns = ["status", "released_at", "released", "released_body", "updated_at"]
    Article.objects.bulk_update(rows, columns)
    by_key = {row.pk: row for row in rows}
    for article in given:
        if row := by_key.get(article.pk):
            for name in columns:
                setattr(article, name, getattr(row, name))


def _log(rows: list[Article], user: AbstractBaseUser, message: str) -> None:
    if rows:
        LogEntry.objects.log_actions(user.pk, rows, CHANGE, message)
