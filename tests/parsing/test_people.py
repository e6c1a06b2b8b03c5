"""People with their posts. The sentences and all people in them are made up."""

import pytest

from unioncms.parsing.document import Article, Block, Contributor, Figure
from unioncms.parsing.recognising import recognise


def people_in(*paragraphs, contributors=(), publication=None, figures=(), context=""):
    article = Article(
        body=tuple(Block("paragraph", text) for text in paragraphs),
        contributors=contributors,
        figures=figures,
    )
    found = recognise((article,), publication, None, "\n".join([*paragraphs, context]))
    return {
        person.name: [(post.organisation, post.title) for post in person.posts] for person in found.people
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市总工会主席韩文涛说，要把实事办好。", ["韩文涛"]),
        ("会议由韩文涛主持。", ["韩文涛"]),
        ("他看望了老劳模颜长平、王树茂和困难职工雷松、唐元喜。", ["颜长平", "王树茂", "雷松", "唐元喜"]),
        ("53岁的挡车工苏月琴站起来说话。", ["苏月琴"]),
        ("欧阳慧等4名职工受到表彰。", ["欧阳慧"]),
        ("周农耕同志到矿上调研。", ["周农耕"]),
        ("市总工会组织部部长孙小利主持会议。", ["孙小利"]),
        ("主席白景和说，年内再开四家。", ["白景和"]),
        ("总经理薛怀民和四名班长到场。", ["薛怀民"]),
        ("教授卢志远和研究员温晓岚当选。", ["卢志远", "温晓岚"]),
        ("她给丈夫陆广才打电话。", ["陆广才"]),
        ("纪委书记向东来宣读结果。", ["向东来"]),
        ("副局长梁亦可出席大会。", ["梁亦可"]),
        ("务工人员石满仓讨薪讨了两年。", ["石满仓"]),
        ("护士长林月容、庄妙莲到场。", ["林月容", "庄妙莲"]),
        ("副主席单立新、局长马小兰到场。", ["单立新", "马小兰"]),
        ("总统维多多将访问东京。", ["维多多"]),
        ("外交部长伊万·科罗廖夫表示欢迎。", ["伊万·科罗廖夫"]),
        ("罗德里格斯打进一球。", ["罗德里格斯"]),
        ("钟国华，管理学硕士，在矿上工作。", ["钟国华"]),
        ("主席孙明来了，李刚到会。", ["孙明", "李刚"]),
        ("吊装队长钮大江的女儿来了。", ["钮大江"]),
        ("图为检修工阮九斤与徒弟。", ["阮九斤"]),
        ("副主席鄂千山牵头，冠军元小鹃到会。", ["鄂千山", "元小鹃"]),
        ("戚红缨，云岭水泥厂工段长；", ["戚红缨"]),
        ("太爷爷凌老松点的是煤油灯。", ["凌老松"]),
        ("俄罗斯总统弗拉基米尔·普京表示欢迎。", ["弗拉基米尔·普京"]),
        ("副厂长山明志当场表态。", ["山明志"]),
        ("常务副主席龙在田，教导员雍容、院长都广博到场。", ["龙在田", "雍容", "都广博"]),
        ("万里鹏当选副主席，应景明当选主任。", ["万里鹏", "应景明"]),
        ("副主任白玉莲牵头办驿站。", ["白玉莲"]),
        ("校长贾清和，副校长都来了。", ["贾清和"]),
        ("长河机械公司的贺满仓夺得第一名。", ["贺满仓"]),
        ("二十七岁的席小雪是最年轻的技师。", ["席小雪"]),
        ("职工代表蔺大山、党巧云谈了体会。", ["蔺大山", "党巧云"]),
    ],
)
def test_finds_people_by_name_grammar_and_neighbours(text, names):
    assert list(people_in(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "高度重视职工安全，常态化开展检查，方便群众办事。",
        "应当明确责任，时刻关注，张贴公告，周密部署，严格执行。",
        "工会章程经过多次修改，经验值得推广。",
        "向阳社区和平里街道的居民曾经来过。",
        "大力弘扬劳模精神，严于律己，关心职工温暖。",
        "陈老师和张师傅都来了。",
        "首批8600张卡已经送到，这张桌子也换了。",
        "长庚站在梁上，孩子们看见梁上有灯。",
        "学习雷锋精神，传承毛泽东思想。",
        "钱少也要办，须先报名，有人来定时间，芦江边有人来画画。",
        "钱花得不多，比武的目的不在高下，仲裁庭开进职工之家。",
        "大家谈服务，他是养路工，养路工在前头走。",
        "“中国梦·劳动美”主题演讲比赛开始报名。",
        "钱数了两遍，钱有了着落，别只盯着牌子和章子，理论和管板对接。",
        "与职工同吃同干，经审委主任要管好账。",
    ],
)
def test_leaves_ordinary_words_alone(text):
    assert people_in(text) == {}


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "云州市人大常委会副主任、市总工会主席韩文涛到会。",
            {"韩文涛": [("云州市人大常委会", "副主任"), ("云州市总工会", "主席")]},
        ),
        (
            "云州市总工会党组书记、常务副主席方敏秋讲话。",
            {"方敏秋": [("云州市总工会", "党组书记"), ("云州市总工会", "常务副主席")]},
        ),
        (
            "云州市委常委、秘书长、市总工会主席吴大钢为职工颁奖。",
            {"吴大钢": [("中共云州市委", "常委"), ("中共云州市委", "秘书长"), ("云州市总工会", "主席")]},
        ),
        ("云州市委陆振华书记的讲话很实在。", {"陆振华": [("中共云州市委", "书记")]}),
        ("李开明（云州市总工会主席）出席。", {"李开明": [("云州市总工会", "主席")]}),
        ("会议选举李开明为云州市总工会主席。", {"李开明": [("云州市总工会", "主席")]}),
        (
            "李开明当选云州市总工会主席，顾长林、纪云生当选副主席。",
            {
                "李开明": [("云州市总工会", "主席")],
                "顾长林": [("云州市总工会", "副主席")],
                "纪云生": [("云州市总工会", "副主席")],
            },
        ),
        (
            "石磊明，男，汉族，1965年8月出生，现任云州钢铁集团有限公司董事、总经理。",
            {"石磊明": [("云州钢铁集团有限公司", "董事"), ("云州钢铁集团有限公司", "总经理")]},
        ),
        (
            "长钢集团公司党委书记高海明、工会主席张晓锋看望职工。",
            {"高海明": [("长钢集团公司党委", "书记")], "张晓锋": [("长钢集团公司工会", "主席")]},
        ),
        (
            "云州市委常委、组织部部长、统战部部长赵立强讲话。",
            {
                "赵立强": [
                    ("中共云州市委", "常委"),
                    ("中共云州市委", "组织部部长"),
                    ("中共云州市委", "统战部部长"),
                ]
            },
        ),
        (
            "新当选云州快哨配送服务有限公司工会主席的丁一明提了一条意见。",
            {"丁一明": [("云州快哨配送服务有限公司工会", "主席")]},
        ),
        (
            "云州煤业集团矿山救护大队一中队副队长秦明到场。",
            {"秦明": [("云州煤业集团矿山救护大队一中队", "副队长")]},
        ),
        (
            "云州港务集团有限公司“海鸥一号”船长蔡大海到会。",
            {"蔡大海": [("云州港务集团有限公司", "船长")]},
        ),
        ("　　云州港务公司，理货员卢阿土；", {"卢阿土": [("云州港务公司", "理货员")]}),
        ("云州电力公司，线路领班水建功。", {"水建功": [("云州电力公司", "线路领班")]}),
        (
            "云州市劳动人事争议仲裁院揭牌。仲裁院院长柯敬之到会。",
            {"柯敬之": [("云州市劳动人事争议仲裁院", "院长")]},
        ),
        (
            "他到云州市成衣业职业工会学艺。工会常务理事华若冰说，课教得准。",
            {"华若冰": [("云州市成衣业职业工会", "常务理事")]},
        ),
        ("云州市青山镇总工会干事龚小路到场。", {"龚小路": [("云州市青山镇总工会", "干事")]}),
        (
            "云州市公交集团有三千人。调度长孔繁江说，班长叫夏侯敬，吊装队长钮大江到场。",
            {
                "孔繁江": [("云州市公交集团", "调度长")],
                "夏侯敬": [("云州市公交集团", "班长")],
                "钮大江": [("云州市公交集团", "吊装队长")],
            },
        ),
        ("云州纺织有限公司细纱车间主任储英说。", {"储英": [("云州纺织有限公司细纱车间", "主任")]}),
        ("云州供电公司带电作业班班长关振国说。", {"关振国": [("云州供电公司带电作业班", "班长")]}),
        ("青山社区工会联合会主席麦小满说。", {"麦小满": [("青山社区工会联合会", "主席")]}),
        (
            "桂长胜当选云州市总工会主席，女骑手蒙晓琪、分拣员巴雨晴当选副主席。",
            {
                "桂长胜": [("云州市总工会", "主席")],
                "蒙晓琪": [("云州市总工会", "副主席")],
                "巴雨晴": [("云州市总工会", "副主席")],
            },
        ),
        (
            "云州市第一中学校长梅清源、工会主席冷如松陪同。",
            {"梅清源": [("云州市第一中学", "校长")], "冷如松": [("云州市第一中学工会", "主席")]},
        ),
        ("云州市总工会派出指导员白敬川。", {"白敬川": [("云州市总工会", "指导员")]}),
        ("云州市职业中学的教师阎向荣来了。", {"阎向荣": [("云州市职业中学", "教师")]}),
        ("石桥村工会委员会主席邰有粮讲话。", {"邰有粮": [("石桥村工会委员会", "主席")]}),
        ("云州市副市长赵大海到会。", {"赵大海": [("云州市人民政府", "副市长")]}),
        ("习近平总书记作出指示。", {"习近平": [("中共中央", "总书记")]}),
        ("云州市教育局局长李开明兼工会主席。", {"李开明": [("云州市教育局", "局长")]}),
    ],
)
def test_reads_posts_with_whole_organisation_names(text, posts):
    assert people_in(text) == posts


