"""Whose 公司工会 and 合作社理事长 it is. All names but those of places are made up."""

import pytest

from tests.parsing.naming.posts.test_people import people_in
from unioncms.parsing.document import Contributor


@pytest.mark.parametrize(
    ("paragraphs", "person", "posts"),
    [
        (
            ("云州天河煤业公司获一等奖。", "云州海棠纺织有限公司来取经。公司工会主席石小满说要办班。"),
            "石小满",
            [("云州海棠纺织有限公司工会", "主席")],
        ),
        (
            ("海棠纺织有限公司和云州公交集团有限公司都去了。", "在海棠纺织，公司工会主席石小满做了记录。"),
            "石小满",
            [("海棠纺织有限公司工会", "主席")],
        ),
        (
            ("棉岭县天田棉业专业合作社挂出红榜。", "合作社理事长、工会主席石小满作了说明。"),
            "石小满",
            [("棉岭县天田棉业专业合作社", "理事长"), ("棉岭县天田棉业专业合作社工会", "主席")],
        ),
        (
            ("中铁十二局漳武高速项目部搭起凉棚。", "项目部经理石小满表态。"),
            "石小满",
            [("中铁十二局漳武高速项目部", "经理")],
        ),
        (
            ("云州天河机床有限公司的钳工多。", "公司工会主席、人力资源总监石小满说。"),
            "石小满",
            [("云州天河机床有限公司工会", "主席"), ("云州天河机床有限公司", "人力资源总监")],
        ),
        (
            (
                "云州市总工会、海棠区总工会来了。",
                "海棠区榨菜集团有限公司摆了一桌。",
                "集团工会主席石小满说。",
            ),
            "石小满",
            [("海棠区榨菜集团有限公司工会", "主席")],
        ),
    ],
)
def test_a_body_named_by_its_kind_is_the_one_of_that_kind_named_last_before(paragraphs, person, posts):
    assert people_in(*paragraphs)[person] == posts


@pytest.mark.parametrize(
    ("note", "posts"),
    [
        (
            "云州市总工会副主席；云州市总工 会组织部部长",
            [[("云州市总工会", "副主席")], [("云州市总工会组织部", "部长")]],
        ),
        (
            "云州市总工会主席、组织部部长",
            [[("云州市总工会", "主席")], [("云州市总工会组织部", "部长")]],
        ),
        ("云州市总工会。石小满系该会党组书记", [[], [("云州市总工会", "党组书记")]]),
        ("云州港务公司工会，作者系该公司工会副主席", [[("云州港务公司工会", "副主席")]] * 2),
    ],
)
def test_each_of_two_authors_has_his_share_of_their_note(note, posts):
    authors = tuple(Contributor(name, "author", printed_post=note) for name in ("何广福", "石小满"))
    found = people_in("把账算明白。", contributors=authors)
    assert [found["何广福"], found["石小满"]] == posts
