"""Parsed documents → rows: one transaction a document, one writer at a time.

A document's identity is the sha256 of its bytes, so that a renamed or moved file is the same document and a
second run changes nothing. What is known and parses as before is left alone; what is new goes to `storing`,
what is known and parses differently to `rerunning`.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from django.contrib.auth.hashers import make_password
from django.db import DatabaseError, DataError, IntegrityError, transaction
from django.utils import timezone

from articles.building import count_discarded
from articles.concerns import refresh_concerns
from articles.models import ImportRun, SourceDocument
from articles.near_names import keep_near_names
from articles.outlines import outline_from_json
from articles.preparing import Prepared, prepare_bytes
from articles.publishing import publish
from articles.rerunning import import_again, import_correction
from articles.settling import wait_for_other_writers
from articles.storing import import_new
from people.models import User
from unioncms.states import Status

IMPORT_ACCOUNT = "import"
REASON = "导入后自动发布"


class Outcome(StrEnum):
    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    FAILED = "failed"


@dataclass
class Totals:
    """What a run did."""

    documents: Counter = field(default_factory=Counter)  # by Outcome
    made: Counter = field(default_factory=Counter)  # articles, people, posts, organisations, events
    waiting: int = 0
    proposed: int = 0  # differences that wait for an editor
    discarded: int = 0
    failures: list[dict[str, str]] = field(default_factory=list)  # source and reason

    def refuse(self, name: str, reason: str) -> None:
        self.documents[Outcome.FAILED] += 1
        self.failures.append({"source": name, "reason": reason})

    def as_json(self) -> dict[str, object]:
        return {
            "documents": dict(self.documents),
            "made": dict(self.made),
            "mentions_waiting": self.waiting,
            "proposals_waiting": self.proposed,
            "characters_discarded": self.discarded,
        }


class Importer:
    """One run: takes prepared documents one after another, and keeps a record when anything came of it."""

    def __init__(
        self,
        *,
        publishes: bool = False,
        make_records: bool = True,
        user: User | None = None,
        always_recorded: bool = False,
    ):
        self.publishes = publishes
        self.always_recorded = always_recorded
        self.make_records = make_records
        self.user = user
        self.totals = Totals()
        self.run: ImportRun | None = None
        self.started_at: datetime = timezone.now()

    def take(self, prepared: Prepared, corrects: SourceDocument | None = None) -> Outcome:
        """Store one document, in the place of another where it corrects one.

        A fault of the document is counted; one of the database is raised.
        """
        if prepared.failure:
            self.totals.refuse(prepared.name, prepared.failure)
            return Outcome.FAILED
        try:
            outcome = self._store_again_if_need_be(prepared, corrects)
        except (DataError, IntegrityError) as error:
            self.totals.refuse(prepared.name, f"数据库不接受这份文件的内容（{_first_line(error)}）")
            return Outcome.FAILED
        self.totals.documents[outcome] += 1
        self.totals.discarded += count_discarded(prepared.document, prepared.text)
        return outcome

    def finish(self) -> ImportRun | None:
        """Write what the run came to; nothing is written when nothing changed or failed."""
        documents = self.totals.documents
        done = documents[Outcome.NEW] + documents[Outcome.CHANGED] + documents[Outcome.FAILED]
        if not done and not self.always_recorded:
            if self.run:
                self.run.delete()
            return None
        run = self._ensure_run()
        run.finished_at = timezone.now()
        run.counts = self.totals.as_json()
        run.failures = self.totals.failures
        run.save()
        return run

    def _ensure_run(self) -> ImportRun:
        if self.run is None:
            self.user = self.user or import_account()
            self.run = ImportRun.objects.create(
                started_at=self.started_at, finished_at=timezone.now(), started_by=self.user
            )
        return self.run

    def _store_again_if_need_be(self, prepared: Prepared, corrects: SourceDocument | None) -> Outcome:
        try:
            return self._store(prepared, corrects)
        except IntegrityError:
            # An editor has just added the same column or series: this time it is found.
            return self._store(prepared, corrects)

    def _store(self, prepared: Prepared, corrects: SourceDocument | None) -> Outcome:
        prepared = as_arranged(prepared)
        if is_unchanged(prepared):
            return Outcome.UNCHANGED
        run = self._ensure_run()
        with transaction.atomic():
            wait_for_other_writers()
            source = SourceDocument.objects.filter(sha256=prepared.sha256).defer("content").first()
            if source and (source.parse_digest == prepared.digest or source.corrections.exists()):
                return Outcome.UNCHANGED
            corrects = None if source else as_it_stands(corrects)
            if source:
                stored = import_again(source, prepared, make_records=self.make_records)
            elif corrects:
                stored = import_correction(corrects, prepared, run, make_records=self.make_records)
            else:
                stored = import_new(prepared, run, make_records=self.make_records)
            refresh_concerns(stored.articles)
            keep_near_names(SourceDocument.objects.only("pk").get(sha256=prepared.sha256))
            if self.publishes:
                drafts = [row for row in stored.articles if row.status == Status.DRAFT]
                publish(drafts, self.user, REASON, masks_undecided=True)
        self.totals.made.update(stored.made)
        self.totals.waiting += stored.waiting
        self.totals.proposed += stored.proposed
        return Outcome.CHANGED if source or corrects else Outcome.NEW


def as_arranged(prepared: Prepared) -> Prepared:
    """The layout that an editor gave a known document holds for every later parse of it."""
    if prepared.outline is not None:
        return prepared
    known = SourceDocument.objects.filter(sha256=prepared.sha256, outline__isnull=False)
    outline = known.values_list("outline", flat=True).first()
    return prepare_bytes(prepared.content, prepared.name, outline_from_json(outline)) if outline else prepared


def as_it_stands(corrected: SourceDocument | None) -> SourceDocument | None:
    """The document that an editor corrects, or its latest correction; None where it is gone meanwhile."""
    found = corrected and SourceDocument.objects.only("pk").filter(pk=corrected.pk).first()
    while found and (later := found.corrections.only("pk").order_by("pk").last()):
        found = later
    return found


def is_unchanged(prepared: Prepared) -> bool:
    return SourceDocument.objects.filter(sha256=prepared.sha256, parse_digest=prepared.digest).exists()


def import_account() -> User:
    """The account that imports are signed with: nobody can log in with it."""
    return User.objects.get_or_create(
        username=IMPORT_ACCOUNT,
        defaults={"password": make_password(None), "is_staff": False, "last_name": "导入"},
    )[0]


# What goes wrong in a database

NOT_MIGRATED = ("no such table", "no such column", "does not exist")


def explain(error: DatabaseError) -> str:
    """Which trouble a database is in, as a sentence for the person who runs the import."""
    text = str(error).lower()
    detail = _first_line(error)
    if "locked" in text or "lock timeout" in text or "deadlock" in text:
        return f"数据库被另一个程序占用，等候超时（{detail}）。请稍后再试。"
    if "disk is full" in text or "no space left" in text or "disk full" in text:
        return f"数据库所在的磁盘已满（{detail}）。"
    if "readonly" in text or "read-only" in text:
        return f"数据库只读，无法写入（{detail}）。"
    if "malformed" in text or "not a database" in text:
        return f"数据库文件已损坏（{detail}）。"
    if any(each in text for each in NOT_MIGRATED) and "database" not in text:
        return f"数据库还没有建好表（{detail}）。请先运行 python manage.py migrate。"
    return f"数据库无法使用（{detail}）。请检查数据库是否在运行，以及 DATABASE_URL。"


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
