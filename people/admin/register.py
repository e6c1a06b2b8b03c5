"""Accounts, people, organisations, areas, posts and appointments in the admin."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission
from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.html import format_html

from people.admin.merging import MergesRecords
from people.admin.sheets import HasSheets
from people.models import (
    Appointment,
    Area,
    Honour,
    Organisation,
    OrganisationAlias,
    OrganisationLink,
    Person,
    PersonAlias,
    Post,
    User,
)
from people.pinyin import LETTERS, find_by_sound
from people.resources import (
    AppointmentResource,
    HonourResource,
    OrganisationResource,
    PersonResource,
    PostResource,
)
from unioncms.admin_site import (
    PermissionField,
    RecordAdmin,
    RecordInline,
    admin_link,
    flag_column,
    link_list,
    mark_checked,
    may,
)
from unioncms.announcing import AnnouncesChanges
from unioncms.changes import Kind, announce, names_of
from unioncms.confirming import ConfirmingForm
from unioncms.stale_forms import RefusesStaleSaves
from unioncms.states import MatchState, Status

ARTICLES_SHOWN = 50
MOST_SOUNDING = 200
PROVISIONAL = flag_column("is_provisional", "待核")


def articles_naming(record, *relations: str) -> QuerySet:
    """The articles from which one of the reverse `relations` leads to `record`, newest first.

    People stand below articles, so that the way there is the relation, never an import.
    """
    article = record._meta.get_field(relations[0]).related_model._meta.get_field("article").related_model
    found = set()
    for relation in relations:
        rows = getattr(record, relation)
        if relation == "mentions":
            rows = rows.filter(state=MatchState.MATCHED)
        found.update(rows.order_by().values_list("article_id", flat=True).distinct()[: 10 * ARTICLES_SHOWN])
    return (
        article.objects.filter(pk__in=found)
        .only(
            "pk",
            "headline",
            "status",
            "published_on_earliest",
            "published_on_latest",
            "published_on_precision",
        )
        .newest_first()
    )


class NamedInArticles:
    """A read-only list of the articles that name the record, for those who may see articles."""

    named_by = ("mentions",)

    @admin.display(description="见报稿件")
    def named_in(self, record):
        if record is None or record.pk is None:
            return ""
        articles = list(articles_naming(record, *self.named_by)[: ARTICLES_SHOWN + 1])
        lines = [
            format_html(
                '{} <span class="quiet">{} {}</span>',
                admin_link(article, article.title),
                article.published_on or "日期不详",
                Status(article.status).label,
            )
            for article in articles[:ARTICLES_SHOWN]
        ]
        more = f"只列出最近 {ARTICLES_SHOWN} 篇。" if len(articles) > ARTICLES_SHOWN else ""
        return link_list(lines, more) or "还没有稿件提到。"

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), "named_in"]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        article = self.model._meta.get_field(self.named_by[0]).related_model._meta.get_field("article")
        if obj is None or not may(request, article.related_model):
            return fieldsets
        return [*fieldsets, ("见报稿件", {"fields": ["named_in"]})]


def count_of_articles(model) -> Coalesce:
    """How many articles name a row of `model`, counted in the list's own query."""
    relation = model._meta.get_field("mentions")
    counted = (
        relation.related_model._base_manager.filter(
            **{relation.field.name: OuterRef("pk")}, state=MatchState.MATCHED
        )
        .order_by()
        .values(relation.field.name)
        .annotate(count=Count("article", distinct=True))
        .values("count")
    )
    return Coalesce(Subquery(counted), 0)


class PersonAliasInline(RecordInline):
    model = PersonAlias


class AppointmentInline(RecordInline):
    model = Appointment
    form = ConfirmingForm
    autocomplete_fields = ["person", "post"]
    fields = ["person", "post", "started_on", "begun_by", "ended_on", "ended_by", "is_inferred"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "post__organisation")


class HonourInline(RecordInline):
    model = Honour
    autocomplete_fields = ["awarded_by"]


