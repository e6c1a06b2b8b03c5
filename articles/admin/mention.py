"""What articles say of the register, in the admin: names that wait, bylines, posts as printed."""

from django.contrib import admin
from django.utils.html import format_html

from articles.models import Article, Attestation, Contribution, Figure, Mention
from unioncms.admin_site import (
    ReadOnly,
    RecordAdmin,
    RecordForm,
    RecordFormSet,
    RecordInline,
    admin_link,
    flag_column,
)
from unioncms.states import MatchState

ARTICLE_TEXTS = ("body", "imported", "editors_note")


class DecidedForm(RecordForm):
    """What an editor chooses is settled: a record makes a match, an emptied field undoes it."""

    def target_names(self) -> list[str]:
        return ["person"]

    def clean(self):
        cleaned = super().clean()
        changed = [name for name in self.target_names() if name in self.changed_data]
        if changed:
            chosen = [name for name in self.target_names() if cleaned.get(name)]
            self.instance.state = MatchState.MATCHED if chosen else MatchState.UNMATCHED
            self.settle()
        return cleaned

    def settle(self):
        """So that no later import releases what was chosen."""
        self.instance.is_settled = True
        self.cleaned_data["is_settled"] = True


class ContributionForm(DecidedForm):
    class Meta:
        model = Contribution
        fields = ["position", "role", "printed_name", "printed_role", "printed_post", "person"]


class MentionForm(DecidedForm):
    """A mention in the queue: any kind, and exactly one record of that kind."""

    class Meta:
        model = Mention
        fields = [
            "article", "kind", "field", "text", "occurrence", "name",
            "person", "organisation", "event", "is_settled",
        ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "name" in self.fields:
            self.fields["name"].required = False
            self.fields["name"].help_text = "如 衡阳市总工会。留空即与原文用词相同。"

    def target_names(self):
        return [kind for kind in Mention.Kind.values if kind in self.fields]

    def clean(self):
        cleaned = super().clean()
        kind = cleaned.get("kind") or self.instance.kind
        cleaned["name"] = (
            cleaned.get("name") or cleaned.get("text") or self.instance.name or self.instance.text
        )
        for name in self.target_names():
            if name != kind and cleaned.get(name):
                self.add_error(
                    name, f"这是{Mention.Kind(kind).label}名称，请只填“{Mention.Kind(kind).label}”一栏。"
                )
        return cleaned


class MentionRowForm(MentionForm):
    """A mention as a row of its article's form; what was printed stays as printed."""

    kind = ""

    class Meta:
        model = Mention
        fields = ["text", "name"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.instance.kind = self.kind
            return
        for name in ("text", "name"):
            if name in self.fields:
                self.fields[name].disabled = True

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"kind", "field", "occurrence", "state"}


class MentionFormSet(RecordFormSet):
    """One row for all places where an article uses the same words for the same record.

    A page says 市总工会 a dozen times: the editor decides once. Names that wait come first.
    """

    def get_queryset(self):
        if not hasattr(self, "_groups"):
            groups: dict[tuple, list[Mention]] = {}
            for mention in super().get_queryset():
                key = (mention.text, mention.name, mention.state, getattr(mention, f"{mention.kind}_id"))
                groups.setdefault(key, []).append(mention)
            for first, *repeats in groups.values():
                first.repeats = repeats
            self._groups = sorted(
                (group[0] for group in groups.values()), key=lambda each: not is_waiting(each)
            )
        return self._groups

    def _existing_object(self, pk):
        """Any of the article's mentions: between showing and saving the rows may have been grouped anew."""
        return next((each for each in self._all() if each.pk == pk), None)

    def _all(self) -> list[Mention]:
        return [each for first in self.get_queryset() for each in (first, *first.repeats)]

    def save_existing(self, form, obj, commit=True):
        saved = super().save_existing(form, obj, commit)
        self._repeats(obj).update(
            state=obj.state, is_settled=obj.is_settled, **{obj.kind: getattr(obj, obj.kind)}
        )
        return saved

    def delete_existing(self, obj, commit=True):
        self._repeats(obj).delete()
        super().delete_existing(obj, commit)

    def _repeats(self, mention: Mention):
        return Mention.objects.filter(pk__in=[each.pk for each in getattr(mention, "repeats", ())])


def is_waiting(mention: Mention) -> bool:
    return mention.state in (MatchState.UNMATCHED, MatchState.AMBIGUOUS)


class MentionInline(RecordInline):
    """The article's names of one kind; `kind` is also the name of the link to their record."""

    model = Mention
    formset = MentionFormSet
    kind = ""
    readonly_fields = ["place", "state"]
    after = "归类"

    def __init__(self, *args):
        self.form = type("MentionRowForm", (MentionRowForm,), {"kind": self.kind})
        self.fields = ["text", self.kind, "place", "state", "name"]
        self.autocomplete_fields = [self.kind]
        label = Mention.Kind(self.kind).label
        self.verbose_name = f"提到的{label}"
        self.verbose_name_plural = f"提到的{label}"
        super().__init__(*args)

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .filter(kind=self.kind)
            .select_related(self.kind)
            .order_by("name", "field", "occurrence", "pk")
        )

    @admin.display(description="出处")
    def place(self, mention):
        if mention.pk is None:
            return ""
        repeats = len(getattr(mention, "repeats", ()))
        more = format_html(' <span class="quiet">等 {} 处</span>', repeats + 1) if repeats else ""
        return format_html("{}{}", context_of(mention), more)


def mention_inlines() -> list[type[MentionInline]]:
    return [
        type(f"{kind.title()}MentionInline", (MentionInline,), {"kind": kind, "__module__": __name__})
        for kind in Mention.Kind.values
    ]


