"""What an editor brings in: read, shown as it would be imported, rearranged, imported.

The reading is the parser's, the importing that of the command; what stands here is the way between them. Each change
lays the page out and reads it anew, so that what is shown is what would be imported.
"""

from collections.abc import Callable
from dataclasses import asdict
from hashlib import sha256

from django.conf import settings
from django.db import IntegrityError, transaction

from articles.building import clip
from articles.files import Refused, shown
from articles.importing import Importer, Outcome
from articles.models import Intake, SourceDocument
from articles.near_documents import find_near_document
from articles.outlines import outline_as_json, outline_from_json
from articles.preparing import Prepared, prepare_bytes
from people.models import User
from unioncms.parsing import SUFFIXES, Outline, Unreadable
from unioncms.parsing.report import to_report

MOST_STEPS = 50  # that can be taken back
READ_AT_ONCE = 300_000  # bytes up to which a rearranged page is read while the editor waits
State = Intake.State


def receive(name: str, content: bytes, user: User) -> Intake:
    """Take a file or a pasted text in, to be read by the worker; Refused says why it is not taken."""
    name = clip(shown(name).strip() or "未命名.txt", Intake, "name")
    if not content.strip():
        raise Refused("是空的")
    if len(content) > settings.MAX_DOCUMENT_MB * 2**20:
        raise Refused(f"超过 {settings.MAX_DOCUMENT_MB} MB")
    if not name.lower().endswith(tuple(SUFFIXES)):
        raise Refused(f"不是能读的格式（可以是 {'、'.join(sorted(SUFFIXES))}）")
    digest = sha256(content).hexdigest()
    known = SourceDocument.objects.filter(sha256=digest).only("name").first()
    if known:
        raise Refused(f"与已导入的原文《{known.name}》完全相同")
    intake = Intake(name=name, content=content, size=len(content), sha256=digest, created_by=user)
    try:
        with transaction.atomic():
            intake.save()
    except IntegrityError:
        raise Refused("已经提交过，正等着核对") from None
    return intake


def read_waiting(intake: Intake) -> None:
    """What the worker does; an intake that was thrown away or laid out anew meanwhile stays as it is by now."""
    _read(intake)
    with transaction.atomic():
        if _still(intake, State.WAITING):
            intake.save()


def _still(intake: Intake, state: State) -> bool:
    """Whether the intake is there as it was taken up; nobody else changes it until the transaction ends."""
    same = Intake.objects.filter(pk=intake.pk, state=state, version=intake.version)
    return bool(same.select_for_update().values_list("pk"))


def _read(intake: Intake) -> None:
    """Read and parse, by the layout an editor gave it or by the machine's own."""
    try:
        prepared = prepare_bytes(bytes(intake.content), intake.name, _outline(intake))
    except Unreadable as error:
        intake.state = State.FAILED
        intake.failure = clip(str(error), Intake, "failure")
    else:
        _show(intake, prepared)


def _outline(intake: Intake) -> Outline | None:
    """An editor's layout; the machine's own is not held against a better parser."""
    return outline_from_json(intake.outline) if intake.outline and intake.steps else None


def _show(intake: Intake, prepared: Prepared) -> None:
    intake.state, intake.failure = State.READY, ""
    intake.text = prepared.text
    intake.outline = outline_as_json(prepared.document.outline)
    found = to_report(prepared.document)
    # Both stand in the text and the outline already.
    del found["spans"], found["discarded"]
    near = find_near_document(intake.text, found)
    intake.found = found | {"doubts": list(prepared.doubts), "near": asdict(near) if near else None}


class Outdated(Exception):
    """Somebody else has changed the layout since it was shown."""


def rearrange(intake_key: int, version: int, change: Callable[[Outline], Outline]) -> Intake:
    """Apply a change to the layout that the editor has seen as `version`; Outdated where it is another by now."""
    with transaction.atomic():
        intake = _locked(intake_key, version)
        outline = outline_from_json(intake.outline)
        changed = change(outline)
        if changed != outline:
            intake.steps = [*intake.steps[-MOST_STEPS + 1 :], intake.outline]
            intake.outline = outline_as_json(changed)
            _lay_out(intake)
    return intake


def step_back(intake_key: int, version: int, *, to_the_first: bool = False) -> Intake:
    """Take the last change back, or all that are remembered."""
    with transaction.atomic():
        intake = _locked(intake_key, version)
        if intake.steps:
            kept = 0 if to_the_first else len(intake.steps) - 1
            intake.outline, intake.steps = intake.steps[kept], intake.steps[:kept]
            _lay_out(intake)
    return intake


def _locked(key: int, version: int) -> Intake:
    intake = Intake.objects.select_for_update().get(pk=key)
    if intake.version != version or intake.state != State.READY:
        raise Outdated
    return intake


def _lay_out(intake: Intake) -> None:
    intake.version += 1
    if intake.size <= READ_AT_ONCE:
        _read(intake)
    else:
        intake.state = State.WAITING
    intake.save()


def claim_for_import(intake_key: int, version: int, *, corrects: bool = False) -> Intake:
    """From now on the layout stands; the worker imports it, in the place of the document that it is near to or not."""
    with transaction.atomic():
        intake = _locked(intake_key, version)
        intake.state = State.IMPORTING
        near = intake.found.get("near")
        if corrects and near:
            intake.corrects = SourceDocument.objects.only("pk").filter(pk=near["source"]).first()
            if intake.corrects is None:
                raise Outdated
        intake.save(update_fields=["state", "corrects", "updated_at"])
    return intake


def import_intake(intake: Intake, user: User, *, make_records: bool = True) -> Outcome | None:
    """Import as laid out; the document's bytes and text are in the register of sources from then on.

    One that was thrown away, or imported by another worker, meanwhile is left.
    """
    importer = Importer(make_records=make_records, user=user)
    prepared = prepare_bytes(bytes(intake.content), intake.name, _outline(intake))
    with transaction.atomic():
        if not _still(intake, State.IMPORTING):
            return None
        outcome = importer.take(prepared, intake.corrects)
        intake.run = importer.finish()
        intake.source = SourceDocument.objects.filter(sha256=intake.sha256).only("pk").first()
        if intake.source is None:
            intake.state = State.FAILED
            intake.failure = clip(
                "、".join(each["reason"] for each in importer.totals.failures), Intake, "failure"
            )
        else:
            intake.state = State.IMPORTED
            intake.content, intake.text, intake.outline, intake.steps, intake.found = b"", "", None, [], {}
        intake.save()
    return outcome
