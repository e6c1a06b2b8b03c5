"""Which city a page speaks from: names of people tell of none, and a county may go without its level throughout."""

import pytest

from unioncms.parsing import parse, read


def parsed(text):
    return parse(read(f"把账算明白\n\n9月9日，{text}\n".encode(), "page.txt"))


def bodies(text):
    return {body.name for body in parsed(text).organisations}


def people(text):
    return {person.name for person in parsed(text).people}


@pytest.mark.parametrize(
    "names",
    ["市总工会领导李海燕、王立新、武威、田小满等出席会议", "还看望了劳动模范张安顺。张安顺说，家里都好"],
)
def test_names_of_people_tell_of_no_place(names):
    assert "市总工会" in bodies(f"市总工会召开会议。{names}。")


def test_place_is_told_by_its_own_name_all_the_same():
    assert "武威市总工会" in bodies("市总工会召开会议，武威的产改有了新办法。")


@pytest.mark.parametrize(
    ("text", "union"),
    [
        ("市总工会办起大冶技工学堂。大冶技工的牌子越擦越亮。", "大冶市总工会"),
        ("县总工会召开会议，为推动桐庐高质量发展建功。", "桐庐县总工会"),
        ("市总工会组织劳模赴井冈山疗休养，来自井冈山的讲解员说得好。", "市总工会"),
        ("市总工会办班。日子富裕，生活富裕。", "市总工会"),
    ],
)
def test_county_may_go_without_its_level(text, union):
    assert union in bodies(text)


def test_page_that_prints_another_place_is_not_of_a_bare_county():
    text = "市总工会办起大冶技工学堂。大冶技工的牌子越擦越亮，远山市总工会也来学。"
    assert "大冶市总工会" not in bodies(text)


def test_page_of_a_site_that_is_called_after_its_county():
    text = "慰问劳模\n来源：桐庐人才网\n\n9月9日，县总工会主席王一川到县里慰问劳模。\n"
    document = parse(read(text.encode(), "page.txt"))
    assert "桐庐县总工会" in {body.name for body in document.organisations}


def test_namesake_of_a_place_in_a_list_of_people_is_one():
    assert "武威" in people("市总工会领导李海燕、王立新、武威、田小满等出席会议。")
    assert "武威" not in people("李海燕先后到张掖、武威、金昌等地看望劳模。")


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("工会给环卫工人准备了花露水、毛巾和凉茶。", {"花露水"}),
        ("慰问组为职工送上白糖、花露水、风油精等物资。", {"花露水", "风油精"}),
        ("调研组先后走进城关镇、白石乡、罗庄镇等乡镇。", {"罗庄镇", "白石乡"}),
    ],
)
def test_gifts_and_towns_are_no_people(text, things):
    assert not things & people(text)
