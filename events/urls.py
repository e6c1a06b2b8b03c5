from django.urls import path

from events import views
from unioncms import converters  # noqa: F401

app_name = "events"
urlpatterns = [
    path("events/", views.EventListView.as_view(), name="event_list"),
    path("events/<int:pk>/", views.EventView.as_view(), name="event"),
    path("events/calendar/<yyyy:year>/", views.YearView.as_view(), name="year"),
    path("events/calendar/<yyyy:year>/<mm:month>/", views.MonthView.as_view(), name="month"),
    path("events.ics", views.calendar, name="calendar"),
    path("organisations/<int:pk>/events.ics", views.organisation_calendar, name="organisation_calendar"),
]