@admin.register(Person)
class PersonAdmin(HasSheets, MergesRecords, NamedInArticles, AnnouncesChanges, RecordAdmin):
    resource_class = PersonResource
    menu_order = 30
    list_display = ["name", "posts", "gender", "native_place", "article_count", PROVISIONAL]
    list_filter = ["is_provisional", "gender"]
    search_fields = ["name", "aliases__name"]
    search_help_text = "按姓名、别名、拼音或首字母查找。"
    ordering = ["name", "pk"]
    actions = [mark_checked, "merge_selected"]
    inlines = [PersonAliasInline, AppointmentInline, HonourInline]
    fieldsets = [
        (None, {"fields": [("name", "gender"), ("native_place", "is_provisional"), ("born_on", "died_on")]}),
        ("简介", {"fields": ["summary"]}),
    ]
    named_by = ("mentions", "contributions", "attestations")

    def get_queryset(self, request):
        held = Appointment.objects.select_related("post__organisation")
        return super().get_queryset(request).prefetch_related(Prefetch("appointments", held))

    def for_list(self, queryset):
        return queryset.annotate(article_count=count_of_articles(Person))

    def get_search_results(self, request, queryset, search_term):
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        letters = search_term.strip().lower()
        if not LETTERS.fullmatch(letters):
            return found, may_repeat
        keys = find_by_sound(Person.objects.order_by().values_list("pk", "name"), letters)[:MOST_SOUNDING]
        return queryset.filter(Q(pk__in=found.order_by().values("pk")) | Q(pk__in=keys)), False

    def choice_label(self, person: Person) -> str:
        posts = self.posts(person)
        return f"{person.name}（{posts}）" if posts else person.name

    def facts_of(self, person: Person) -> list[str]:
        posts = self.posts(person)
        return [f"任职：{posts}"] if posts else []

    @admin.display(description="任职")
    def posts(self, person):
        return "、".join(str(held.post) for held in person.appointments.all()[:3])

    @admin.display(description="见报篇数")
    def article_count(self, person):
        return person.article_count


class OrganisationAliasInline(RecordInline):
    model = OrganisationAlias


