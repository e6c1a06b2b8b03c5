"""Events in the admin, and who took part in them."""

from django.contrib import admin

from events.models import DistinctEvents, Event, EventAlias, EventParticipation
from people.admin import PROVISIONAL, NamedInArticles, OrganisationAdmin, PersonAdmin, count_of_articles
from people.admin.merging import MergesRecords
from people.admin.queues import NamesakeQueue, ProvisionalQueue
from unioncms.admin_site import RecordAdmin, RecordInline, mark_checked
from unioncms.announcing import AnnouncesChanges
from unioncms.confirming import ConfirmingForm
from unioncms.queues import register_queue


class EventAliasInline(RecordInline):
    model = EventAlias


class ParticipationInline(RecordInline):
    model = EventParticipation
    form = ConfirmingForm
    autocomplete_fields = ["person", "organisation"]
    fields = ["role", "person", "organisation"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "organisation")


class ParticipantInline(RecordInline):
    """The events of a person or a body."""

    model = EventParticipation
    form = ConfirmingForm
    autocomplete_fields = ["event"]
    fields = ["event", "role"]
    verbose_name = verbose_name_plural = "参加的活动"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("event", "person", "organisation")


# People stand below events in the house, so that their forms get their events from here.
for register in (PersonAdmin, OrganisationAdmin):
    register.inlines = [*register.inlines, ParticipantInline]


@admin.register(Event)
class EventAdmin(MergesRecords, NamedInArticles, AnnouncesChanges, RecordAdmin):
    menu_order = 40
    list_display = ["name", "kind", "started_on", "place", "article_count", PROVISIONAL]
    list_filter = ["is_provisional", "kind"]
    date_hierarchy = "started_on_earliest"
    search_fields = ["name", "aliases__name", "place"]
    search_help_text = "按名称、别名或地点查找。"
    autocomplete_fields = ["parent"]
    actions = [mark_checked, "merge_selected"]
    inlines = [EventAliasInline, ParticipationInline]
    fieldsets = [
        (None, {"fields": ["name", ("kind", "session", "is_provisional"), "parent"]}),
        ("时间与地点", {"fields": [("started_on", "ended_on"), "place"]}),
        ("简介", {"fields": ["summary"]}),
    ]

    def for_list(self, queryset):
        return queryset.annotate(article_count=count_of_articles(Event))

    def facts_of(self, event: Event) -> list[str]:
        known = [event.get_kind_display(), event.started_on, event.place]
        return [" · ".join(str(each) for each in known if each)]

    def choice_label(self, event: Event) -> str:
        return f"{event.name}（{event.started_on}）" if event.started_on else event.name

    @admin.display(description="见报篇数")
    def article_count(self, event):
        return event.article_count


@admin.register(EventParticipation)
class EventParticipationAdmin(AnnouncesChanges, RecordAdmin):
    announced_through = "event"
    form = ConfirmingForm
    menu_order = 41
    list_display = ["event", "role", "person", "organisation"]
    list_select_related = ["event", "person", "organisation"]
    list_filter = ["role"]
    search_fields = ["event__name", "person__name", "organisation__name"]
    autocomplete_fields = ["event", "person", "organisation"]


register_queue(
    ProvisionalQueue("events", "待核活动", Event, 12, "导入时自动建立的活动，核对后转为正式记录。")
)
register_queue(
    NamesakeQueue(
        "same-events", "同名活动", Event, 32, "两条记录同名：是一次活动就合并，不是就记下来，以后不再问。",
        decisions=DistinctEvents,
    )
)  # fmt: skip
