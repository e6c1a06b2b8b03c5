"""Pages of articles, columns and tags, and the front page."""

import re

import pytest
from django.urls import reverse

from articles.models import (
    Article,
    Attestation,
    Contribution,
    Figure,
    Issue,
    Page,
    Placement,
    Publication,
    Series,
)
from tests.factories import (
    make_article,
    make_column,
    make_contribution,
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_post,
    make_published_article,
    make_source,
)
from tests.reading import count_queries, text_of
from unioncms.states import MatchState, Status

pytestmark = pytest.mark.django_db


def rich_article(number=1, **values):
    """An article that uses everything its page can show."""
    person = make_person(f"林海{number}")
    writer = make_person(f"何晓{number}")
    organisation = make_organisation(f"云州市第{number}总工会")
    event = make_event(f"第{number}届技能大赛", place="云州体育馆", started_on="2024-04")
    values.setdefault("column", make_column(f"栏目{number}", brief="写给作者。"))
    article = make_published_article(
        f"赛场 {number} 号",
        kicker="引题文字",
        subheadline="副题文字",
        editors_note="编者按文字",
        source_credit="云州工人报",
        published_on="2024-05",
        is_incomplete=True,
        body=f"<h2>小标题</h2><p>{organisation.name}主席{person.name}出席{event.name}。</p>",
        **values,
    )
    make_contribution(article, writer.name, writer)
    make_contribution(
        article, "王师傅", role=Contribution.Role.AUTHOR, printed_post="云州机床厂退休职工", position=1
    )
    Figure.objects.create(article=article, caption="比赛现场。", credit="何晓兰 摄")
    article.tags.add("技能大赛")
    for record in (person, organisation, event):
        make_mention(article, record)
    Attestation.objects.create(
        article=article,
        name=person.name,
        organisation_name=organisation.name,
        title="主席",
        person=person,
        post=make_post(organisation=organisation),
        state=MatchState.MATCHED,
    )
    return article