class OrganisationLinkInline(RecordInline):
    model = OrganisationLink
    fk_name = "organisation"
    autocomplete_fields = ["other"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("organisation", "other")


class PostInline(RecordInline):
    model = Post
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("organisation")


@admin.register(Organisation)
class OrganisationAdmin(HasSheets, MergesRecords, NamedInArticles, AnnouncesChanges, RecordAdmin):
    resource_class = OrganisationResource
    menu_order = 31
    list_display = ["name", "kind", "level", "area", "article_count", PROVISIONAL]
    list_filter = ["is_provisional", "kind", "level"]
    list_select_related = ["area"]
    search_fields = ["name", "aliases__name"]
    search_help_text = "按名称或简称查找。"
    ordering = ["name", "pk"]
    actions = [mark_checked, "merge_selected"]
    autocomplete_fields = ["area"]
    inlines = [OrganisationAliasInline, PostInline, OrganisationLinkInline]
    fieldsets = [
        (None, {"fields": [("name", "is_provisional"), ("kind", "level", "area")]}),
        ("简介", {"fields": ["summary"]}),
    ]

    def for_list(self, queryset):
        return queryset.annotate(article_count=count_of_articles(Organisation))

    def facts_of(self, organisation: Organisation) -> list[str]:
        known = [organisation.get_kind_display(), organisation.get_level_display(), organisation.area]
        return [" · ".join(str(each) for each in known if each)]

    @admin.display(description="见报篇数")
    def article_count(self, organisation):
        return organisation.article_count


@admin.register(Post)
class PostAdmin(HasSheets, RecordAdmin):
    resource_class = PostResource
    menu_order = 32
    list_display = ["title", "organisation", "rank"]
    list_select_related = ["organisation"]
    list_filter = ["organisation__kind", "organisation__level"]
    search_fields = ["title", "organisation__name", "organisation__aliases__name"]
    search_help_text = "按职务或单位查找。"
    autocomplete_fields = ["organisation"]
    inlines = [AppointmentInline]


class InOfficeFilter(admin.SimpleListFilter):
    title = "在任"
    parameter_name = "office"

    def lookups(self, request, model_admin):
        return [("current", "在任"), ("past", "已离任")]

    def queryset(self, request, queryset):
        return {"current": queryset.current, "past": queryset.past}.get(self.value(), queryset.all)()


@admin.register(Appointment)
class AppointmentAdmin(HasSheets, AnnouncesChanges, RecordAdmin):
    resource_class = AppointmentResource
    form = ConfirmingForm
    readonly_fields = ["seen_first", "seen_last"]
    announced_through = "person"
    menu_order = 33
    list_display = ["person", "post", "started_on", "ended_on", flag_column("is_inferred", "推定")]
    list_select_related = ["person", "post__organisation"]
    list_filter = [InOfficeFilter, "is_inferred"]
    date_hierarchy = "started_on_earliest"
    search_fields = ["person__name", "post__title", "post__organisation__name"]
    search_help_text = "按姓名、职务或单位查找。"
    autocomplete_fields = ["person", "post"]
    actions = ["confirm"]
    fieldsets = [
        (None, {"fields": ["person", "post", "is_inferred"]}),
        ("任期", {"fields": [("started_on", "begun_by"), ("ended_on", "ended_by")]}),
        ("见报", {"fields": [("seen_first", "seen_last")]}),
    ]

    @admin.action(description="确认所选任职", permissions=["change"])
    def confirm(self, request, queryset):
        inferred = list(queryset.filter(is_inferred=True).order_by())
        for appointment in inferred:
            appointment.is_inferred = False
            appointment.save(update_fields=["is_inferred"])
            self.log_change(request, appointment, "确认任职。")
        people = self.subjects_of(inferred)
        outcome = announce(Kind.EDITED, Person, names_of(people), {person.pk for person in people})
        self.message_user(request, f"已确认 {len(inferred)} 条任职。{outcome}")


@admin.register(Honour)
class HonourAdmin(HasSheets, RecordAdmin):
    resource_class = HonourResource
    menu_order = 34
    list_display = ["name", "person", "awarded_by", "awarded_on"]
    list_select_related = ["person", "awarded_by"]
    date_hierarchy = "awarded_on_earliest"
    search_fields = ["name", "person__name", "awarded_by__name"]
    autocomplete_fields = ["person", "awarded_by"]


@admin.register(PersonAlias)
class PersonAliasAdmin(AnnouncesChanges, RecordAdmin):
    announced_through = "person"
    menu_order = 35
    list_display = ["name", "person", "kind", "used_from", "used_until"]
    list_select_related = ["person"]
    list_filter = ["kind"]
    search_fields = ["name", "person__name"]
    autocomplete_fields = ["person"]


@admin.register(OrganisationAlias)
class OrganisationAliasAdmin(AnnouncesChanges, RecordAdmin):
    announced_through = "organisation"
    menu_order = 36
    list_display = ["name", "organisation", "kind", "used_from", "used_until"]
    list_select_related = ["organisation"]
    list_filter = ["kind"]
    search_fields = ["name", "organisation__name"]
    autocomplete_fields = ["organisation"]


@admin.register(OrganisationLink)
class OrganisationLinkAdmin(RecordAdmin):
    menu_order = 37
    list_display = ["organisation", "kind", "other", "started_on", "ended_on"]
    list_select_related = ["organisation", "other"]
    list_filter = ["kind"]
    search_fields = ["organisation__name", "other__name"]
    autocomplete_fields = ["organisation", "other"]


@admin.register(Area)
class AreaAdmin(RecordAdmin):
    menu_order = 38
    list_display = ["name", "kind", "parent"]
    list_select_related = ["parent"]
    list_filter = ["kind"]
    search_fields = ["name", "parent__name"]
    autocomplete_fields = ["parent"]


@admin.register(User)
class AccountAdmin(RefusesStaleSaves, UserAdmin):
    menu_order = 80
    list_display = [
        "username",
        "person",
        flag_column("is_active", "可登录"),
        flag_column("is_staff", "编辑部"),
        flag_column("is_superuser", "管理员"),
        "last_login",
    ]
    list_select_related = ["person"]
    list_filter = ["is_active", "is_staff", "is_superuser", "groups"]
    search_fields = ["username", "person__name", "email"]
    autocomplete_fields = ["person"]
    show_full_result_count = False
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("个人", {"fields": ["person", "email"]}),
        ("权限", {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]}),
        ("登录记录", {"fields": ["last_login", "date_joined"]}),
    ]
    readonly_fields = ["last_login", "date_joined"]

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.name == "user_permissions":
            kwargs["form_class"] = PermissionField
        return super().formfield_for_manytomany(db_field, request, **kwargs)


admin.site.unregister(Group)


@admin.register(Group)
class AccountGroupAdmin(RefusesStaleSaves, GroupAdmin):
    menu_order = 81
    list_display = ["name"]

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.name == "permissions":
            kwargs["form_class"] = PermissionField
            kwargs["queryset"] = Permission.objects.select_related("content_type")
        return super().formfield_for_manytomany(db_field, request, **kwargs)