def context_of(mention: Mention):
    """Where a mention stands, with the printed characters either side."""
    return format_html(
        '<span class="quiet">{}</span> {}<mark>{}</mark>{}',
        mention.get_field_display(),
        mention.before,
        mention.text,
        mention.after,
    )


class AboutArticle:
    """Lists of what belongs to an article show its title without loading its text."""

    def get_queryset(self, request):
        return super().get_queryset(request).defer(*(f"article__{name}" for name in ARTICLE_TEXTS))

    @admin.display(description="稿件", ordering="article__headline")
    def of_article(self, record):
        return admin_link(record.article, record.article.title)


class WithinArticle(AboutArticle):
    """What is changed in a row's own form changes its article as the article's form would."""

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        follow_edits({obj.article_id})

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        follow_edits({obj.article_id})

    def delete_queryset(self, request, queryset):
        keys = set(queryset.values_list("article", flat=True))
        super().delete_queryset(request, queryset)
        follow_edits(keys)


def follow_edits(keys: set[int]) -> None:
    # It brings the parser's types with it; only a change needs them.
    from articles.editing import follow_edit

    for article in Article.objects.filter(pk__in=keys):
        follow_edit(article)


@admin.register(Mention)
class MentionAdmin(WithinArticle, RecordAdmin):
    menu_order = 12
    form = MentionForm
    list_display = [
        "text",
        "kind",
        "state",
        "target",
        "context",
        "of_article",
        flag_column("is_settled", "已定"),
    ]
    list_filter = ["state", "kind", "field", "is_settled", "article__status"]
    list_select_related = ["article", "person", "organisation", "event"]
    search_fields = ["text", "name", "article__headline"]
    search_help_text = "按原文用词、全称或稿件标题查找。"
    ordering = ["name", "pk"]
    autocomplete_fields = ["article", "person", "organisation", "event"]
    readonly_fields = ["state", "context"]
    actions = ["reject", "reopen"]
    fieldsets = [
        ("原文", {"fields": ["article", ("kind", "field"), ("text", "occurrence"), "name", "context"]}),
        ("对应的记录", {"fields": ["person", "organisation", "event", ("state", "is_settled")]}),
    ]

    def get_readonly_fields(self, request, obj=None):
        printed = ["article", "kind", "field", "text", "occurrence"] if obj else []
        return [*self.readonly_fields, *printed]

    @admin.display(description="对应记录")
    def target(self, mention):
        return admin_link(mention.target)

    @admin.display(description="上下文")
    def context(self, mention):
        return context_of(mention) if mention and mention.pk else ""

    @admin.action(description="标记为“不是名称”", permissions=["change"])
    def reject(self, request, queryset):
        self._decide(request, queryset, MatchState.REJECTED)

    @admin.action(description="退回待对应", permissions=["change"])
    def reopen(self, request, queryset):
        self._decide(request, queryset, MatchState.UNMATCHED)

    def _decide(self, request, queryset, state: MatchState):
        mentions = list(queryset.order_by())
        for mention in mentions:
            mention.state = state
            mention.is_settled = state == MatchState.REJECTED
            mention.person = mention.organisation = mention.event = None
            mention.save(update_fields=["state", "is_settled", "person", "organisation", "event"])
            self.log_change(request, mention, f"改为“{state.label}”。")
        self.message_user(request, f"已将 {len(mentions)} 处提及改为“{state.label}”。")


class ContributionInline(RecordInline):
    model = Contribution
    form = ContributionForm
    fields = ["position", "role", "printed_name", "printed_role", "printed_post", "person", "state"]
    readonly_fields = ["state"]
    autocomplete_fields = ["person"]
    after = "标题区"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person")


@admin.register(Contribution)
class ContributionAdmin(WithinArticle, RecordAdmin):
    menu_order = 13
    form = ContributionForm
    list_display = ["printed_name", "role", "printed_post", "person", "state", "of_article"]
    list_filter = ["state", "role"]
    list_select_related = ["article", "person"]
    search_fields = ["printed_name", "article__headline", "person__name"]
    ordering = ["-article", "position", "pk"]
    autocomplete_fields = ["article", "person"]
    readonly_fields = ["state"]
    fields = [
        "article",
        ("position", "role"),
        "printed_name",
        ("printed_role", "printed_post"),
        "person",
        "state",
    ]


class FigureInline(RecordInline):
    model = Figure
    fields = ["position", "caption", "credit"]
    after = "正文"

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "caption":
            field.widget.attrs["rows"] = 2
        return field


@admin.register(Figure)
class FigureAdmin(WithinArticle, RecordAdmin):
    menu_order = 14
    list_display = ["__str__", "credit", "of_article"]
    list_select_related = ["article"]
    search_fields = ["caption", "credit", "article__headline"]
    ordering = ["-article", "position", "pk"]
    autocomplete_fields = ["article"]


class AttestationInline(ReadOnly, RecordInline):
    model = Attestation
    fields = ["name", "organisation_name", "title", "printed_post", "attested_on", "state"]
    can_delete = False
    after = "归类"


@admin.register(Attestation)
class AttestationAdmin(ReadOnly, AboutArticle, RecordAdmin):
    menu_order = 15
    list_display = ["name", "organisation_name", "title", "attested_on", "state", "of_article"]
    list_filter = ["state"]
    date_hierarchy = "attested_on_earliest"
    list_select_related = ["article"]
    search_fields = ["name", "organisation_name", "title", "article__headline"]
    ordering = ["-attested_on_earliest", "pk"]
    fields = [
        "of_article", "name", "organisation_name", "title", "printed_post", "passage", "attested_on",
        "person", "post", "state",
    ]  # fmt: skip
