"""Names of listed parts: Tibetan ones of two wherever they stand, of one beside a title, none in the name of a place
or a road; Yi names of a clan and a given name; Mongolian ones beside a title."""

import pytest

from unioncms.parsing import parse, read


def people(text):
    document = parse(read(f"把账算明白\n\n{text}\n".encode(), "page.txt"))
    return {
        person.name: [(post.organisation, post.title) for post in person.posts] for person in document.people
    }


@pytest.mark.parametrize("name", ["扎西才让", "次仁卓玛", "索南多杰"])
def test_name_of_two_parts_needs_no_title(name):
    assert name in people(f"锅炉房的{name}听一听水泵的声音，就知道哪一根管子要换了。")


def test_name_of_one_part_stands_beside_a_title():
    found = people("9月9日，桐庐县总工会副主席丹增来到锅炉房，把棉衣送到工人手里。")
    assert found == {"丹增": [("桐庐县总工会", "副主席")]}


def test_title_behind_the_name():
    found = people("9月9日，桐庐县总工会的扎西才让科长来到锅炉房，把棉衣送到工人手里。")
    assert found == {"扎西才让": [("桐庐县总工会", "科长")]}


@pytest.mark.parametrize("text", ["格桑花开满了山坡。", "工人们唱起了扎西德勒。", "他们沿着德吉路往前走。"])
def test_flower_greeting_and_road_are_no_people(text):
    assert people(f"9月9日，{text}") == {}


@pytest.mark.parametrize("name", ["海来伍呷", "曲木阿依", "马黑木果"])
def test_yi_name_is_a_clan_and_a_given_name(name):
    assert name in people(f"9月9日，骑手{name}、司机王小满领到了头盔。")


@pytest.mark.parametrize("name", ["其其格", "萨仁高娃", "白斯琴"])
def test_mongolian_name_stands_behind_a_title(name):
    assert people(f"9月9日，桐庐县总工会副主席{name}来到锅炉房。") == {name: [("桐庐县总工会", "副主席")]}


@pytest.mark.parametrize(("role", "name"), [("牧民", "达来"), ("司机", "巴根")])
def test_mongolian_name_stands_behind_what_somebody_does(role, name):
    assert name in people(f"9月9日，{role}{name}的摩托车陷在泥里。")
