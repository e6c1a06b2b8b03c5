"""The site's search in the list of articles, beside what Django looks for there."""

from django.db.models import Q

from articles.search import find_articles, read_query


class FindsArticles:
    def get_search_results(self, request, queryset, search_term):
        """Drafts by headline and byline; what is published by all that readers find it by."""
        listed, may_repeat = super().get_search_results(request, queryset, search_term)
        query = read_query(search_term)
        if not query:
            return listed, may_repeat
        found = find_articles(query).order_by().values("pk")
        return queryset.filter(Q(pk__in=listed.order_by().values("pk")) | Q(pk__in=found)), False
