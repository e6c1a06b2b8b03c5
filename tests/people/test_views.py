"""Pages of people and bodies."""

import re

import pytest
from django.urls import reverse

from articles.models import Attestation
from people.models import AliasKind, Honour, Organisation, OrganisationLink, Post
from tests.factories import (
    make_appointment,
    make_article,
    make_contribution,
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_post,
    make_published_article,
)
from tests.reading import count_queries, text_of
from unioncms.states import MatchState

pytestmark = pytest.mark.django_db


def attest(article, person, post):
    return Attestation.objects.create(
        article=article,
        name=person.name,
        organisation_name=post.organisation.name,
        title=post.title,
        person=person,
        post=post,
        state=MatchState.MATCHED,
        attested_on=article.published_on,
    )


@pytest.fixture
def chair():
    """Seen in one post in two articles and in a later one in a third."""
    person = make_person()
    city = make_post("主席", make_organisation("云州市总工会"))
    province = make_post("副主席", make_organisation("云岭省总工会"))
    for headline, day, post in (
        ("开春动员", "2022-02-01", city),
        ("年末总结", "2023-12", city),
        ("到省里履新", "2024", province),
    ):
        article = make_published_article(headline, published_on=day)
        make_mention(article, person)
        attest(article, person, post)
    return person


class TestPerson:
    def test_shows_the_posts_over_time_with_the_articles_cited(self, client, chair):
        text = text_of(client.get(chair.get_absolute_url()))

        assert "云州市总工会主席最早见报：2022年2月1日《开春动员》最近见报：2023年12月《年末总结》" in text
        assert "云岭省总工会副主席见报：2024年《到省里履新》" in text
        assert text.index("到省里履新") < text.index("开春动员"), "the latest post stands first"

    def test_shows_a_confirmed_term_with_its_dates(self, client, chair):
        make_appointment(
            chair, Post.objects.get(title="主席"), started_on="2021-06", ended_on="2024-01", begun_by="当选"
        )

        assert "任职：2021年6月（当选）至2024年1月" in text_of(client.get(chair.get_absolute_url()))

    def test_an_inferred_term_says_no_more_than_the_reports(self, client, chair):
        make_appointment(chair, Post.objects.get(title="主席"), started_on="2021-06", is_inferred=True)

        assert "2021年6月" not in text_of(client.get(chair.get_absolute_url()))

    def test_a_post_that_only_a_draft_reports_stays_hidden(self, client, chair):
        secret = make_post("书记", make_organisation("云海公司"))
        attest(make_article("草稿"), chair, secret)
        make_appointment(chair, secret, is_inferred=True)
        html = client.get(chair.get_absolute_url()).content.decode()

        assert "云海公司" not in html
        assert "草稿" not in html

    def test_shows_articles_written_and_articles_naming(self, client, chair):
        written = make_published_article("我的履职手记")
        make_contribution(written, chair.name, chair)
        make_mention(written, chair, field="byline")
        html = client.get(chair.get_absolute_url()).content.decode()
        by, naming = html.split('id="named"')

        assert "我的履职手记" in by.split('id="written"')[1]
        assert "开春动员" in naming
        assert "我的履职手记" not in naming

    def test_shows_public_events_and_honours(self, client, chair):
        event, hidden = make_event("技能大赛"), make_event("没见报的会")
        make_mention(make_published_article(), event)
        for each in (event, hidden):
            each.participations.create(person=chair, role="speaker")
        Honour.objects.create(person=chair, name="全国五一劳动奖章", awarded_on="2021-04")
        text = text_of(client.get(chair.get_absolute_url()))

        assert "技能大赛讲话" in text
        assert "没见报的会" not in text
        assert "全国五一劳动奖章2021年4月" in text

    def test_a_body_that_is_not_public_is_named_without_a_link(self, client, chair):
        hidden = make_post("委员", make_organisation("云海协会"))
        make_appointment(chair, hidden, started_on="2020")
        html = client.get(chair.get_absolute_url()).content.decode()

        assert "云海协会" in html
        assert hidden.organisation.get_absolute_url() not in html

    def test_is_not_found_while_only_drafts_name_it(self, client):
        person = make_person()
        make_mention(make_article(), person)

        assert client.get(person.get_absolute_url()).status_code == 404

    def test_twenty_posts_and_articles_take_as_many_queries_as_two(self, client, chair):
        few = count_queries(client, chair.get_absolute_url())
        for number in range(20):
            article = make_published_article(f"报道{number}")
            make_mention(article, chair)
            attest(article, chair, make_post("主席", make_organisation(f"第{number}厂工会")))
            make_contribution(make_published_article(f"手记{number}"), chair.name, chair)

        # A first written piece needs its contributions, once for all of them.
        assert count_queries(client, chair.get_absolute_url()) - few <= 2
        now = count_queries(client, chair.get_absolute_url())
        for number in range(20, 40):
            make_mention(make_published_article(f"报道{number}"), chair)
            make_contribution(make_published_article(f"手记{number}"), chair.name, chair)
        assert count_queries(client, chair.get_absolute_url()) == now

    def test_its_lists_are_paged_apart(self, client, chair):
        for number in range(25):
            make_mention(make_published_article(f"报道{number:02}", published_on="2020"), chair)
            make_contribution(make_published_article(f"手记{number:02}"), chair.name, chair)
        html = client.get(chair.get_absolute_url(), {"named": 2}).content.decode()

        assert 'href="?named=2&amp;written=2#written"' in html
        assert f'href="{chair.get_absolute_url()}#named"' in html
        assert client.get(chair.get_absolute_url(), {"named": 9}).status_code == 404


