"""The paper as it was printed: issues, pages, series, the archive."""

import pytest
from django.urls import reverse

from articles.models import Issue, Page, Placement, Publication, Series
from tests.factories import make_article, make_editor, make_published_article
from tests.reading import count_queries, text_of
from unioncms.admin_site import admin_url

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    return Publication.objects.create(name="云州工人报")


def make_issue(
    paper: Publication, number: str, published_on: str = "", pages: int = 2, pieces: int = 2
) -> Issue:
    issue = Issue.objects.create(publication=paper, number=number, published_on=published_on)
    for page_number in range(1, pages + 1):
        page = Page.objects.create(issue=issue, number=page_number, name="要闻" if page_number == 1 else "")
        for position in range(pieces):
            article = make_published_article(f"{number}期{page_number}版第{position + 1}条")
            Placement.objects.create(page=page, article=article, position=position)
    return issue


def place(page: Page, article, position: int = 0) -> Placement:
    return Placement.objects.create(page=page, article=article, position=position)


class TestIssue:
    def test_shows_its_pages_and_their_pieces_in_print_order(self, client, paper):
        issue = make_issue(paper, "7", "2024-05-01")
        place(issue.pages.first(), make_article("没发布的一条"), 9)
        text = text_of(client.get(issue.get_absolute_url()))
        order = ["第7期", "2024年5月1日", "第1版：要闻", "7期1版第1条", "7期1版第2条", "第2版", "7期2版第1条"]
        assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)
        assert "没发布的一条" not in text

    def test_leads_to_the_issues_before_and_after_it_in_time(self, client, paper):
        made = {day: make_issue(paper, day[-1], day) for day in ("2024-05-03", "2024-05-01", "2024-05-02")}
        make_issue(Publication.objects.create(name="另一份报"), "9", "2024-05-02")
        unread = Issue.objects.create(publication=paper, number="4", published_on="2024-05-04")
        context = client.get(made["2024-05-02"].get_absolute_url()).context
        assert context["previous_issue"] == made["2024-05-01"]
        assert context["next_issue"] == made["2024-05-03"]
        assert client.get(made["2024-05-03"].get_absolute_url()).context["next_issue"] is None
        assert client.get(unread.get_absolute_url()).status_code == 404

    def test_a_page_leads_to_its_neighbours_past_empty_ones(self, client, paper):
        issue = make_issue(paper, "7", pages=3)
        issue.pages.get(number=2).placements.all().delete()
        first, last = issue.pages.get(number=1), issue.pages.get(number=3)
        context = client.get(first.get_absolute_url()).context
        assert (context["previous_page"], context["next_page"]) == (None, last)
        assert client.get(last.get_absolute_url()).context["previous_page"] == first
        assert client.get(reverse("articles:page", args=[issue.pk, 2])).status_code == 404

    def test_more_pages_and_pieces_take_no_more_queries(self, client, paper):
        small, large = make_issue(paper, "1", pages=2, pieces=1), make_issue(paper, "2", pages=8, pieces=6)
        for address in ("get_absolute_url",):
            assert count_queries(client, getattr(small, address)()) == count_queries(
                client, getattr(large, address)()
            )
        pages = [issue.pages.first().get_absolute_url() for issue in (small, large)]
        assert count_queries(client, pages[0]) == count_queries(client, pages[1])

    def test_the_admin_leads_to_what_readers_may_see(self, client, paper):
        client.force_login(make_editor())
        issue = make_issue(paper, "1")
        empty = Page.objects.create(issue=issue, number=9)
        for record, seen in ((issue, True), (issue.pages.first(), True), (empty, False)):
            html = client.get(admin_url(record)).content.decode()
            assert (f'href="{record.get_absolute_url()}"' in html) is seen

    def test_the_front_page_shows_the_latest(self, client, paper):
        make_issue(paper, "2", "2024-06-01")
        make_issue(paper, "1", "2024-05-01")
        assert client.get("/").context["issue"].number == "2"


