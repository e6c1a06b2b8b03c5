"""Posts that stand behind a verb, in a body that the article names elsewhere or the sentence before the verb."""

import pytest

from tests.parsing.naming.posts.test_people import people_in


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        (
            "云州水产公司在码头边，劳模钱菊花是公司一车间的质检班长。",
            "钱菊花",
            ("云州水产公司一车间", "质检班长"),
        ),
        ("李小满是云州水产合作社的女工组长。", "李小满", ("云州水产合作社", "女工组长")),
        (
            "云州机械公司去年换届，徒弟孟小丽当选为公司工会女职工委员会主任。",
            "孟小丽",
            ("云州机械公司工会女职工委员会", "主任"),
        ),
        ("徒弟王一川去年当上了云州机械公司质检站站长。", "王一川", ("云州机械公司质检站", "站长")),
        (
            "职工王一川还有一个身份——云州建设有限公司项目部党支部书记。",
            "王一川",
            ("云州建设有限公司项目部", "党支部书记"),
        ),
        (
            "农民工王一川夺得第一名，随后就被云州建设有限公司项目部聘为钢筋班副班长。",
            "王一川",
            ("云州建设有限公司项目部钢筋班", "副班长"),
        ),
        (
            "徒弟王一川在云州座椅有限公司被破格聘为公司工艺部副部长。",
            "王一川",
            ("云州座椅有限公司工艺部", "副部长"),
        ),
        ("劳模王一川是来自云州钢铁公司的高炉炉长。", "王一川", ("云州钢铁公司", "高炉炉长")),
    ],
)
def test_post_behind_a_verb(text, name, post):
    assert people_in(text)[name] == [post]


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        (
            "1922年11月，云州车站工人俱乐部成立，机务工人郝长庚被推举为委员长。",
            "郝长庚",
            ("云州车站工人俱乐部", "委员长"),
        ),
        (
            "云州市女职工艺术团成立于2019年，团长程小梅爱唱歌。",
            "程小梅",
            ("云州市女职工艺术团", "团长"),
        ),
        ("云州市工人文化宫新开六门课，主任鲍晓燕来教唱歌。", "鲍晓燕", ("云州市工人文化宫", "主任")),
        ("云州轴承集团的慰问团昨日启程，团长解庆堂带队。", "解庆堂", None),
    ],
)
def test_bare_title_is_of_the_one_body_that_has_it(text, name, post):
    assert people_in(text)[name] == ([post] if post else [])


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "云州市总工会选举王小满、药建新（兼职）为副主席。",
            {"王小满": [("云州市总工会", "副主席")], "药建新": [("云州市总工会", "副主席")]},
        ),
        (
            "云州市总工会换届，王小满当选为主席，冀玉兰、药小杰（挂职）当选为副主席。",
            {
                "王小满": [("云州市总工会", "主席")],
                "冀玉兰": [("云州市总工会", "副主席")],
                "药小杰": [("云州市总工会", "副主席")],
            },
        ),
    ],
)
def test_all_of_a_list_are_elected(text, posts):
    assert people_in(text) == posts


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("甘肃陇原律师事务所律师王小满主讲。", "王小满", ("甘肃陇原律师事务所", "律师")),
        ("云州市总工会聘请的法律顾问王小满主讲。", "王小满", ("云州市总工会", "法律顾问")),
    ],
)
def test_employer_before_what_somebody_does(text, name, post):
    assert people_in(text)[name] == [post]


def test_member_of_an_assembly():
    posts = people_in("云州县政协委员王小满当选为云州县渔业工会主席。")["王小满"]
    assert ("云州县政协", "委员") in posts
