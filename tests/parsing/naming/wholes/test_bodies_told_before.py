"""Bodies that an article has named before: whose congress elects, and names of which only the end is printed again."""

import pytest

from unioncms.parsing.document import Article, Block
from unioncms.parsing.naming.recognising import recognise


def people_in(*paragraphs):
    article = Article(body=tuple(Block("paragraph", text) for text in paragraphs))
    found = recognise((article,), None, None, "\n".join(paragraphs))
    return {
        person.name: [(post.organisation, post.title) for post in person.posts] for person in found.people
    }


def test_who_is_elected_belongs_to_the_body_whose_congress_the_text_tells_of():
    union = "云州市成衣业工会联合会"
    found = people_in(
        "云州市总工会下基层。云州市总工会说，要办实事。",
        f"6月5日，{union}第一次代表大会召开，孟小川当选主席。",
        "大会还选举冉小云为副主席，钟大江当选经费审查委员会主任。",
    )
    assert found["孟小川"] == [(union, "主席")]
    assert found["冉小云"] == [(union, "副主席")]
    assert found["钟大江"] == [(f"{union}经费审查委员会", "主任")]


def test_whom_a_new_association_chooses_is_its_chair():
    union = "云州市保洁行业工会联合会"
    text = f"云州市总工会牵头成立了{union}，推选保洁员孟小川当主席。"
    assert people_in("云州市总工会说，要办实事。", text)["孟小川"] == [(union, "主席")]


@pytest.mark.parametrize(
    ("before", "text", "post"),
    [
        (
            "云州市职工法律援助中心来了一位工人。",
            "中心主任孟小川说，好。",
            ("云州市职工法律援助中心", "主任"),
        ),
        ("云州市妇幼保健院来了医生。", "由保健院护士长孟小川讲课。", ("云州市妇幼保健院", "护士长")),
        ("云州市青石工地联合工会成立。", "联合工会主席孟小川说，好。", ("云州市青石工地联合工会", "主席")),
        (
            "云州市青石工地联合工会成立。云州市总工会到场。",
            "联合工会女职工委员会主任孟小川说，好。",
            ("云州市青石工地联合工会女职工委员会", "主任"),
        ),
        ("云州市园林处开会。", "救助站站长孟小川说，好。", None),
    ],
)
def test_the_end_of_a_name_is_the_body_that_the_article_prints_so(before, text, post):
    assert people_in(before, text)["孟小川"] == ([post] if post else [])


@pytest.mark.parametrize(
    ("before", "text", "post"),
    [
        (
            "云州市保洁行业工会联合会在筹备期间走访企业，选举保洁员孟小川担任主席。",
            "",
            ("云州市保洁行业工会联合会", "主席"),
        ),
        (
            "云州市青石矿业有限公司来了客人。",
            "公司安全科科长孟小川带路。",
            ("云州市青石矿业有限公司安全科", "科长"),
        ),
        ("云州机务段工会办展览。", "检修车间主任孟小川领奖。", ("云州机务段检修车间", "主任")),
        (
            "云州市总工会与云州市人民法院签订协议。",
            "市法院副院长孟小川到场。",
            ("云州市人民法院", "副院长"),
        ),
    ],
)
def test_what_is_named_in_short_is_what_was_named_before(before, text, post):
    assert people_in(before, text)["孟小川"][-1] == post


def test_a_city_below_that_of_the_page_keeps_its_bodies():
    found = people_in(
        "榆林市总工会的网站登出各地消息，榆林市的工会都在忙。",
        "神木市总工会慰问环卫工人。",
        "市环卫中心主任孟小川说，今年要再建十个驿站。榆林、榆林、榆林。",
    )
    assert found["孟小川"] == [("榆林市环卫中心", "主任")]  # two cities are named
    found = people_in("神木市总工会慰问环卫工人。", "榆林的市环卫中心主任孟小川说，要建驿站。榆林、榆林。")
    assert found["孟小川"] == [("神木市环卫中心", "主任")]


@pytest.mark.parametrize(
    ("before", "text", "post"),
    [
        (
            "云州青石机械公司来了客人。",
            "孟小川今年46岁，是公司女子焊接班班长。",
            ("云州青石机械公司女子焊接班", "班长"),
        ),
        ("云州青石机械公司来了客人。", "孟小川是公司的首席技师。", ("云州青石机械公司", "首席技师")),
        ("", "孟小川是云州青石机械公司的化验班班长。", ("云州青石机械公司化验班", "班长")),
        (
            "云州青石机械总公司来了客人。",
            "孟小川现任总公司木工厂机修车间主任。",
            ("云州青石机械总公司木工厂机修车间", "主任"),
        ),
        ("云州青石机械公司工会开会。", "清风公司工会主席孟小川到场。", ("清风公司工会", "主席")),
        ("云州市公安局沙河大队办班。", "沙河大队副大队长孟小川讲课。", ("云州市公安局沙河大队", "副大队长")),
        ("云州市总工会办班。", "市直机关工委书记孟小川讲课。", ("云州市直机关工委", "书记")),
        ("云州市总工会办班。", "紫藤开发区总工会主席孟小川讲课。", ("紫藤开发区总工会", "主席")),
        ("云州机械公司来人。", "在云州职业技术学院，党委书记孟小川发言。", ("云州职业技术学院", "党委书记")),
        ("平利县总工会换届。", "原县教育局副局长孟小川到场。", ("平利县教育局", "原副局长")),
    ],
)
def test_what_somebody_is_at_a_body_named_before(before, text, post):
    assert people_in(before, text)["孟小川"][-1] == post


def test_the_city_of_the_page_is_meant_before_another_is_named():
    found = people_in(
        "邢台市现场会在沙河市召开，邢台市各县都来人。邢台、邢台。",
        "市委副书记冉小云讲话，市总工会主席孟小川主持，沙河市委书记钟大江致辞。",
        "人们来到沙河市职业技术教育中心和沙河市第一中学。",
    )
    assert found["冉小云"] == [("中共邢台市委", "副书记")]
    assert found["孟小川"] == [("邢台市总工会", "主席")]
    assert found["钟大江"] == [("中共沙河市委", "书记")]


def test_the_works_of_a_company_called_after_a_district_have_no_city():
    found = people_in(
        "重庆市总工会到涪陵区青菜集团有限公司云龙厂慰问，重庆市的工会都来了。",
        "厂质检科科长孟小川讲课。",
    )
    assert found["孟小川"] == [("涪陵区青菜集团有限公司云龙厂质检科", "科长")]
