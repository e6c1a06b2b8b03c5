"""Signed revisions in the admin: what was released, as it was, read-only."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join

from articles.admin.mention import AboutArticle
from articles.models import Article, ArticleRevision, Contribution, Figure
from unioncms.admin_site import ReadOnly, RecordAdmin
from unioncms.richtext import render


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

    @admin.display(description="SHA-256")
    def digest(self, revision):
        return format_html("<code>{}</code>", revision.sha256)

    @admin.display(description="签发内容")
    def frozen(self, revision):
        rows = [(label, shown) for label, shown in shown_content(revision.content) if shown]
        return format_html('<dl class="facts">{}</dl>', format_html_join("", "<dt>{}</dt><dd>{}</dd>", rows))


def shown_content(content: dict):
    """What a revision holds, field by field, in the words of the article's form."""
    labels = {field.name: field.verbose_name for field in Article._meta.fields}
    labels |= {composite.name: composite.verbose_name for composite in Article.imprecise_dates}
    for name, value in content.items():
        match name:
            case "body":
                yield labels[name], render(value)
            case "genre":
                yield labels[name], dict(Article.Genre.choices).get(value, value)
            case "is_incomplete":
                yield labels[name], "是" if value else ""
            case "contributions":
                roles = dict(Contribution.Role.choices)
                lines = [f"{roles.get(each['role'], each['role'])} {each['printed_name']}" for each in value]
                yield Contribution._meta.verbose_name, "、".join(lines)
            case "figures":
                lines = [f"{each['caption']} {each['credit']}".strip() for each in value]
                yield Figure._meta.verbose_name, ";".join(lines)
            case "tags":
                yield "标签", "、".join(value)
            case "source" | "position":
                continue
            case _:
                yield labels.get(name, name), value
