"""Public pages of articles and columns."""

from django.views.generic import DetailView, ListView, TemplateView

from articles.models import Article, Column


class HomeView(TemplateView):
    template_name = "articles/home.html"


class ArticleListView(ListView):
    queryset = Article.objects.published()


class ArticleView(DetailView):
    queryset = Article.objects.published()


class ColumnView(DetailView):
    queryset = Column.objects.public()
