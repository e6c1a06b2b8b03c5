from django.urls import path, re_path

from articles import feeds, paper_views, site_views, sitemaps, views
from unioncms import converters  # noqa: F401

app_name = "articles"
urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("articles/", views.ArticleListView.as_view(), name="article_list"),
    path("articles/<int:pk>/", views.ArticleView.as_view(), name="article"),
    path("articles/<int:pk>/read/", views.ReadView.as_view(), name="read"),
    path("articles/<int:pk>/qr.svg", views.qr_code, name="qr_code"),
    path("search/", views.SearchView.as_view(), name="search"),
    path("most-read/", views.MostReadView.as_view(), name="most_read"),
    path("columns/<int:pk>/", views.ColumnView.as_view(), name="column"),
    path("tags/<int:pk>/", views.TagView.as_view(), name="tag"),
    path("issues/", paper_views.IssueListView.as_view(), name="issue_list"),
    path("issues/<int:pk>/", paper_views.IssueView.as_view(), name="issue"),
    path("issues/<int:pk>/<int:number>/", paper_views.PageView.as_view(), name="page"),
    path("series/", paper_views.SeriesListView.as_view(), name="series_list"),
    path("series/<int:pk>/", paper_views.SeriesView.as_view(), name="series"),
    path("archive/", paper_views.ArchiveView.as_view(), name="archive"),
    path("archive/<yyyy:year>/", paper_views.ArchiveYearView.as_view(), name="archive_year"),
    path("archive/<yyyy:year>/<mm:month>/", paper_views.ArchiveMonthView.as_view(), name="archive_month"),
    path("notices/", site_views.NoticeListView.as_view(), name="notice_list"),
    path("notices/<int:pk>/", site_views.NoticeView.as_view(), name="notice"),
    path("topics/", site_views.TopicListView.as_view(), name="topic_list"),
    path("topics/<int:pk>/", site_views.TopicView.as_view(), name="topic"),
    path("pages/<slug:slug>/", site_views.FixedPageView.as_view(), name="fixed_page"),
    re_path(r"^media/pictures/(?P<name>[0-9a-zA-Z_]+\.webp)$", site_views.picture, name="picture"),
    path("feed/", feeds.ArticleFeed(), name="feed"),
    path("columns/<int:pk>/feed/", feeds.ColumnFeed(), name="column_feed"),
    path("tags/<int:pk>/feed/", feeds.TagFeed(), name="tag_feed"),
    path("people/<int:pk>/feed/", feeds.PersonFeed(), name="person_feed"),
    path("organisations/<int:pk>/feed/", feeds.OrganisationFeed(), name="organisation_feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap_section"),
    path("robots.txt", sitemaps.robots, name="robots"),
]