class TestArticle:
    def test_shows_all_that_was_printed(self, client):
        text = text_of(client.get(rich_article().get_absolute_url()))

        for words in (
            "引题文字", "赛场1号", "副题文字", "记者何晓1", "作者王师傅", "王师傅系云州机床厂退休职工",
            "来源：云州工人报", "2024年5月", "残缺", "编者按文字", "小标题", "比赛现场。", "何晓兰摄",
            "技能大赛", "栏目1",
        ):  # fmt: skip
            assert words in text

    def test_names_people_with_their_posts_bodies_and_events(self, client):
        article = rich_article()
        html = client.get(article.get_absolute_url()).content.decode()
        named = html[html.index('class="named"') :]

        for mention in article.mentions.all():
            assert mention.target.get_absolute_url() in named
        assert "云州市第1总工会 主席" in named

    def test_links_the_names_in_its_text_and_byline(self, client):
        article = rich_article()
        html = client.get(article.get_absolute_url()).content.decode()

        for mention in article.mentions.all():
            assert f'<a href="{mention.target.get_absolute_url()}">{mention.text}</a>' in html
        writer = article.contributions.get(role=Contribution.Role.REPORTER)
        assert f'<a href="{writer.person.get_absolute_url()}">{writer.printed_name}</a>' in html

    def test_says_its_date_at_the_precision_known(self, client):
        html = client.get(rich_article().get_absolute_url()).content.decode()

        assert '<time datetime="2024-05">2024年5月</time>' in html

    def test_leaves_no_label_of_what_is_absent(self, client):
        article = make_published_article(published_on="")
        text = text_of(client.get(article.get_absolute_url()))

        for label in (
            "来源",
            "编者按",
            "残缺",
            "作者",
            "记者",
            "图注",
            "文中",
            "栏目",
            "系列",
            "同版",
            "上一篇",
            "下一篇",
        ):
            assert label not in text

    def test_without_a_headline_begins_with_the_first_words_of_its_text(self, client):
        article = make_published_article("", body="<h2>一</h2><p>本报讯 矿灯亮起来的时候。早晨才开始。</p>")

        assert "矿灯亮起来的时候……" in text_of(client.get(article.get_absolute_url()))
        assert "矿灯亮起来的时候……" in text_of(client.get(reverse("articles:article_list")))

    def test_markup_in_a_printed_field_is_text(self, client):
        markup = "<script>alert(1)</script>"
        article = make_published_article(markup, kicker=markup, editors_note=markup, source_credit=markup)
        make_contribution(article, markup, printed_post=markup)
        Figure.objects.create(article=article, caption=markup, credit=markup)
        html = client.get(article.get_absolute_url()).content.decode()

        assert "<script>" not in html
        assert html.count("&lt;script&gt;") >= 8

    def test_a_headline_breaks_at_its_blanks(self, client):
        article = make_published_article("把灯留到深夜 把话说到心里")
        html = client.get(article.get_absolute_url()).content.decode()

        assert '<span class="phrase">把灯留到深夜</span> <span class="phrase">把话说到心里</span>' in html

    def test_shows_where_in_the_paper_it_stood(self, client):
        article = make_published_article(publication=Publication.objects.create(name="云州工人报"))
        issue = Issue.objects.create(publication=article.publication, number="128")
        Placement.objects.create(
            page=Page.objects.create(issue=issue, number=3, name="综合"), article=article
        )

        assert "《云州工人报》第128期第3版综合" in text_of(client.get(article.get_absolute_url()))

    def test_leads_through_its_series(self, client):
        series = Series.objects.create(title="班组纪事")
        parts = [make_published_article(f"第{n}个班组", series=series, part=n) for n in (1, 2, 3)]
        make_article("还没发的班组", series=series, part=4)
        html = client.get(parts[1].get_absolute_url()).content.decode()

        assert f'系列：<a href="{series.get_absolute_url()}">班组纪事</a>' in html
        assert f'<a href="{parts[0].get_absolute_url()}">' in html
        assert f'<a href="{parts[2].get_absolute_url()}">' in html
        assert "还没发的班组" not in html

    def test_leads_to_the_pieces_beside_it_on_the_page(self, client):
        source = make_source()
        first, second, third = (
            make_published_article(f"第{n}篇稿件", source=source, position=n, published_on="2024-05-01")
            for n in (1, 2, 4)
        )
        make_article("草稿", source=source, position=3)
        html = client.get(second.get_absolute_url()).content.decode()

        assert re.search(rf'rel="prev" href="{first.get_absolute_url()}"', html)
        assert re.search(rf'rel="next" href="{third.get_absolute_url()}"', html)
        assert "草稿" not in html

    def test_leads_to_the_newer_and_the_older_piece_of_its_column(self, client):
        column = make_column()
        for day in ("2024-05-03", "2024-05-01", "", "2024-05-02"):
            make_published_article(f"日期{day or '不详'}", column=column, published_on=day)
        text = text_of(client.get(Article.objects.get(headline="日期2024-05-01").get_absolute_url()))

        assert "较新日期2024-05-02" in text
        assert "较早日期不详" in text

    @pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
    def test_is_not_found_unless_published(self, client, status):
        assert client.get(make_article(status=status).get_absolute_url()).status_code == 404

    def test_long_lists_of_names_take_no_more_queries(self, client):
        short = rich_article(1)
        long = rich_article(2)
        for number in range(10, 30):
            person = make_person(f"职工{number}")
            body = make_organisation(f"第{number}厂工会")
            make_mention(long, person)
            make_mention(long, body)
            make_contribution(long, person.name, person, position=number)
            Figure.objects.create(article=long, caption=f"图{number}", position=number)
            long.tags.add(f"标签{number}")
            Attestation.objects.create(
                article=long, name=person.name, organisation_name=body.name, title="主席", person=person,
                post=make_post(organisation=body), state=MatchState.MATCHED,
            )  # fmt: skip

        assert count_queries(client, long.get_absolute_url()) == count_queries(
            client, short.get_absolute_url()
        )


@pytest.fixture
def few_articles(db):
    column = make_column("主席之声", brief="请写<b>短</b>些。")
    for number in range(2):
        rich_article(number, column=column)
    return column


def addresses(column):
    return {
        "home": reverse("articles:home"),
        "list": reverse("articles:article_list"),
        "column": column.get_absolute_url(),
        "tag": reverse("articles:tag", args=[Article.tags.get(name="技能大赛").pk]),
    }