class TestOrganisation:
    def test_shows_its_people_chairs_before_deputies(self, client, chair):
        body = Organisation.objects.get(name="云州市总工会")
        deputy, member = make_person("何晓兰"), make_person("丁一")
        article = make_published_article("换届", published_on="2024-03")
        for person, title in ((deputy, "副主席"), (member, "委员")):
            attest(article, person, make_post(title, body))
        text = text_of(client.get(body.get_absolute_url()))

        assert (
            "主席林海生2022年2月1日至2023年12月见报最早见报：《开春动员》最近见报：《年末总结》副主席何晓兰"
            in text
        )
        assert "副主席何晓兰2024年3月见报《换届》委员丁一2024年3月见报《换届》" in text

    def test_shows_kind_area_names_and_relations(self, client, chair):
        body = Organisation.objects.get(name="云州市总工会")
        body.aliases.create(name="云州工会", kind=AliasKind.SHORT)
        province = Organisation.objects.get(name="云岭省总工会")
        hidden = make_organisation("云海协会")
        for other in (province, hidden):
            OrganisationLink.objects.create(organisation=body, kind="subordinate", other=other)
        text = text_of(client.get(body.get_absolute_url()))

        assert "简称云州工会" in text
        assert "云州市总工会云岭省总工会云州市总工会简称云州工会" in text, "the way down from the highest"
        assert "云海协会" not in text
        assert "下属单位1家云州市总工会" in text_of(client.get(province.get_absolute_url()))

    def test_shows_articles_and_events(self, client):
        body = make_organisation()
        article = make_published_article("大会报道")
        event = make_event("技能大赛")
        make_mention(article, body)
        make_mention(article, event)
        event.participations.create(organisation=body, role="organiser")
        text = text_of(client.get(body.get_absolute_url()))

        assert "大会报道" in text
        assert "技能大赛主办" in text

    def test_a_confirmed_holder_whom_only_drafts_name_stays_hidden(self, client, chair):
        hidden = make_person("未见报")
        make_appointment(hidden, Post.objects.get(title="主席"))
        html = client.get(Organisation.objects.get(name="云州市总工会").get_absolute_url()).content.decode()

        assert "未见报" not in html

    @pytest.mark.parametrize(
        ("on", "is_in_office"),
        [
            ("2022-02-01", True),
            ("2023-01", True),
            ("2023", True),
            ("2021-12-31", False),
            ("2024-05-01", False),
        ],
    )
    def test_tells_who_was_in_office_between_the_first_and_the_last_report(
        self, client, chair, on, is_in_office
    ):
        city = Organisation.objects.get(name="云州市总工会")
        text = text_of(client.get(city.get_absolute_url(), {"on": on}))
        assert ("在任" in text.split("查看")[1].split("依据")[0] and "没有报道" not in text) == is_in_office

    def test_a_confirmed_term_without_an_end_goes_on(self, client, chair):
        city = Organisation.objects.get(name="云州市总工会")
        make_appointment(chair, city.posts.get(), started_on="2021-06")
        assert "没有报道" not in text_of(client.get(city.get_absolute_url(), {"on": "2030-01-01"}))
        assert "没有报道" in text_of(client.get(city.get_absolute_url(), {"on": "2021-05-31"}))

    @pytest.mark.parametrize(
        "on", ["yesterday", "2023-13", "<script>", "0000", "²", "99999999999999999999999"]
    )
    def test_an_odd_day_is_answered_with_how_to_write_one(self, client, chair, on):
        city = Organisation.objects.get(name="云州市总工会")
        answer = client.get(city.get_absolute_url(), {"on": on})
        assert "请写成2018" in text_of(answer)
        assert "<script>" not in answer.content.decode().replace("<script src", "")

    def test_is_not_found_while_only_drafts_name_it(self, client):
        body = make_organisation()
        make_mention(make_article(), body)

        assert client.get(body.get_absolute_url()).status_code == 404

    def test_twenty_people_take_as_many_queries_as_two(self, client, chair):
        body = Organisation.objects.get(name="云州市总工会")
        make_mention(make_published_article(), body)
        few = count_queries(client, body.get_absolute_url())
        for number in range(20):
            article = make_published_article(f"报道{number}")
            make_mention(article, body)
            attest(article, make_person(f"职工{number}"), make_post(f"委员{number}", body))

        assert count_queries(client, body.get_absolute_url()) == few


