"""Signed revisions in the admin: what was released, as it was, read-only."""

import re

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.defaultfilters import linebreaksbr
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join

from articles.admin.mention import AboutArticle
from articles.looking import note_look
from articles.models import ArticleRevision
from unioncms.admin_site import ReadOnly, RecordAdmin, may
from unioncms.richtext import render

LISTED = 100
NOW = "now"
SHORT_NUMBER = re.compile("[0-9]{1,6}", re.ASCII)


@admin.register(ArticleRevision)
class ArticleRevisionAdmin(ReadOnly, AboutArticle, RecordAdmin):
    menu_order = 11
    list_display = ["article", "number", "reason", "created_by", "created_at"]
    list_select_related = ["article", "created_by"]
    list_filter = ["created_at", "created_by"]
    search_fields = ["article__headline", "reason"]
    search_help_text = "按标题或理由查找。"
    ordering = ["-created_at", "-pk"]
    fields = ["of_article", "number", "reason", "created_by", "created_at", "digest", "frozen"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("content")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            note_look(request.user, [obj.article_id], "签发版本")
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description="SHA-256")
    def digest(self, revision):
        return format_html("<code>{}</code>", revision.sha256)

    @admin.display(description="签发内容")
    def frozen(self, revision):
        rows = [(label, shown) for label, shown in shown_content(revision.content) if shown]
        return format_html('<dl class="facts">{}</dl>', format_html_join("", "<dt>{}</dt><dd>{}</dd>", rows))


def shown_content(content: dict):
    """What a revision holds, field by field, in the words of the article's form."""
    from articles.revisions import labels, texts_of

    body = labels()["body"]
    for label, text in texts_of(content):
        yield label, render(content["body"]) if label == body else linebreaksbr(text, autoescape=True)


class RevisionViews:
    """For the admin of articles: its revisions side by side, and an earlier one taken up again."""

    def get_urls(self):
        views = [
            path(
                "<path:object_id>/revisions/",
                self.admin_site.admin_view(self.revisions_view),
                name="articles_article_revisions",
            )
        ]
        return [*views, *super().get_urls()]

    def revisions_view(self, request, object_id):
        """?a= and ?b= are numbers of revisions, or now; without them the last revision and what it says now."""
        if request.method not in ("GET", "HEAD", "POST"):
            return HttpResponseNotAllowed(["GET", "POST"])
        article = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, article) or not may(request, ArticleRevision):
            raise PermissionDenied
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        revisions = list(
            article.revisions.select_related("created_by").defer("content").order_by("-number")[:LISTED]
        )
        if request.method == "POST":
            return self._restore(request, article)
        # Revisions come with the parser's types; of the admin only this page needs them.
        from articles.revisions import digest_now

        note_look(request.user, [article.pk], "版本对照")
        one, other = self._chosen(request, article, revisions)
        context = {
            **self.admin_site.each_context(request),
            "title": "版本对照",
            "subtitle": article.title,
            "opts": self.opts,
            "original": article,
            "media": self.media,
            "revisions": revisions,
            "one": one,
            "other": other,
            "changes": self._changes(article, one, other),
            "may_restore": self.has_change_permission(request, article),
            "looked_at": digest_now(article),
        }
        return TemplateResponse(request, "admin/articles/article/revisions.html", context)

    def _chosen(self, request, article, revisions) -> tuple[str, str]:
        numbers = {str(revision.number) for revision in revisions} | {NOW}
        last = str(revisions[0].number) if revisions else NOW
        one, other = request.GET.get("a", last), request.GET.get("b", NOW)
        return (one if one in numbers else last), (other if other in numbers else NOW)

    def _changes(self, article, one: str, other: str):
        from articles.publishing import content_of
        from articles.revisions import compare

        def content(number: str) -> dict:
            if number == NOW:
                return content_of(article, article.concerns.all())
            return article.revisions.get(number=number).content

        return compare(content(one), content(other)) if one != other else []

    def _restore(self, request, article):
        from articles.revisions import Overtaken, restore

        number = request.POST.get("restore", "")
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        revision = article.revisions.filter(number=number).first() if SHORT_NUMBER.fullmatch(number) else None
        if revision is None:
            self.message_user(request, "没有这一版。", messages.ERROR)
        else:
            try:
                restore(article, revision, request.user, request.POST.get("looked_at", ""))
            except Overtaken:
                told = "没有恢复：您打开这一页以后，稿件又被改过。现在的稿件在下面，看过再恢复。"
                self.message_user(request, told, messages.WARNING)
                return self._back(article, number)
            self.message_user(
                request, f"已恢复到第 {revision.number} 版的内容，发布后读者才会看到。", messages.SUCCESS
            )
        return self._back(article)

    def _back(self, article, number: str = ""):
        address = reverse("admin:articles_article_revisions", args=[article.pk])
        return HttpResponseRedirect(f"{address}?a={number}" if number else address)
