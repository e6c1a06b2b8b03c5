"""Public pages of the paper as it was printed: issues, pages, series, and the archive by year and month."""

from itertools import groupby

from django.db.models import F, Max
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.generic import DetailView, ListView, TemplateView

from articles import archive
from articles.issues import neighbours_of, printed_pages
from articles.models import Issue, Publication, Series
from articles.reading import as_cards
from unioncms.paging import PagedListView

MOST_PARTS = 500  # of a series, listed on one page
NO_YEAR = 0


class IssueListView(ListView):
    """按日期查找: the papers, and of one paper and year its issues."""

    template_name = "articles/issue_list.html"
    context_object_name = "issues"

    def get_queryset(self):
        public = Issue.objects.public()
        self.publications = list(
            Publication.objects.filter(issues__in=public).annotate(last=Max("issues__published_on_earliest"))
            .order_by(F("last").desc(nulls_last=True), "name")
        )  # fmt: skip
        self.publication = self._choose(self.publications, "paper", [each.pk for each in self.publications])
        of_paper = public.filter(publication=self.publication) if self.publication else public.none()
        found = of_paper.order_by().values_list("published_on_earliest__year", flat=True).distinct()
        self.years = sorted((year or NO_YEAR for year in found), reverse=True)
        self.year = self._choose(self.years, "year", self.years)
        if self.year:
            chosen = of_paper.filter(published_on_earliest__year=self.year)
        else:
            chosen = of_paper.filter(published_on_earliest__isnull=True)
        return chosen.select_related("publication").order_by("published_on_earliest", "pk")

    def _choose(self, choices: list, parameter: str, keys: list[int]):
        """The choice that the address asks for, the first without; 404 for one that is not there."""
        asked = self.request.GET.get(parameter)
        if asked is None:
            return choices[0] if choices else None
        known = {str(key): choice for key, choice in zip(keys, choices, strict=True)}
        if asked not in known:
            raise Http404(f"no {parameter} {asked[:20]!r}")
        return known[asked]

    def get_context_data(self, **kwargs):
        months = [
            (month, list(issues))
            for month, issues in groupby(
                self.object_list,
                key=lambda issue: issue.published_on.earliest.month if issue.published_on else 0,
            )
        ]
        is_asked = self.request.GET.keys() & {"paper", "year"}
        return super().get_context_data(
            canonical_query=f"paper={self.publication.pk}&year={self.year}" if is_asked else "",
            publications=self.publications, publication=self.publication, years=self.years, year=self.year,
            months=months, **kwargs,
        )  # fmt: skip


class IssueView(DetailView):
    template_name = "articles/issue.html"
    queryset = Issue.objects.public().select_related("publication")

    def get_context_data(self, **kwargs):
        before, after = neighbours_of(self.object)
        return super().get_context_data(
            pages=printed_pages(self.object), previous_issue=before, next_issue=after, **kwargs
        )


class PageView(TemplateView):
    """One page of an issue, its pieces in print order, the other pages beside it."""

    template_name = "articles/page.html"

    def get_context_data(self, pk, number, **kwargs):
        issue = get_object_or_404(IssueView.queryset, pk=pk)
        pages = printed_pages(issue)
        here = next((at for at, each in enumerate(pages) if each.page.number == number), None)
        if here is None:
            raise Http404(f"issue {pk} has no page {number}")
        before, after = neighbours_of(issue)
        return super().get_context_data(
            issue=issue, pages=pages, printed=pages[here], previous_issue=before, next_issue=after,
            previous_page=pages[here - 1].page if here else None,
            next_page=pages[here + 1].page if here + 1 < len(pages) else None,
            **kwargs,
        )  # fmt: skip


class SeriesListView(PagedListView):
    template_name = "articles/series_list.html"

    def get_queryset(self):
        return Series.objects.public().order_by("title")


class SeriesView(DetailView):
    template_name = "articles/series.html"
    queryset = Series.objects.public()

    def get_context_data(self, **kwargs):
        order = (F("part").asc(nulls_last=True), F("published_on_earliest").asc(nulls_last=True), "pk")
        parts = list(as_cards(self.object.articles.published()).order_by(*order)[:MOST_PARTS])
        numbers = {part.part for part in parts if part.part}
        last = max(numbers, default=0)
        missing = [number for number in range(1, last) if number not in numbers] if last <= MOST_PARTS else []
        return super().get_context_data(parts=parts, missing=missing, **kwargs)


class ArchiveView(TemplateView):
    template_name = "articles/archive.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            years=archive.years(),
            undated=archive.count_undated(),
            has_issues=Issue.objects.public().exists(),
            **kwargs,
        )


class ArchiveYearView(PagedListView):
    template_name = "articles/archive_list.html"

    def get_queryset(self):
        articles = archive.of_year(self.kwargs["year"])
        if not articles.exists():
            raise Http404("nothing is known to be of that year")
        return as_cards(articles.newest_first())

    def get_context_data(self, **kwargs):
        year = self.kwargs["year"]
        return super().get_context_data(year=year, months=archive.months(year), **kwargs)


class ArchiveMonthView(PagedListView):
    template_name = "articles/archive_list.html"

    def get_queryset(self):
        articles = archive.of_month(self.kwargs["year"], self.kwargs["month"])
        if not articles.exists():
            raise Http404("nothing is known to be of that month")
        return as_cards(articles.newest_first())

    def get_context_data(self, **kwargs):
        year, month = self.kwargs["year"], self.kwargs["month"]
        return super().get_context_data(year=year, month=month, months=archive.months(year), **kwargs)
