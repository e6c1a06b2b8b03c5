"""What articles add to the queues of provisional records: that the words are no name at all."""

from functools import partial

from django.contrib import messages
from django.db import transaction
from django.db.models import Model, ProtectedError
from django.http import HttpRequest

from articles.deciding import reject_record
from articles.models import Mention
from unioncms.admin_site import may
from unioncms.queues import Answer, Queue, find_queue


def offer_rejection(queue: Queue, request: HttpRequest, row: Model) -> Answer:
    what = row._meta.verbose_name
    is_allowed = queue.admin.has_delete_permission(request, row) and may(request, Mention, "change")
    return Answer("reject", f"不是{what}名称，撤销记录", is_allowed, partial(_reject, queue, request, row))


def _reject(queue: Queue, request: HttpRequest, row: Model) -> None:
    name, what = row.name, row._meta.verbose_name
    try:
        with transaction.atomic():
            queue.admin.log_deletions(request, [row])  # first: what stands in the log no settling takes back
            count = reject_record(row)
            queue.admin.delete_model(request, row)
    except ProtectedError:
        told = f"“{name}”还有编辑确认过的任职，没有撤销。请打开记录核对。"
        queue.admin.message_user(request, told, messages.WARNING)
        return
    queue.admin.message_user(request, f"已撤销{what}“{name}”，{count} 处记为“不是名称”。")


for _name in ("people", "organisations", "events"):
    _queue = find_queue(_name)
    _queue.add_answer(partial(offer_rejection, _queue))
