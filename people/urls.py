from django.urls import path

from people import area_views, views

app_name = "people"
urlpatterns = [
    path("people/", views.PersonListView.as_view(), name="person_list"),
    path("people/<int:pk>/", views.PersonView.as_view(), name="person"),
    path("organisations/", views.OrganisationListView.as_view(), name="organisation_list"),
    path("organisations/<int:pk>/", views.OrganisationView.as_view(), name="organisation"),
    path("areas/", area_views.AreaListView.as_view(), name="area_list"),
    path("areas/<int:pk>/", area_views.AreaView.as_view(), name="area"),
    path("honours/", views.HonourListView.as_view(), name="honour_list"),
    path("honours/<path:name>/", views.HonourView.as_view(), name="honour"),
]
