from django.urls import path

from articles import views

app_name = "articles"
urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("articles/", views.ArticleListView.as_view(), name="article_list"),
    path("articles/<int:pk>/", views.ArticleView.as_view(), name="article"),
    path("articles/<int:pk>/read/", views.ReadView.as_view(), name="read"),
    path("most-read/", views.MostReadView.as_view(), name="most_read"),
    path("columns/<int:pk>/", views.ColumnView.as_view(), name="column"),
    path("tags/<int:pk>/", views.TagView.as_view(), name="tag"),
]