def test_a_leader_called_by_surname_is_the_leader():
    assert people_in("习总书记在会上讲话。") == {"习近平": [("中共中央", "总书记")]}


def test_company_posts_take_the_company_named_before():
    found = people_in("云州长河纺织有限公司召开协商会。公司总经理薛怀民、公司工会主席孟采芹参加。")
    assert found["薛怀民"] == [("云州长河纺织有限公司", "总经理")]
    assert found["孟采芹"] == [("云州长河纺织有限公司工会", "主席")]


def test_a_group_is_the_group_named_before():
    found = people_in("云州钢铁集团有限公司召开职代会。集团公司党委书记、董事长俞国良作报告。")
    assert found["俞国良"] == [("云州钢铁集团有限公司党委", "书记"), ("云州钢铁集团有限公司", "董事长")]


def test_a_contributor_has_the_post_printed_beside_the_name():
    author = Contributor("尹小群", "author", printed_post="云州市青山区总工会副主席")
    assert people_in("工会要办实事。", contributors=(author,)) == {
        "尹小群": [("云州市青山区总工会", "副主席")]
    }


def test_a_reporter_is_of_the_paper_only_where_the_page_names_it():
    reporter = Contributor("王小刚", "reporter")
    assert people_in("工会办实事。", contributors=(reporter,), publication="云州日报")["王小刚"] == [
        ("云州日报", "记者")
    ]
    assert people_in("工会办实事。", contributors=(reporter,))["王小刚"] == []


