"""The pages of the queues: all of them with their counts, and the cards of one, thirty a page."""

from itertools import zip_longest
from math import ceil

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode

from unioncms.paging import SIZE, page_of
from unioncms.queues import Queue, find_queue, visible_queues

GONE = "这一项已经处理过了，可能是别的编辑刚刚处理的。"


def queue_url(queue: Queue, **query: object) -> str:
    address = reverse("admin:queue", args=[queue.name])
    return f"{address}?{urlencode(query)}" if query else address


class QueuePages:
    """For the admin site."""

    def get_urls(self):
        return [
            path("queues/", self.admin_view(self.queues_view), name="queues"),
            path("queues/<slug:name>/", self.admin_view(self.queue_view), name="queue"),
            *super().get_urls(),
        ]

    def registered_queues(self, request: HttpRequest) -> list[dict]:
        """Name, count and address of each queue that this editor may see; one query for each."""
        return [
            {
                "name": queue.label,
                "hint": queue.hint,
                "count": queue.waiting(request).count(),
                "url": queue_url(queue),
            }
            for queue in visible_queues(request)
        ]

    def queues_view(self, request: HttpRequest) -> HttpResponse:
        context = {
            **self.each_context(request),
            "title": "待核",
            "queues": self.registered_queues(request),
        }
        return TemplateResponse(request, "admin/queues.html", context)

    def queue_view(self, request: HttpRequest, name: str) -> HttpResponse:
        queue = find_queue(name)
        if queue is None:
            raise Http404(f"no queue {name}")
        if not queue.may_see(request):
            raise PermissionDenied
        if request.method == "POST":
            return self._settle(request, queue)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        page = page_of(request, queue.waiting(request))
        cards = queue.cards(request, list(page))
        focused = next((card.key for card in cards if card.key == request.GET.get("at")), None)
        if focused is None and cards and "at" in request.GET:
            focused = cards[0].key
        context = {
            **self.each_context(request),
            "title": queue.label,
            "queue": queue,
            "page": page,
            "cards": list(zip_longest(cards, (card.key for card in cards[1:]), fillvalue="")),
            "focused": focused,
        }
        return TemplateResponse(request, "admin/queue.html", context)

    def _settle(self, request: HttpRequest, queue: Queue) -> HttpResponse:
        """Give the answer of one card; back to the card after it, or on to where more is asked."""
        onward = None
        with transaction.atomic():
            row = queue.find(request, request.POST.get("key", ""))
            if row is None:
                messages.warning(request, GONE)
            else:
                onward = self._answer(request, queue, row)
        return HttpResponseRedirect(onward or self._next_card(request, queue))

    def _answer(self, request: HttpRequest, queue: Queue, row) -> str | None:
        (card,) = queue.cards(request, [row])
        chosen = next((each for each in card.answers if each.name == request.POST.get("answer")), None)
        if chosen is None:
            messages.warning(request, "这个选项已经不在了，请重新选择。")
            return queue_url(queue, at=card.key)
        if not chosen.is_allowed:
            raise PermissionDenied
        return chosen.give()

    def _next_card(self, request: HttpRequest, queue: Queue) -> str:
        """The page that was shown; what comes after it has moved up, and the last page may be gone."""
        shown = request.POST.get("page", "")
        number = int(shown) if shown.isascii() and shown.isdecimal() and len(shown) < 7 else 1
        last = max(1, ceil(queue.waiting(request).count() / SIZE))
        query: dict[str, object] = {"at": request.POST.get("next", "")[:40]}
        if min(number, last) > 1:
            query["page"] = min(number, last)
        return queue_url(queue, **query)
