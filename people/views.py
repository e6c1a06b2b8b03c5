"""Public pages of the register."""

from django.views.generic import DetailView, ListView

from people.models import Organisation, Person


class PersonListView(ListView):
    queryset = Person.objects.public()


class PersonView(DetailView):
    queryset = Person.objects.public()


class OrganisationListView(ListView):
    queryset = Organisation.objects.public()


class OrganisationView(DetailView):
    queryset = Organisation.objects.public()