def test_whom_a_piece_names_often_is_a_person_though_each_mention_is_faint():
    texts = ("谷幽兰走在山路上，谷幽兰不说话。", "“手上不停。”谷幽兰说。", "谷幽兰撑开一把伞。")
    assert list(people_in(*texts)) == ["谷幽兰"]
    assert people_in(texts[0]) == {}


def test_passages_point_at_the_printed_name():
    article = Article(
        headline="韩文涛看望职工",
        body=(Block("paragraph", "“雨大。”云州市总工会主席韩文涛说。韩文涛还看望了王树茂。"),),
        figures=(Figure("韩文涛和职工在一起"),),
    )
    found = recognise((article,), None, None, "")
    texts = {
        "headline": article.headline,
        "body": article.body[0].text,
        "caption": article.figures[0].caption,
    }
    passages = next(person.passages for person in found.people if person.name == "韩文涛")
    assert [passage.field for passage in passages] == ["headline", "body", "body", "caption"]
    assert all(
        texts[passage.field][passage.start : passage.end] == passage.text == "韩文涛" for passage in passages
    )


def test_a_longer_name_is_not_the_shorter_one_inside_it():
    found = people_in("记者王晓霞说，主席王晓到了。", "主席王晓说，王晓霞来了。")
    assert sorted(found) == ["王晓", "王晓霞"]


def test_each_article_that_prints_a_post_has_a_mention_of_it():
    texts = (
        "云州市总工会主席韩文涛到会，云州市总工会主席韩文涛讲话。",
        "韩文涛走进车间。",
        "云州市总工会主席韩文涛看望职工。",
    )
    articles = tuple(Article(body=(Block("paragraph", text),)) for text in texts)
    (person,) = recognise(articles, None, None, "\n".join(texts)).people
    (post,) = person.posts
    assert [(each.article, each.passage.start) for each in post.mentions] == [(0, 0), (2, 0)]


def test_a_post_beside_a_byline_is_mentioned_in_that_article():
    texts = ("云州市总工会主席韩文涛到会。", "工会要有担当。")
    author = Contributor("韩文涛", "author", printed_post="云州市总工会主席")
    articles = (
        Article(body=(Block("paragraph", texts[0]),)),
        Article(body=(Block("paragraph", texts[1]),), contributors=(author,)),
    )
    (person,) = recognise(articles, None, None, "\n".join(texts)).people
    (post,) = person.posts
    assert {each.article: bool(each.passage) for each in post.mentions} == {0: True, 1: False}


