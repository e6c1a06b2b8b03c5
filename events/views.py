"""Public pages of events."""

from django.views.generic import DetailView, ListView

from events.models import Event


class EventListView(ListView):
    queryset = Event.objects.public()


class EventView(DetailView):
    queryset = Event.objects.public()
