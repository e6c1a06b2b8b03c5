"""What the admin sends out: an article laid out for WeChat, an article or a whole issue as a Word file.

Only what readers were given goes out, so an article that is not published has nothing to export.
"""

from urllib.parse import quote

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace, csp_update
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from articles.models import Placement
from unioncms.states import Status

MOST_PIECES = 500  # in one Word file
NOT_RELEASED = "这篇稿件没有发布，导出的是读者所见，请先发布。"

# The layout's styles stand on its elements; nothing else is let in, and no script runs.
_bare_page = csp_replace(
    {
        **{key: [NONE] for key in ("script-src", "img-src", "font-src", "connect-src", "form-action")},
        "style-src": [UNSAFE_INLINE],
        "frame-ancestors": [SELF],
        "sandbox": [],
    }
)


class ArticleExportViews:
    """For the admin of articles: 公众号排版 and 下载 Word."""

    def get_urls(self):
        views = (
            ("wechat", self.wechat_view),
            ("wechat/page", _bare_page(xframe_options_sameorigin(self.wechat_page_view))),
            ("word", self.word_view),
        )
        return [
            *(
                path(
                    f"<path:object_id>/{place}/",
                    self.admin_site.admin_view(require_safe(view)),
                    name=f"articles_article_{place.replace('/', '_')}",
                )
                for place, view in views
            ),
            *super().get_urls(),
        ]

    @csp_update({"frame-src": [SELF]})
    def wechat_view(self, request, object_id):
        article = self._asked_for(request, object_id)
        if self._piece_of(article) is None:
            return self._send_back(request, article)
        context = {
            **self.admin_site.each_context(request),
            "title": "公众号排版",
            "opts": self.opts,
            "original": article,
            "page_url": reverse("admin:articles_article_wechat_page", args=[article.pk]),
        }
        return TemplateResponse(request, "admin/articles/article/wechat.html", context)

    def wechat_page_view(self, request, object_id):
        from articles.exporting.wechat import wechat_page

        article = self._asked_for(request, object_id)
        piece = self._piece_of(article)
        if piece is None:
            return self._send_back(request, article)
        response = HttpResponse(wechat_page(piece))
        if "download" in request.GET:
            response["Content-Disposition"] = attachment(f"{piece.title}.html")
        return response

    def word_view(self, request, object_id):
        from articles.exporting.word import Section

        article = self._asked_for(request, object_id)
        piece = self._piece_of(article)
        if piece is None:
            return self._send_back(request, article)
        return word_response(piece.title, [Section("", (piece,))])

    def _asked_for(self, request, object_id):
        article = self.get_object(request, unquote(object_id))
        if article is None or not self.has_view_permission(request, article):
            raise PermissionDenied
        return article

    def _piece_of(self, article):
        from articles.exporting.piece import pieces

        return pieces([article.pk]).get(article.pk)

    def _send_back(self, request, article):
        self.message_user(request, NOT_RELEASED, messages.WARNING)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


class IssueExportViews:
    """For the admin of issues: the whole issue as one Word file, page by page."""

    def get_urls(self):
        return [
            path(
                "<path:object_id>/word/",
                self.admin_site.admin_view(require_safe(self.word_view)),
                name="articles_issue_word",
            ),
            *super().get_urls(),
        ]

    def word_view(self, request, object_id):
        from articles.exporting.piece import pieces
        from articles.exporting.word import Section

        issue = self.get_object(request, unquote(object_id))
        may_see = self.has_view_permission(request, issue) and request.user.has_perm("articles.view_article")
        if issue is None or not may_see:
            raise PermissionDenied
        placements = list(
            Placement.objects.filter(page__issue=issue, article__status=Status.PUBLISHED)
            .select_related("page")
            .order_by("page__number", "position", "pk")[: MOST_PIECES + 1]
        )
        if not placements or len(placements) > MOST_PIECES:
            complaint = (
                f"这一期的稿件超过 {MOST_PIECES} 篇，请按篇导出。"
                if placements
                else "这一期还没有已经发布的稿件。"
            )
            self.message_user(request, complaint, messages.WARNING)
            return HttpResponseRedirect(reverse("admin:articles_issue_change", args=[issue.pk]))
        found = pieces({each.article_id for each in placements})
        sections = {}
        for each in placements:
            sections.setdefault(each.page, []).append(found[each.article_id])
        return word_response(
            str(issue),
            [
                Section(f"第{page.number}版 {page.name}".strip(), tuple(inner))
                for page, inner in sections.items()
            ],
        )


def word_response(title, sections) -> HttpResponse:
    from articles.exporting.word import MEDIA_TYPE, word_file

    response = HttpResponse(word_file(title, sections), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = attachment(f"{title}.docx")
    return response


def attachment(name: str) -> str:
    """A Content-Disposition whose file name may be Chinese, as RFC 6266 writes it."""
    safe = "".join(letter for letter in name if letter.isprintable() and letter not in '\\/:*?"<>|')
    return f"attachment; filename*=UTF-8''{quote(safe)}"
