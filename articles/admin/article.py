"""The article in the admin: the list an editor works through, and the form in the order a page is read."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db import transaction
from django.db.models import Count, OuterRef, Subquery
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from articles.admin.concern import ConcernInline, sign
from articles.admin.decisions import PUBLISH, WITHDRAW, DecisionViews
from articles.admin.exporting import ArticleExportViews
from articles.admin.mention import (
    AttestationInline,
    ContributionInline,
    FigureInline,
    mention_inlines,
)
from articles.admin.proposal import ProposalViews
from articles.admin.revision import RevisionViews
from articles.admin.searching import FindsArticles
from articles.admin.source import source_url
from articles.looking import note_look
from articles.models import Article, Attestation, Concern, MaskLook, Mention, Placement, Proposal
from unioncms.admin_site import (
    RecordAdmin,
    RecordForm,
    RecordInline,
    admin_link,
    admin_url,
    flag_column,
    link_list,
    moment,
)
from unioncms.richtext import allow_editor_styles
from unioncms.states import MatchState, Status

REVISIONS_SHOWN = 20
# Nobody deletes these by themselves; with the article that they are about they go.
GOES_ALONG = {str(model._meta.verbose_name) for model in (Attestation, Concern, MaskLook, Proposal)}


class WaitingFilter(admin.SimpleListFilter):
    """Articles with a name that no record answers to yet."""

    title = "名称对应"
    parameter_name = "waiting"

    def lookups(self, request, model_admin):
        return [
            (MatchState.UNMATCHED, "有待对应的名称"),
            (MatchState.AMBIGUOUS, "有歧义的名称"),
            ("none", "全部已对应"),
        ]

    def queryset(self, request, queryset):
        if self.value() in (MatchState.UNMATCHED, MatchState.AMBIGUOUS):
            return queryset.filter(pk__in=Mention.objects.filter(state=self.value()).values("article"))
        if self.value() == "none":
            return queryset.exclude(pk__in=Mention.objects.waiting().values("article"))
        return queryset


class ArticleForm(RecordForm):
    class Meta:
        model = Article
        fields = "__all__"
        widgets = {
            "kicker": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "headline": forms.TextInput(attrs={"class": "vLargeTextField headline"}),
            "subheadline": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "editors_note": forms.Textarea(attrs={"class": "vLargeTextField", "rows": 3}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "tags" in self.fields:
            self.fields["tags"].widget.attrs["class"] = "vLargeTextField"


class PlacementInline(RecordInline):
    model = Placement
    autocomplete_fields = ["page"]
    fields = ["page", "position"]
    after = "归类"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("page__issue__publication", "article")


@admin.register(Article)
class ArticleAdmin(
    DecisionViews, RevisionViews, ProposalViews, ArticleExportViews, FindsArticles, RecordAdmin
):
    menu_order = 9
    queues = (("草稿", {"status__exact": "draft"}),)
    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    list_display = [
        "shown_title", "shown_status", "published_on", "genre", "column", "byline", "waiting_count",
        flag_column("is_incomplete", "残缺"),
    ]  # fmt: skip
    list_filter = ["status", WaitingFilter, "genre", "column", "is_incomplete", "publication", "updated_at"]
    list_select_related = ["column"]
    date_hierarchy = "published_on_earliest"
    search_fields = ["headline", "kicker", "subheadline", "contributions__printed_name"]
    search_help_text = "按标题或署名查找；已发布的也按正文、人物和单位查找。"
    ordering = ["-pk"]
    actions = ["publish_selected", "withdraw_selected"]
    autocomplete_fields = ["column", "series", "publication"]
    readonly_fields = [
        "state",
        "from_source",
        "changed_since_import",
        "revision_list",
        "created_at",
        "updated_at",
    ]
    inlines = [
        ConcernInline,
        ContributionInline,
        FigureInline,
        PlacementInline,
        *mention_inlines(),
        AttestationInline,
    ]
    fieldsets = [
        ("标题区", {"fields": ["kicker", "headline", "subheadline"]}),
        ("正文", {"fields": ["editors_note", "body", "is_incomplete"]}),
        (
            "归类",
            {
                "fields": [
                    ("genre", "published_on"), "column", ("series", "part"), "publication", "tags",
                ]
            },
        ),
        (
            "来源与状态",
            {
                "fields": [
                    "state", "source_credit", "from_source", "changed_since_import", "revision_list",
                    ("created_at", "updated_at"),
                ]
            },
        ),
    ]  # fmt: skip

    def for_list(self, queryset):
        waiting = Mention.objects.waiting().filter(article=OuterRef("pk")).order_by()
        counted = waiting.values("article").annotate(count=Count("pk")).values("count")
        return (
            queryset.defer("body", "editors_note", "imported")
            .prefetch_related("contributions")
            .annotate(waiting_count=Subquery(counted))
        )

    def choice_label(self, article: Article) -> str:
        return f"{article.title}（{article.published_on}）" if article.published_on else article.title

    @admin.display(description="标题", ordering="headline")
    def shown_title(self, article):
        return article.title

    @admin.display(description="状态", ordering="status")
    def shown_status(self, article):
        return state_badge(article)

    @admin.display(description="署名")
    def byline(self, article):
        return "、".join(contribution.printed_name for contribution in article.contributions.all())

    @admin.display(description="待对应")
    def waiting_count(self, article):
        return article.waiting_count or ""

    @admin.display(description="状态")
    def state(self, article):
        if article.pk is None:
            return Status.DRAFT.label
        since = f" · 上线 {moment(article.released_at)}" if article.released_at else ""
        # What a revision is compared by comes with the parser's types; only this line of the form needs it.
        from articles.revisions import has_unreleased_changes

        changed = (
            format_html(' <span class="flag">有改动未发布</span>') if has_unreleased_changes(article) else ""
        )
        return format_html("{}{}{}", state_badge(article), since, changed)

    @admin.display(description="原文")
    def from_source(self, article):
        if article.source_id is None:
            return "不是导入的稿件"
        name = (
            type(article)
            .source.get_queryset()
            .filter(pk=article.source_id)
            .values_list("name", flat=True)
            .get()
        )
        return format_html('<a href="{}">{}</a> · 第 {} 篇', source_url(article), name, article.position + 1)

    @admin.display(description="导入后改过")
    def changed_since_import(self, article):
        if not article.imported:
            return "—"
        # The importer brings the parser with it; only this line of the form needs it.
        from articles.building import is_touched

        changed = [label for name, label in imported_labels() if is_touched(article, name)]
        return "、".join(changed) or "没有"

    @admin.display(description="签发版本")
    def revision_list(self, article):
        if article.pk is None:
            return "—"
        revisions = article.revisions.select_related("created_by").defer("content")[: REVISIONS_SHOWN + 1]
        lines = [
            format_html(
                '{} <span class="quiet">{} {}</span> {}',
                admin_link(revision, f"第 {revision.number} 版"),
                moment(revision.created_at),
                revision.created_by,
                revision.reason,
            )
            for revision in revisions
        ]
        more = f"只列出最近 {REVISIONS_SHOWN} 版。" if len(lines) > REVISIONS_SHOWN else ""
        return link_list(lines[:REVISIONS_SHOWN], more) or "尚未签发"

    @allow_editor_styles
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        may_publish = self.has_publish_permission(request)
        return super().changeform_view(
            request, object_id, form_url, {**(extra_context or {}), "may_publish": may_publish}
        )

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.source_id is not None:
            context["source_url"] = source_url(obj)
        if obj is not None:
            context["has_revisions"] = obj.revisions.exists()
            context["has_proposals"] = obj.proposals.exists()
            note_look(request.user, [obj.pk], "稿件")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_related(self, request, form, formsets, change):
        """The names in the text move with its words; where the words are gone, the editor reads which.

        Names that came or went are matched anew, here and wherever else they stand.
        """
        # Anchors and matching come with the parser's types; only saving needs them.
        from articles.editing import follow_edit
        from articles.settling import Names

        article = form.instance
        before = Names.in_articles([article.pk])
        super().save_related(request, form, formsets, change)
        lost = set(article.mentions.filter(state=MatchState.LOST).values_list("pk", flat=True))
        has_changed = form.has_changed() or any(formset.has_changed() for formset in formsets)
        follow_edit(article, before if has_changed else None)
        gone = article.mentions.filter(state=MatchState.LOST).exclude(pk__in=lost).order_by("pk")
        names = list(dict.fromkeys(gone.values_list("text", flat=True)))
        if names:
            words = "、".join(names[:10]) + ("等" if len(names) > 10 else "")
            self.message_user(request, f"改动后文中已没有这些名称：{words}。", messages.WARNING)

    def get_deleted_objects(self, objs, request):
        found, counts, missing, protected = super().get_deleted_objects(objs, request)
        return found, counts, {str(name) for name in missing} - GOES_ALONG, protected

    def delete_model(self, request, obj):
        self._delete([obj.pk], lambda: super(ArticleAdmin, self).delete_model(request, obj))

    def delete_queryset(self, request, queryset):
        keys = list(queryset.values_list("pk", flat=True))
        self._delete(keys, lambda: super(ArticleAdmin, self).delete_queryset(request, queryset))

    @staticmethod
    def _delete(keys, delete):
        """What only these articles named goes with them."""
        from articles.settling import Names, settle

        with transaction.atomic():
            names = Names.in_articles(keys)
            delete()
            settle(names)

    def save_formset(self, request, form, formset, change):
        if formset.model is Concern:
            for row in formset.forms:
                if "decision" in row.changed_data:
                    sign(row.instance, request.user)
        super().save_formset(request, form, formset, change)

    def response_add(self, request, obj, post_url_continue=None):
        return self._on_to_decision(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._on_to_decision(request, obj) or super().response_change(request, obj)

    def _on_to_decision(self, request, article):
        """The publish and withdraw buttons save the form first, then ask for the reason."""
        for decision in (PUBLISH, WITHDRAW):
            if f"_{decision.name}" in request.POST and self.has_publish_permission(request):
                return HttpResponseRedirect(
                    reverse(f"admin:articles_article_{decision.name}", args=[article.pk])
                )
        return None

    def delete_view(self, request, object_id, extra_context=None):
        article = self.get_object(request, unquote(object_id))
        if (
            article is not None
            and self.has_delete_permission(request, article)
            and self._refuse(request, [article])
        ):
            return HttpResponseRedirect(admin_url(article))
        return super().delete_view(request, object_id, extra_context)

    def get_actions(self, request):
        actions = super().get_actions(request)
        if "delete_selected" in actions:
            delete, name, description = actions["delete_selected"]

            def delete_unsigned(model_admin, request, queryset):
                return None if self._refuse(request, queryset) else delete(model_admin, request, queryset)

            actions["delete_selected"] = (delete_unsigned, name, description)
        return actions

    def _refuse(self, request, articles) -> bool:
        """Say so and answer True where one of `articles` has been signed: revisions are kept for good."""
        keys = [article.pk for article in articles]
        signed = list(Article.objects.filter(pk__in=keys, revisions__isnull=False).distinct()[:4])
        if signed:
            titles = "".join(f"《{article.title}》" for article in signed[:3]) + (
                "等" if len(signed) > 3 else ""
            )
            self.message_user(
                request,
                f"{titles}已经签发过，签发版本要长期保留，不能删除。如不再需要，请撤回。",
                messages.ERROR,
            )
        return bool(signed)


def state_badge(article: Article):
    return format_html('<span class="state state-{}">{}</span>', article.status, article.get_status_display())


def imported_labels() -> list[tuple[str, str]]:
    """The fields an import writes, and what an editor calls them."""
    composites = {composite.name: composite.verbose_name for composite in Article.imprecise_dates}
    return [
        (name, composites.get(name) or str(Article._meta.get_field(name).verbose_name))
        for name in Article.IMPORTED_FIELDS
    ]
