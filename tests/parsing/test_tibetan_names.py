"""Tibetan names: of two parts wherever they stand, of one beside a title; none in the name of a place or a road."""

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
