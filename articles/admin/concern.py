"""待斟酌内容 in the admin: decided in the article's form or in their own list, and who looked behind the masks."""

from django.contrib import admin
from django.db import transaction
from django.utils import timezone

from articles.models import Concern, MaskLook
from unioncms.admin_site import ReadOnly, RecordAdmin, RecordForm, RecordInline, admin_link


class ConcernForm(RecordForm):
    class Meta:
        model = Concern
        fields = ["decision", "mask"]


class ConcernInline(RecordInline):
    model = Concern
    form = ConcernForm
    fields = ["kind", "text", "context", "decision", "mask"]
    readonly_fields = ["kind", "text", "context"]
    after = "正文"
    verbose_name_plural = "待斟酌内容（决定之前不能发布）"

    def has_add_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def sign(concern: Concern, user) -> None:
    """Note who decided, and when."""
    is_decided = concern.decision != Concern.Decision.WAITING
    concern.decided_by = user if is_decided else None
    concern.decided_at = timezone.now() if is_decided else None


@admin.register(Concern)
class ConcernAdmin(RecordAdmin):
    menu_order = 16
    queues = (("待斟酌内容", {"decision__exact": Concern.Decision.WAITING.value}),)
    form = ConcernForm
    list_display = ["text", "kind", "context", "of_article", "decision", "mask"]
    list_filter = ["decision", "kind"]
    list_select_related = ["article"]
    search_fields = ["text", "article__headline"]
    search_help_text = "按原文或稿件标题查找。"
    ordering = ["-pk"]
    actions = ["show_selected", "mask_selected"]
    fields = ["kind", "text", "context", "of_article", "decision", "mask", "decided_by", "decided_at"]
    readonly_fields = ["kind", "text", "context", "of_article", "decided_by", "decided_at"]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .defer("article__body", "article__imported", "article__released", "article__released_body")
        )

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        """What an article prints is weighed as long as it prints it; with the article its concerns go."""
        return False

    @admin.display(description="稿件", ordering="article__headline")
    def of_article(self, concern):
        return admin_link(concern.article)

    def save_model(self, request, obj, form, change):
        sign(obj, request.user)
        super().save_model(request, obj, form, change)
        self._say_what_is_left(request, [obj])

    @admin.action(description="照登所选", permissions=["change"])
    def show_selected(self, request, queryset):
        self._decide(request, queryset, Concern.Decision.SHOWN)

    @admin.action(description="遮盖所选", permissions=["change"])
    def mask_selected(self, request, queryset):
        self._decide(request, queryset, Concern.Decision.MASKED)

    def _decide(self, request, queryset, decision):
        # Its word lists come with the parser; only a decision needs them.
        from articles.concerns import default_mask

        with transaction.atomic():
            concerns = list(queryset.select_for_update(of=("self",)))
            for concern in concerns:
                concern.decision = decision
                if concern.is_masked and concern.text in concern.mask:
                    concern.mask = default_mask(concern.kind, concern.text)
                sign(concern, request.user)
                self.log_change(request, concern, f"{decision.label}。")
            Concern.objects.bulk_update(concerns, ["decision", "mask", "decided_by", "decided_at"])
        self.message_user(request, f"已决定 {len(concerns)} 项：{decision.label}。")
        self._say_what_is_left(request, concerns)

    def _say_what_is_left(self, request, concerns):
        """A decision reaches readers with the next release."""
        out = sorted({concern.article.title for concern in concerns if concern.article.is_published})
        if out:
            names = "".join(f"《{title}》" for title in out[:3]) + ("等" if len(out) > 3 else "")
            self.message_user(request, f"{names}已经发布，重新发布后读者所见才会跟着变。")


@admin.register(MaskLook)
class MaskLookAdmin(ReadOnly, RecordAdmin):
    menu_order = 17
    list_display = ["looked_at", "user", "place", "of_article"]
    list_filter = ["looked_at", "place"]
    list_select_related = ["user", "article"]
    search_fields = ["user__username", "article__headline"]
    ordering = ["-looked_at", "-pk"]
    fields = ["looked_at", "user", "place", "of_article"]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .defer("article__body", "article__imported", "article__released", "article__released_body")
        )

    @admin.display(description="稿件", ordering="article__headline")
    def of_article(self, look):
        return admin_link(look.article)
