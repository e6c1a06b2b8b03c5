"""A whole import taken back: its documents, their articles, and what the register had from them alone."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.utils import timezone

from articles.models import Article, Attestation, ImportRun, SourceDocument
from articles.rerunning import WORK, is_worked_on
from articles.settling import Names, settle, wait_for_other_writers
from people.models import User
from people.orphans import drop_vacant_posts

NAMED = 5  # articles that a refusal names


class NotUndoable(Exception):
    """Why a run stays as it is: a sentence for the editor."""


def reason_to_keep(run: ImportRun) -> str:
    """Why `run` cannot be taken back; empty where it can."""
    if run.undone_at:
        return "这次导入已经撤销。"
    if run.counts.get("documents", {}).get("changed"):
        return "这次导入还更新了已有的原文，不能整次撤销。"
    if run.documents.filter(corrections__isnull=False).exists():
        return "这次导入的原文后来有了更正，不能整次撤销。"
    if not run.documents.exists():
        return "这次导入没有留下原文。"
    articles = Article.objects.filter(source__run=run).select_related("column", "series")
    worked_on = [each for each in articles.prefetch_related(*WORK) if is_worked_on(each)]
    if worked_on:
        titles = "".join(f"《{each.title}》" for each in worked_on[:NAMED])
        more = f"等 {len(worked_on)} 篇" if len(worked_on) > NAMED else ""
        return f"{titles}{more}已有编辑改动、决定或签发，不能整次撤销。"
    return ""


@transaction.atomic
def undo_run(run: ImportRun, user: User) -> int:
    """Delete what `run` brought, as long as nobody has worked on any of it; how many articles went."""
    wait_for_other_writers()
    run = ImportRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if reason := reason_to_keep(run):
        raise NotUndoable(reason)
    sources = SourceDocument.objects.filter(run=run)
    articles = Article.objects.filter(source__in=sources)
    names = Names.in_articles(articles)
    posts = set(Attestation.objects.filter(article__in=articles).values_list("post", flat=True))
    count = articles.count()
    articles.delete()
    sources.delete()
    settle(names)
    drop_vacant_posts(posts)
    run.undone_at, run.undone_by = timezone.now(), user
    run.save(update_fields=["undone_at", "undone_by"])
    LogEntry.objects.log_actions(user.pk, [run], CHANGE, f"撤销导入，删除 {count} 篇稿件。")
    return count