class TestIssueList:
    def test_finds_issues_by_paper_and_year(self, client, paper):
        other = Publication.objects.create(name="云州职工文学")
        for number, day in (("1", "2023-05-01"), ("2", "2024-06-01"), ("3", "2024-07-01"), ("4", "")):
            make_issue(paper, number, day, pages=1)
        make_issue(other, "88", "2022", pages=1)
        address = reverse("articles:issue_list")
        response = client.get(address)
        assert [issue.number for issue in response.context["issues"]] == ["2", "3"]
        assert response.context["years"] == [2024, 2023, 0]
        assert [i.number for i in client.get(address, {"year": 2023}).context["issues"]] == ["1"]
        assert [i.number for i in client.get(address, {"year": 0}).context["issues"]] == ["4"]
        assert [i.number for i in client.get(address, {"paper": other.pk}).context["issues"]] == ["88"]

    def test_names_the_address_of_the_year_that_was_asked_for(self, client, paper):
        make_issue(paper, "1", "2024-05-01", pages=1)
        plain = client.get(reverse("articles:issue_list")).content.decode()
        asked = client.get(reverse("articles:issue_list"), {"year": "2024", "x": "1"}).content.decode()
        assert 'rel="canonical" href="http://127.0.0.1:8000/issues/">' in plain
        assert f'/issues/?paper={paper.pk}&amp;year=2024">' in asked

    @pytest.mark.parametrize("query", [{"year": "1900"}, {"year": "x"}, {"paper": "9" * 40}, {"paper": ""}])
    def test_what_is_not_there_is_not_found(self, client, paper, query):
        make_issue(paper, "1", "2024")
        assert client.get(reverse("articles:issue_list"), query).status_code == 404

    def test_of_no_issues_says_so(self, client):
        assert "还没有按期排好的报纸" in text_of(client.get(reverse("articles:issue_list")))


class TestSeries:
    def test_lists_its_parts_and_says_what_is_missing(self, client):
        series = Series.objects.create(title="班组纪事")
        for part in (4, 1, 6):
            make_published_article(f"第{part}个班组", series=series, part=part)
        make_article("还没发的班组", series=series, part=2)
        response = client.get(series.get_absolute_url())
        text = text_of(response)
        assert [article.part for article in response.context["parts"]] == [1, 4, 6]
        assert "已收3篇；第2、3、5篇暂缺" in text
        assert "还没发的班组" not in text
        assert "班组纪事" in text_of(client.get(reverse("articles:series_list")))

    def test_is_not_found_while_nothing_of_it_is_published(self, client):
        series = Series.objects.create(title="草稿系列")
        make_article(series=series)
        assert client.get(series.get_absolute_url()).status_code == 404

    def test_a_part_with_a_wild_number_does_not_fill_the_page(self, client):
        series = Series.objects.create(title="系列")
        make_published_article(series=series, part=30_000)
        assert client.get(series.get_absolute_url()).context["missing"] == []


class TestArchive:
    def test_counts_by_what_is_known_of_a_date(self, client):
        for day in ("2024-05-01", "2024-05", "2024", "2023-12-31", "", "2023..2024"):
            make_published_article(f"稿件{day}", published_on=day)
        context = client.get(reverse("articles:archive")).context
        assert [(year.number, year.pieces) for year in context["years"]] == [(2024, 3), (2023, 1)]
        assert context["undated"] == 2
        of_year = client.get(reverse("articles:archive_year", args=[2024]))
        assert [(month.number, month.pieces) for month in of_year.context["months"]] == [(5, 2)]
        assert of_year.context["page_obj"].paginator.count == 3
        of_month = client.get(reverse("articles:archive_month", args=[2024, 5]))
        assert {each.headline for each in of_month.context["page_obj"]} == {"稿件2024-05-01", "稿件2024-05"}

    @pytest.mark.parametrize("year", ["0202", "3024", "9999"])
    def test_a_mistyped_year_has_its_page_like_any_other(self, client, year):
        make_published_article(published_on=f"{year}-12-31")
        html = client.get(reverse("articles:archive")).content.decode()
        for path in (f"/archive/{year}/", f"/archive/{year}/12/"):
            assert f'href="{path}"' in html
            html = client.get(path).content.decode()

    @pytest.mark.parametrize("path", ["1999/", "2024/13/", "2024/06/", "0000/", "2024/5/"])
    def test_what_holds_nothing_is_not_found(self, client, path):
        make_published_article(published_on="2024-05-01")
        assert client.get(f"/archive/{path}").status_code == 404
