"""The site's addresses; each app owns its own."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/v1/", include("articles.api.urls")),
    path("", include("events.urls")),
    path("", include("people.urls")),
    path("", include("articles.urls")),
]
handler400 = "unioncms.views.bad_request"
handler500 = "unioncms.views.server_error"
