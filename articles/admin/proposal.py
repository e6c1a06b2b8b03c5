"""重新解析的差异 of one article: each old beside new, taken or left part by part or all at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from math import ceil

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode

from articles.looking import note_look
from articles.models import Article, Mention, Proposal
from unioncms.differences import marked
from unioncms.paging import SIZE, page_of
from unioncms.queues import is_key

DECIDED_SHOWN = 50
AROUND = 40  # characters that tell where words stand
OUTDATED = "稿件或解析刚有变动，这一步没有做。请看清现在的差异再定。"
LINK_LABELS = {"names": "链接", "posts": "任职见报", "gone": "整篇"}
QUESTIONS = {
    ("names", False, True): "新认出的名称，加上链接吗？",
    ("names", True, False): "不再认作名称，去掉链接吗？",
    ("names", True, True): "认作另一名称，链接改过来吗？",
    ("posts", False, True): "新认出的任职，记下来吗？",
    ("posts", True, False): "不再认作任职，撤掉吗？",
    ("posts", True, True): "认作另一任职，改过来吗？",
    ("gone", True, True): "新的解析里没有这一篇。",
}


def proposals_url(article_key: int, **query: object) -> str:
    address = reverse("admin:articles_article_proposals", args=[article_key])
    return f"{address}?{urlencode(query)}" if query else address


@dataclass(frozen=True, slots=True)
class Shown:
    """A proposal as an editor reads it: its words in (kind, run) parts."""

    proposal: Proposal
    label: str
    question: str
    parts: list[tuple[str, str]]
    token: str = ""
    place: str = ""

    @property
    def key(self) -> str:
        return f"{self.proposal.pk}-{self.token}"


def show(proposal: Proposal, token: str = "", place: str = "") -> Shown:
    # What names the parts comes with the parser's types; the lists of the admin do without.
    from articles.revisions import labels

    part = proposal.part
    label = (labels() | LINK_LABELS)[part]
    before, after = (words_of(part, value) for value in (proposal.before, proposal.after))
    question = QUESTIONS.get((part, proposal.before is not None, proposal.after is not None))
    question = (
        question
        or f"{label}：{'改成这样' if before and after else '加上这一处' if after else '删去这一处'}吗？"
    )
    parts = [("same", before)] if part == "gone" else marked(before, after)
    return Shown(proposal, label, question, parts, token, place)


def _place_of(part: str, context: str) -> str:
    """Where in the article it is, in a line."""
    if not context:
        return ""
    if part == "body":
        return f"接在“{'……' if len(context) > AROUND else ''}{context[-AROUND:]}”之后。"
    short = " ".join(context.split())
    return f"文中：{short[: 2 * AROUND]}{'……' if len(short) > 2 * AROUND else ''}"


def words_of(part: str, value: object) -> str:
    """Old or new of a proposal as plain text."""
    from articles.proposing import CONTRIBUTION_COLUMNS, FIGURE_COLUMNS
    from articles.revisions import text_of

    match part, value:
        case _, None:
            return ""
        case "gone", _:
            return str(value)
        case "body", blocks:
            return "\n".join(_block_text(block) for block in blocks)
        case "contributions", rows:
            return text_of(part, [dict(zip(CONTRIBUTION_COLUMNS, row, strict=True)) for row in rows])
        case "figures", rows:
            return text_of(part, [dict(zip(FIGURE_COLUMNS, row, strict=True)) for row in rows])
        case "names", (kind, name):
            return f"{Mention.Kind(kind).label} {name}"
        case "posts", (name, body, title):
            return f"{name}：{body}{title}"
        case "is_incomplete", _:
            return "是" if value else "否"
    return text_of(part, value)


def _block_text(block: str) -> str:
    """A heading says that it is one: a paragraph that becomes one has the same words."""
    from unioncms.richtext import plain_text

    return f"〔小标题〕{plain_text(block)}" if block.startswith(("<h2", "<h3")) else plain_text(block)


class Beside:
    """The other articles of the same documents: where words go that are split off, and where joined ones come from."""

    def __init__(self, articles: list[Article]):
        self.sources = {
            article.source_id
            for article in articles
            for row in article.proposals.all()
            if row.part == "body" and not (row.before and row.after)
        }
        self._texts: dict[int, list[tuple[int, str, str]]] | None = None

    def place_of(self, article: Article, row: Proposal) -> str:
        words = words_of("body", row.before or row.after) if row.part == "body" else ""
        if not words or (row.before and row.after) or article.source_id is None:
            return ""
        for key, title, text in self._of(article.source_id):
            if key != article.pk and words in text:
                return f"{'现在归入' if row.before else '原在'}《{title}》。"
        return ""

    def _of(self, source: int) -> list[tuple[int, str, str]]:
        if self._texts is None:
            from unioncms.richtext import plain_text

            self._texts = defaultdict(list)
            rows = Article.objects.filter(source__in=self.sources).only("headline", "body", "source")
            for row in rows.order_by("position"):
                self._texts[row.source_id].append((row.pk, row.title, plain_text(row.body)))
        return self._texts[source]


def waiting_of(articles: Iterable[int]) -> dict[int, Shown]:
    """The waiting proposals of these articles that hold as they stand, each with the token of what would be done."""
    from articles.proposing import differences, load

    shown = {}
    loaded = load(articles)
    beside = Beside(loaded)
    for article in loaded:
        found = {(each.part, each.key): each for each in differences(article, article.reparse.content)}
        for row in article.proposals.all():
            difference = found.get((row.part, row.key))
            if difference and row.state == Proposal.State.WAITING:
                place = beside.place_of(article, row) or _place_of(row.part, difference.context)
                shown[row.pk] = show(row, difference.token, place)
    return shown


class ProposalViews:
    """For the admin of articles: what a newer parse of one says otherwise."""

    def get_urls(self):
        views = [
            path(
                "<path:object_id>/proposals/",
                self.admin_site.admin_view(self.proposals_view),
                name="articles_article_proposals",
            )
        ]
        return [*views, *super().get_urls()]

    def proposals_view(self, request, object_id):
        """All differences of an article; a POST decides over those that it shows."""
        if request.method not in ("GET", "HEAD", "POST"):
            return HttpResponseNotAllowed(["GET", "POST"])
        article = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method == "POST":
            if not self.has_change_permission(request, article):
                raise PermissionDenied
            return HttpResponseRedirect(self._decide_proposals(request, article))
        note_look(request.user, [article.pk], "重新解析的差异")
        waiting = waiting_of([article.pk])
        page = page_of(request, list(waiting.values()))
        from articles.taking import reopenable

        decided = article.proposals.exclude(state=Proposal.State.WAITING).select_related("decided_by")
        context = {
            **self.admin_site.each_context(request),
            "title": "重新解析的差异",
            "subtitle": article.title,
            "opts": self.opts,
            "original": article,
            "media": self.media,
            "page": page,
            "cards": [
                (shown, following.proposal.pk if following else "")
                for shown, following in zip_longest(page, page.object_list[1:])
            ],
            "focused": request.GET.get("at", ""),
            "decided": [show(each) for each in decided.order_by("-decided_at", "-pk")[:DECIDED_SHOWN]],
            "reopenable": reopenable(article.pk),
            "may_change": self.has_change_permission(request, article),
            "may_delete": self.has_delete_permission(request, article),
            "may_publish": self.has_publish_permission(request),
        }
        return TemplateResponse(request, "admin/articles/article/proposals.html", context)

    def _decide_proposals(self, request, article) -> str:
        """Do what the pressed button says; where to go then."""
        from articles.proposing import refresh_proposals
        from articles.taking import Outdated, decide, reopen

        answer = request.POST.get("answer", "")
        query = {"at": at} if (at := request.POST.get("next", "")[:20]) else {}
        try:
            if answer == "reopen":
                reopen(article.pk, int(request.POST.get("proposal", "")[:18]), request.user)
                self.message_user(request, "已撤回这一处的处理，它又列在待处理里。", messages.SUCCESS)
            elif answer in (Proposal.State.TAKEN, Proposal.State.LEFT):
                pairs = (each.partition("-") for each in request.POST.getlist("shown"))
                count = decide(
                    article.pk, [(int(key[:18]), token) for key, _, token in pairs], answer, request.user
                )
                self.message_user(request, _told(answer, count, article), messages.SUCCESS)
            else:
                raise ValueError
        except ValueError:
            self.message_user(request, "没有这样的操作。", messages.ERROR)
        except Outdated:
            refresh_proposals([article.pk])
            self.message_user(request, OUTDATED, messages.WARNING)
        shown = request.POST.get("page", "")
        number = int(shown) if is_key(shown) else 1
        last = max(1, ceil(article.proposals.waiting().count() / SIZE))
        return proposals_url(article.pk, **query, page=min(max(number, 1), last))


def _told(answer: str, count: int, article) -> str:
    if answer == Proposal.State.LEFT:
        return f"{count} 处不采纳，以后不再提出。"
    later = "发布后读者才会看到。" if article.is_published else ""
    return f"已采纳 {count} 处。{later}"
