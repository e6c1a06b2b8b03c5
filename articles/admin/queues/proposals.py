"""The queue of differences that a newer parse makes: one a card, taken or left by one button."""

from functools import partial

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join

from articles.admin.passages import Places
from articles.admin.proposal import OUTDATED, Shown, proposals_url, show, waiting_of
from articles.models import Article, Proposal
from unioncms.queues import Answer, Card, Queue, is_key, register_queue

TAGS = {"added": "ins", "removed": "del", "same": "span"}
TOKEN = 16  # characters of a token that tell one state of an article from another
State = Proposal.State


class ProposalQueue(Queue):
    """Who may see articles may see what a parse would change in them."""

    @property
    def admin(self) -> admin.ModelAdmin:
        return self.site.get_model_admin(Article)

    def waiting(self, request: HttpRequest) -> QuerySet:
        return (
            Proposal.objects.waiting()
            .select_related("article")
            .defer("article__body", "article__imported", "article__released", "article__released_body")
            .order_by("article__source__name", "article__source", "article__position", "number", "pk")
        )

    def find(self, request: HttpRequest, key: str) -> Proposal | None:
        """Only as it was shown; what no longer holds is worked out anew."""
        from articles.proposing import refresh_proposals

        own, _, token = key.partition("-")
        if not is_key(own):
            return None
        row = self.waiting(request).filter(pk=own).first()
        shown = waiting_of([row.article_id]).get(row.pk) if row else None
        if shown and shown.token[:TOKEN] == token:
            return row
        refresh_proposals([row.article_id] if row else [])
        return None

    def cards(self, request: HttpRequest, rows: list[Proposal]) -> list[Card]:
        places = Places(request, (row.article_id for row in rows))
        shown = waiting_of({row.article_id for row in rows})
        return [self._card(request, row, shown.get(row.pk) or show(row), places) for row in rows]

    def _card(self, request: HttpRequest, row: Proposal, shown: Shown, places: Places) -> Card:
        change = self.may_change(request)
        words = format_html_join("", "<{0}>{1}</{0}>", ((TAGS[kind], run) for kind, run in shown.parts))
        passage = places.passage(row.article_id, format_html('<span class="difference">{}</span>', words))
        is_text = row.part != "gone"
        facts = [shown.place] if shown.place else []
        if is_text and row.article.is_published:
            facts.append("读者已经看到这篇稿件；采纳后要再发布，读者才会看到。")
        if row.is_beside_edit:
            facts.append("编辑改过这一处；采纳会换掉编辑的改动。")
        take, leave = (
            partial(self._decide, request, row, shown, state) for state in (State.TAKEN, State.LEFT)
        )
        return Card(
            key=f"{row.pk}-{shown.token[:TOKEN]}",
            question=shown.question,
            facts=facts,
            passages=[passage] if passage else [],
            answers=[
                *([Answer("take", "采纳", change, take)] if is_text else []),
                Answer("leave", "不采纳" if is_text else "留下这一篇", change, leave),
                *self.more_answers(request, row),
            ],
            links=[("整篇核对…", proposals_url(row.article_id))],
        )

    def _decide(self, request: HttpRequest, row: Proposal, shown: Shown, state: str) -> None:
        from articles.taking import Outdated, decide

        try:
            decide(row.article_id, [(row.pk, shown.token)], state, request.user)
        except Outdated:
            self.admin.message_user(request, OUTDATED, messages.WARNING)


register_queue(
    ProposalQueue(
        "proposals",
        "重新解析的差异",
        Proposal,
        26,
        "原文重新解析后与稿件不同的地方；已发布的和编辑改过的稿件不会自动更新。",
    )
)