class TestIndexes:
    def test_people_stand_by_pinyin_with_their_main_post(self, client, chair):
        article = make_published_article()
        for name in ("张三", "曾四", "白五", "Smith"):
            make_mention(article, make_person(name))
        make_mention(make_article(), make_person("丁隐"))
        html = client.get(reverse("people:person_list")).content.decode()

        assert re.findall(r'/people/\d+/">([^<]+)', html) == ["白五", "林海生", "曾四", "张三", "Smith"]
        assert "云岭省总工会 副主席" in html

    def test_the_post_an_editor_confirmed_is_the_main_one(self, client, chair):
        make_appointment(chair, Post.objects.get(title="主席"), started_on="2020")

        assert "云州市总工会 主席" in client.get(reverse("people:person_list")).content.decode()

    def test_bodies_can_be_had_by_kind(self, client):
        article = make_published_article()
        make_mention(article, make_organisation("云州市总工会"))
        make_mention(article, make_organisation("云海公司", kind=Organisation.Kind.COMPANY))
        address = reverse("people:organisation_list")
        text = text_of(client.get(address, {"kind": "company"}))

        assert "云海公司" in text
        assert "云州市总工会" not in text
        assert client.get(address, {"kind": "nonsense"}).status_code == 404

    @pytest.mark.parametrize("name", ["people:person_list", "people:organisation_list"])
    def test_twenty_rows_take_as_many_queries_as_two(self, client, name):
        def add(numbers):
            for number in numbers:
                article = make_published_article(f"报道{number}")
                person, body = make_person(f"职工{number}"), make_organisation(f"第{number}厂工会")
                make_mention(article, person)
                make_mention(article, body)
                attest(article, person, make_post(organisation=body))

        add(range(2))
        few = count_queries(client, reverse(name))
        add(range(2, 20))

        assert count_queries(client, reverse(name)) == few

    def test_letters_lead_to_the_page_where_they_begin(self, client):
        article = make_published_article()
        for number in range(60):
            make_mention(article, make_person(f"白{number}"))
        make_mention(article, make_person("张三"))
        html = client.get(reverse("people:person_list")).content.decode()

        assert 'href="?page=2#letter-Z"' in html
        assert 'id="letter-Z"' in client.get(reverse("people:person_list"), {"page": 2}).content.decode()

    @pytest.mark.parametrize("name", ["people:person_list", "people:organisation_list"])
    def test_an_empty_index_is_a_page(self, client, name):
        assert client.get(reverse(name)).status_code == 200
