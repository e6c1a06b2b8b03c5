from articles.api import api

urlpatterns, _, app_name = api.urls
