"""What the worker does for the articles' admin."""

import logging

from django_tasks import task

from articles.models import Intake
from people.models import User

logger = logging.getLogger(__name__)


@task()
def read(intake_key: int) -> None:
    """Read an intake; one that has gone, or was read already, is left."""
    # Heavy: only the worker needs the parser.
    from articles.intake import read_waiting

    intake = Intake.objects.filter(pk=intake_key, state=Intake.State.WAITING).first()
    if intake:
        _guarded(read_waiting, intake)


@task()
def import_as_laid_out(intake_key: int, user_key: int, make_records: bool) -> None:
    """Import an intake in the name of the editor who asked for it."""
    from articles.intake import import_intake

    intake = Intake.objects.filter(pk=intake_key, state=Intake.State.IMPORTING).first()
    if intake:
        user = User.objects.get(pk=user_key)
        _guarded(lambda intake: import_intake(intake, user, make_records=make_records), intake)


@task()
def parse_again(keys: list[int], user_key: int) -> None:
    """Parse stored documents anew in the name of the editor who asked for it."""
    from articles.reparsing import parse_documents_again

    parse_documents_again(keys, User.objects.get(pk=user_key))


def _guarded(work, intake: Intake) -> None:
    """A fault is told to the editor, who would otherwise wait for ever, and to the log."""
    try:
        work(intake)
    except Exception:
        logger.exception("intake %s", intake.pk)
        Intake.objects.filter(pk=intake.pk).update(
            state=Intake.State.FAILED, failure="处理时出现内部错误，请把文件交给管理员。"
        )