@pytest.mark.parametrize(
    ("text", "name", "posts"),
    [
        (
            "云州市委常委、秘书长，市总工会主席高文远出席。",
            "高文远",
            [("中共云州市委", "常委"), ("中共云州市委", "秘书长"), ("云州市总工会", "主席")],
        ),
        ("云州市总工会副主席段国强、芮小兰参加。", "芮小兰", [("云州市总工会", "副主席")]),
        ("云州市总工会主席段国强、职工芮小兰参加。", "芮小兰", []),
        ("选举柏青松为云州市总工会第十届委员会主席。", "柏青松", [("云州市总工会", "主席")]),
        (
            "云州市总工会副主席、机关党委书记兼女工委主任欧阳春兰来了。",
            "欧阳春兰",
            [("云州市总工会", "副主席"), ("云州市总工会机关党委", "书记"), ("云州市总工会", "女工委主任")],
        ),
        ("芦汀县人社局局长应国庆、工信局副局长柴进参加。", "柴进", [("芦汀县工信局", "副局长")]),
        ("云岭能源公司董事长贺长庚，工会主席席小军陪同。", "席小军", [("云岭能源公司工会", "主席")]),
        ("秦朗前年拜贺铁生为师，如今是云州救护大队副队长。", "秦朗", [("云州救护大队", "副队长")]),
        ("方守业，男，1971年生，云州港务集团总经理，高级技师。", "方守业", [("云州港务集团", "总经理")]),
    ],
)
def test_posts_reach_over_commas_lists_and_sessions(text, name, posts):
    assert people_in(text, context="云州市总工会 云州市人民政府")[name] == posts


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "云州长河轴承有限公司开会。磨工车间班组长武建国说，机电班班长柴小军也到了。",
            {
                "武建国": [("云州长河轴承有限公司磨工车间", "班组长")],
                "柴小军": [("云州长河轴承有限公司机电班", "班长")],
            },
        ),
        (
            "云州技术学院院长熊若海、机电工程系主任乔志明、校工会主席邵玉兰到场。",
            {
                "熊若海": [("云州技术学院", "院长")],
                "乔志明": [("云州技术学院机电工程系", "主任")],
                "邵玉兰": [("云州技术学院工会", "主席")],
            },
        ),
        (
            "云州机械厂办讲堂。厂党委书记崔凤山、厂长葛树林到场。",
            {"崔凤山": [("云州机械厂党委", "书记")], "葛树林": [("云州机械厂", "厂长")]},
        ),
        (
            "慰问云州市公安局交警支队。支队长陶建国、教导员雍和平座谈。",
            {"陶建国": [("云州市公安局交警支队", "支队长")], "雍和平": [("云州市公安局交警支队", "教导员")]},
        ),
        (
            "增补满庭芳、佘长河为云州市总工会第七届委员会委员。",
            {
                "满庭芳": [("云州市总工会第七届委员会", "委员")],
                "佘长河": [("云州市总工会第七届委员会", "委员")],
            },
        ),
        ("免去麻素珍云州市总工会权益保障部部长职务。", {"麻素珍": [("云州市总工会权益保障部", "部长")]}),
        ("云州市总工会副主席（主持工作）宋晓光讲话。", {"宋晓光": [("云州市总工会", "副主席")]}),
        ("蓝小春是云州公交集团的一名驾驶员。", {"蓝小春": [("云州公交集团", "驾驶员")]}),
        ("云州街道驿站站长是快递员蓝小春。", {"蓝小春": [("云州街道驿站", "站长")]}),
        (
            "云州市总工会机关党委书记、二级调研员俞成到场。",
            {"俞成": [("云州市总工会机关党委", "书记"), ("云州市总工会", "二级调研员")]},
        ),
    ],
)
def test_posts_in_parts_and_kinds_of_bodies(text, posts):
    assert people_in(text, context="云州市总工会 云州市人民政府") == posts


def test_of_several_schools_a_bare_title_is_of_the_one_named_before_in_its_paragraph():
    found = people_in("云州第一中学办了驿站。", "青山小学也办了一个，校长贾清波很满意。", "校长来了。")
    assert found["贾清波"] == [("青山小学", "校长")]


def test_shops_and_shifts_are_no_bodies_of_their_own():
    texts = "云州长河轴承有限公司开会。磨工车间班组长武建国说好。"
    found = recognise((Article(body=(Block("paragraph", texts),)),), None, None, texts).organisations
    assert [body.name for body in found] == ["云州长河轴承有限公司"]


def test_the_union_of_a_printed_post_is_of_the_body_before_it():
    author = Contributor("伍小舟", "author", printed_post="云州市机关幼儿园园长、工会主席")
    assert people_in("工会要有担当。", contributors=(author,))["伍小舟"] == [
        ("云州市机关幼儿园", "园长"),
        ("云州市机关幼儿园工会", "主席"),
    ]