@pytest.mark.parametrize("name", ["home", "list", "column", "tag"])
class TestLists:
    def test_shows_published_articles_only(self, client, few_articles, name):
        make_article("未发的稿件", column=few_articles).tags.add("技能大赛")
        text = text_of(client.get(addresses(few_articles)[name]))

        assert "赛场1号" in text
        assert "未发的稿件" not in text

    def test_twenty_rows_take_as_many_queries_as_two(self, client, few_articles, name):
        address = addresses(few_articles)[name]
        few = count_queries(client, address)
        for number in range(2, 20):
            rich_article(number, column=few_articles, source=make_source(f"{number}.txt", f"文{number}"))

        assert count_queries(client, address) == few

    def test_sets_no_cookie_and_varies_by_none(self, client, few_articles, name):
        response = client.get(addresses(few_articles)[name])

        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


class TestColumn:
    def test_shows_its_brief_as_text(self, client, few_articles):
        html = client.get(few_articles.get_absolute_url()).content.decode()

        assert "请写&lt;b&gt;短&lt;/b&gt;些。" in html

    def test_is_not_found_while_nothing_in_it_is_published(self, client):
        column = make_column()
        make_article(column=column)

        assert client.get(column.get_absolute_url()).status_code == 404


class TestTag:
    def test_is_not_found_while_only_drafts_bear_it(self, client):
        article = make_article()
        article.tags.add("草稿标签")

        assert client.get(reverse("articles:tag", args=[article.tags.get().pk])).status_code == 404


class TestPaging:
    @pytest.mark.parametrize("page", ["0", "-1", "2", "x", "1.5", "", "9" * 5000, "２", "1 "])
    def test_a_page_that_does_not_exist_is_not_found(self, client, page):
        make_published_article()

        assert client.get(reverse("articles:article_list"), {"page": page}).status_code == 404

    def test_pages_lead_to_each_other_and_name_their_own_address(self, client):
        for number in range(31):
            make_published_article(f"稿件{number}")
        address = reverse("articles:article_list")
        first = client.get(address).content.decode()
        second = client.get(address, {"page": 2}).content.decode()

        assert 'rel="next" href="?page=2"' in first
        assert f'rel="prev" href="{address}"' in second
        assert f'{address}?page=2"' in second[: second.index("</head>")]

    def test_the_empty_list_says_so(self, client):
        assert "还没有稿件" in text_of(client.get(reverse("articles:article_list")))


class TestFrontPage:
    def test_opens_with_a_whole_piece_of_news_of_the_newest_day(self, client):
        make_published_article("旧闻", published_on="2024-04-01")
        make_published_article("随笔", published_on="2024-05-01", genre=Article.Genre.ESSAY)
        make_published_article("头条新闻", published_on="2024-05-01", subheadline="副题")
        make_published_article("残稿", published_on="2024-05-01", is_incomplete=True, subheadline="副题")

        assert client.get("/").context["lead"].headline == "头条新闻"

    def test_shows_who_is_in_the_news_and_what_is_on(self, client):
        article = rich_article()
        coming = make_event("明年的大会", started_on="2999-01")
        make_mention(article, coming)
        hidden = make_event("没见报的大会", started_on="2999-02")
        make_mention(article, article.contributions.first().person, field="byline")
        text = text_of(client.get("/"))

        assert "新闻人物全部人物林海1云州市第1总工会主席" in text
        assert text.index("明年的大会") < text.rindex("第1届技能大赛")
        assert hidden.name not in text

    def test_puts_the_pieces_of_a_round_up_under_their_common_kicker(self, client):
        source = make_source()
        for number in range(4):
            make_published_article(
                f"笔谈{number}",
                kicker="各地工会主席谈服务",
                genre=Article.Genre.ROUNDUP,
                source=source,
                position=number,
            )

        assert text_of(client.get("/")).count("各地工会主席谈服务") == 2  # over the lead and over the rest

    def test_of_an_empty_site_says_so(self, client):
        assert "还没有发布稿件" in text_of(client.get("/"))


def test_a_page_carries_no_inline_style_or_script(client):
    html = client.get(rich_article().get_absolute_url()).content.decode()

    without_files = re.sub(r'<script src="[^"]+"(?: defer)?></script>', "", html)
    without_data = re.sub(r'<script type="application/ld\+json">[^<]+</script>', "", without_files)
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", without_data)


def test_pages_are_read_and_nothing_else(client):
    address = make_published_article().get_absolute_url()

    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("path", ["articles", "columns", "tags", "people", "organisations", "events"])
def test_a_number_beyond_the_database_is_not_found(client, path):
    assert client.get(f"/{path}/{'9' * 40}/").status_code == 404
