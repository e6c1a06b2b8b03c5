"""Posts and bodies as the news of union sites print them."""

import pytest

from tests.parsing.naming.news import parsed, posts


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        (
            "公司召开职代会，会议由党委副书记、第三届工会主席王一川主持。",
            "王一川",
            [("公司", "党委副书记"), ("公司工会", "主席")],
        ),
        (
            "集团公司召开会员大会，集团公司党委委员、纪委书记、监察专员王一川主持。",
            "王一川",
            [("集团公司", "党委委员"), ("集团公司", "纪委书记"), ("集团公司", "监察专员")],
        ),
        ("集团公司召开会员大会，李小满同志当选为工会主席。", "李小满", [("集团公司工会", "主席")]),
        ("市人大社会建设委主任王一川到会。", "王一川", [("市人大社会建设委", "主任")]),
        ("桐庐县政协提案委员会副主任王一川到会。", "王一川", [("桐庐县政协提案委员会", "副主任")]),
        (
            "远山市委书记王一川、远山市总工会主席李小满到会。高新区管委会主任田野讲话。远山市总工会办班。",
            "田野",
            [("远山高新区管委会", "主任")],
        ),
        (
            "新区党工委副书记、工会主席王一川，工会副主席李小满到会。",
            "王一川",
            [("新区党工委", "副书记"), ("新区工会", "主席")],
        ),
        ("新区党工委副书记、工会主席王一川，工会副主席李小满到会。", "李小满", [("新区工会", "副主席")]),
        ("远山市总工会副主席李小满、民管部长田野到会。", "田野", [("远山市总工会", "民管部长")]),
        ("远山市总工会经审委员会主任王一川到会。", "王一川", [("远山市总工会经审委员会", "主任")]),
    ],
)
def test_posts(text, name, held):
    assert posts(text)[name] == held


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("远山市总工会主席周立新作大会总结，会后参观。", "周立新"),
        ("远山市总工会主席周立作主题报告。", "周立"),
        ("远山市总工会主席孟作新主持会议。", "孟作新"),
    ],
)
def test_who_gives_a_speech_is_called_without_the_verb(text, name):
    assert list(posts(text)) == [name]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("湖北省远安县总工会", "远安县总工会"),
        ("吉林敦化市总工会", "敦化市总工会"),
        ("吉林省延边朝鲜族自治州敦化市总工会", "敦化市总工会"),
        ("江门新会区总工会", "江门市新会区总工会"),
        ("肇庆市德庆县总工会", "肇庆市德庆县总工会"),
    ],
)
def test_whole_names_of_counties_and_districts(printed, name):
    assert name in {body.name for body in parsed(f"{printed}召开会议。").organisations}


def test_company_is_named_by_its_own_agreement():
    text = "集团召开职代会，通过了《远山城投集团集体合同》。会议由集团工会主席王一川主持。"
    assert posts(text)["王一川"] == [("远山城投集团工会", "主席")]
    assert "远山城投集团" in {body.name for body in parsed(text).organisations}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("大会选举刘勇为分工会主席，选举孙文为分工会委员。", {"刘勇", "孙文"}),
        ("大会推选李为民为职工代表。", {"李为民"}),
    ],
)
def test_who_is_elected_is_called_without_the_word_behind(text, names):
    assert set(posts(text)) == names


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        ("王一川代表（云州糖厂工会理事长）高票当选。", "王一川", [("云州糖厂工会", "理事长")]),
        ("县委副书记、工会主席王一川到会。", "王一川", [("县委", "副书记"), ("县总工会", "主席")]),
        ("劳工局副局长田野、主任秘书王一川到会。", "王一川", [("劳工局", "主任秘书")]),
        ("第二毛纺织厂职工王一川到会。", "王一川", [("第二毛纺织厂", "职工")]),
        (
            "云州市总工会副主席田野、市总工会经审委主任王一川到会。",
            "王一川",
            [("云州市总工会经审委", "主任")],
        ),
        ("校长助理、校工会主席王一川到会。", "王一川", [("校工会", "主席")]),
    ],
)
def test_post_in_brackets_and_of_the_body_named_before(text, name, held):
    assert posts(text)[name] == held
