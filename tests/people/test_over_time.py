"""Pages that tell of posts and bodies over time: what a report states, the tree, former names."""

import re

import pytest

from articles.models import Attestation
from people.models import AliasKind, Organisation, OrganisationLink
from tests.factories import (
    make_appointment,
    make_article,
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


def attest(article, person, post, **values) -> Attestation:
    return Attestation.objects.create(
        article=article,
        name=person.name,
        organisation_name=post.organisation.name,
        title=post.title,
        person=person,
        post=post,
        state=MatchState.MATCHED,
        attested_on=article.published_on,
        **values,
    )


def make_public(name: str) -> Organisation:
    body = make_organisation(name)
    make_mention(make_published_article(f"{name}的消息"), body)
    return body


def link(body: Organisation, kind: str, other: Organisation, **dates) -> OrganisationLink:
    return OrganisationLink.objects.create(organisation=body, kind=kind, other=other, **dates)


def text_at(client, record, **query) -> str:
    return text_of(client.get(record.get_absolute_url(), query))


class TestPosts:
    @pytest.fixture
    def chair(self):
        """Elected, seen in between, and removed, as four reports tell."""
        person, post = make_person(), make_post()
        for headline, day, change in (
            ("换届", "2016-03-01", "elected"),
            ("座谈", "2018-05-01", ""),
            ("任免", "2021-07-01", "removed"),
            ("回忆", "2023-01-01", ""),
        ):
            article = make_published_article(headline, published_on=day)
            make_mention(article, person)
            attest(article, person, post, change=change)
        return person

    def test_each_line_cites_the_report_it_rests_on(self, client, chair):
        assert (
            "最早见报、当选：2016年3月1日《换届》免去：2021年7月1日《任免》最近见报：2023年1月1日《回忆》共4篇报道"
        ) in text_at(client, chair)
        body = Organisation.objects.get()
        assert "最早见报、当选：《换届》免去：《任免》最近见报：《回忆》" in text_at(client, body)

    def test_a_title_changed_since_its_release_is_not_cited(self, client, chair):
        article = chair.attestations.get(article__headline="任免").article
        article.released = {
            **dict.fromkeys(article.RELEASED_FIELDS, ""),
            "headline": "发布时的标题",
            "published_on": None,
            "contributions": [],
            "figures": [],
        }
        article.save()
        for record in (chair, Organisation.objects.get()):
            text = text_at(client, record)
            assert "免去" in text
            assert "《发布时的标题》" in text
            assert "《任免》" not in text

    def test_a_change_that_only_a_draft_tells_is_not_shown(self, client, chair):
        attest(
            make_article("草稿", published_on="2024-01-01"),
            chair,
            chair.attestations.first().post,
            change="retired",
        )
        assert "退休" not in text_at(client, chair)

    def test_the_drawing_names_its_signs_and_has_the_list_as_its_equal(self, client, chair):
        html = client.get(chair.get_absolute_url()).content.decode()
        drawing = html.partition('<figure class="timeline">')[2].partition("</figure>")[0]
        assert 'role="img" aria-label="任职时间图' in drawing
        assert "timeline-inferred" in drawing
        assert "首末两次见报之间" in drawing
        assert "已确认的任期" not in drawing
        assert "style=" not in drawing
        assert "任职时间图" not in html.partition("</figure>")[2]

    def test_a_person_of_one_report_has_no_drawing(self, client):
        person = make_person()
        article = make_published_article()
        make_mention(article, person)
        attest(article, person, make_post())
        assert '<figure class="timeline">' not in client.get(person.get_absolute_url()).content.decode()

    @pytest.mark.parametrize(
        ("on", "told"), [("2018", True), ("2016-03-01", True), ("2015", False), ("2023-02", False)]
    )
    def test_tells_what_a_person_was_on_a_day(self, client, chair, on, told):
        text = text_at(client, chair, on=on)
        assert ("在任云州市总工会主席" in text) is told
        assert ("没有报道或任期" in text) is not told

    @pytest.mark.parametrize("on", ["<b>", "0000", "2023-13", "9" * 5000, "²"])
    def test_an_odd_day_is_answered_with_how_to_write_one(self, client, chair, on):
        answer = client.get(chair.get_absolute_url(), {"on": on})
        assert "请写成2018" in text_of(answer)
        assert "<b>" not in answer.content.decode()


class TestTree:
    def test_shows_the_way_from_the_highest_body_down(self, client):
        nation, province, city = (
            make_public(name) for name in ("全国总工会", "云岭省总工会", "云州市总工会")
        )
        link(city, "subordinate", province)
        link(province, "subordinate", nation)
        html = client.get(city.get_absolute_url()).content.decode()
        path = html.partition('class="tree-path"')[2].partition("</nav>")[0]
        assert re.findall(r">([^<>\s]+)</(?:a|li)>", path) == ["全国总工会", "云岭省总工会", "云州市总工会"]

    def test_an_earlier_parent_stands_apart_with_its_dates(self, client):
        now, before, city = (make_public(name) for name in ("云岭省总工会", "云海省总工会", "云州市总工会"))
        link(city, "subordinate", before, started_on="1950", ended_on="1988")
        link(city, "subordinate", now, started_on="1988")
        assert "隶属云海省总工会1950年至1988年" in text_at(client, city)
        assert "下属单位1家云州市总工会1988年起" in text_at(client, now)

    def test_guidance_stands_apart(self, client):
        guide, body = make_public("云岭省总工会"), make_public("云岭海员工会")
        link(body, "guidance", guide, ended_on="2010-05")
        assert "业务指导云岭省总工会至2010年5月" in text_at(client, body)
        assert "业务指导的单位1家云岭海员工会至2010年5月" in text_at(client, guide)
        assert "tree-path" not in client.get(body.get_absolute_url()).content.decode()

    def test_a_ring_ends_where_it_closes(self, client):
        one, two, three = (make_public(name) for name in ("甲县总工会", "乙县总工会", "丙县总工会"))
        for body, other in ((one, two), (two, three), (three, one)):
            link(body, "subordinate", other)
        assert "丙县总工会乙县总工会甲县总工会" in text_at(client, one)

    def test_what_is_not_public_is_not_told(self, client):
        city, hidden = make_public("云州市总工会"), make_organisation("云海协会")
        for kind in OrganisationLink.Kind.values:
            link(city, kind, hidden)
            link(hidden, kind, city)
        assert "云海协会" not in client.get(city.get_absolute_url()).content.decode()

    def test_children_are_paged_and_a_hundred_take_as_many_queries_as_two(self, client):
        province = make_public("云岭省总工会")
        children = [make_public(f"云岭第{number:02}厂工会") for number in range(40)]
        for child in children[:2]:
            link(child, "subordinate", province)
        few = count_queries(client, province.get_absolute_url())
        for child in children[2:]:
            link(child, "subordinate", province)
        assert count_queries(client, province.get_absolute_url()) == few
        assert "云岭第39厂工会" not in text_at(client, province)
        assert "云岭第39厂工会" in text_at(client, province, below=2)


class TestFormerNames:
    @pytest.fixture
    def line(self):
        """Called three names one after another; another body went into it."""
        first, second, now, other = (
            make_public(name) for name in ("云州工会", "云州市工会联合会", "云州市总工会", "云州店员工会")
        )
        link(first, "renamed", second, started_on="1953-05")
        link(second, "renamed", now, started_on="1988")
        link(other, "merged", now, started_on="1960-02-03")
        return first, second, now, other

    def test_the_present_page_says_what_the_body_was_called_when(self, client, line):
        assert (
            "沿革云州工会1953年5月更名云州店员工会1960年2月3日并入云州市工会联合会1953年5月起，1988年更名"
            "云州市总工会1988年起，今名"
        ) in text_at(client, line[2])

    def test_former_addresses_lead_to_the_line_that_names_them(self, client, line):
        first, second, now, other = line
        for body in (first, second, other):
            answer = client.get(body.get_absolute_url())
            assert answer.status_code == 301
            assert answer["Location"] == f"{now.get_absolute_url()}#former-{body.pk}"
            assert f'id="former-{body.pk}"' in client.get(answer["Location"]).content.decode()

    def test_people_articles_and_events_of_the_former_names_are_on_the_present_page(self, client, line):
        first, _, now, _ = line
        person, event = make_person(), make_event("五一纪念会")
        article = make_published_article("早年的报道", published_on="1951-05-01")
        make_mention(article, person)
        make_mention(article, event)
        attest(article, person, make_post("主席", first))
        event.participations.create(organisation=first, role="organiser")
        text = text_at(client, now)
        assert "主席林海生在云州工会1951年5月1日见报《早年的报道》" in text
        assert "五一纪念会" in text
        assert "云州工会的消息" in text
        assert "主席林海生" in text_at(client, now, on="1951-05")

    def test_a_former_name_kept_as_an_alias_stands_in_the_history(self, client):
        body = make_public("云州市总工会")
        body.aliases.create(
            name="云州总工会筹备处", kind=AliasKind.FORMER, used_from="1949", used_until="1950"
        )
        body.aliases.create(name="市总", kind=AliasKind.SHORT)
        text = text_at(client, body)
        assert "沿革云州总工会筹备处1949年起，1950年更名云州市总工会1950年起，今名" in text
        assert "简称市总" in text

    def test_bodies_that_lead_to_one_another_each_stay(self, client):
        one, two = make_public("甲县总工会"), make_public("乙县总工会")
        link(one, "renamed", two)
        link(two, "renamed", one)
        for body in (one, two):
            assert client.get(body.get_absolute_url()).status_code == 200

    def test_a_body_that_was_divided_keeps_its_page(self, client):
        whole, left, right = (make_public(name) for name in ("云州地区工会", "云州市总工会", "云海市总工会"))
        link(whole, "renamed", left)
        link(whole, "renamed", right)
        text = text_at(client, whole)
        assert "更名为云州市总工会" in text
        assert "更名为云海市总工会" in text
        assert "前身云州地区工会" in text_at(client, left)
        assert "沿革" not in text_at(client, left)

    def test_nothing_leads_to_or_through_a_body_that_is_not_public(self, client):
        old, hidden, now = make_public("云州工会"), make_organisation("云海协会"), make_public("云州市总工会")
        link(old, "renamed", hidden)
        link(hidden, "renamed", now)
        assert client.get(old.get_absolute_url()).status_code == 200
        assert "云州工会" not in text_at(client, now).replace("云州市总工会", "")
        assert client.get(hidden.get_absolute_url()).status_code == 404

    def test_twelve_holders_under_a_former_name_take_as_many_queries_as_two(self, client, line):
        first, _, now, _ = line
        article = make_published_article("早年的报道")

        def add(numbers):
            for number in numbers:
                person = make_person(f"职工{number}")
                make_mention(article, person)
                attest(article, person, make_post(f"委员{number}", first))
                make_appointment(person, make_post(f"部长{number}", first), started_on="1950")

        add(range(2))
        few = count_queries(client, now.get_absolute_url())
        add(range(2, 12))
        assert count_queries(client, now.get_absolute_url()) == few

    def test_a_body_of_one_name_takes_few_queries(self, client, django_assert_num_queries):
        body = make_public("云州市总工会")
        with django_assert_num_queries(15):
            client.get(body.get_absolute_url())
