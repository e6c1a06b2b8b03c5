"""Bodies: found by their endings, made whole by the place of the page."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.document import Article, Block, Contributor
from unioncms.parsing.naming.recognising import recognise


def bodies_in(*paragraphs, context="", post="", publication=None):
    contributors = (Contributor("尹小群", "author", printed_post=post),) if post else ()
    article = Article(body=tuple(Block("paragraph", text) for text in paragraphs), contributors=contributors)
    found = recognise((article,), publication, None, "\n".join([*paragraphs, context, post]))
    return {body.name: list(body.aliases) for body in found.organisations}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("宜昌市第九中学教师和市第二小学老师都来了。", ["宜昌市第九中学", "宜昌市第二小学"]),
        (
            "桐油镇总工会、鼓楼街道总工会和榛子镇工会各派一队。",
            ["桐油镇总工会", "鼓楼街道总工会", "榛子镇工会"],
        ),
        ("走访营盘乡总工会，桥头镇党委支持。", ["营盘乡总工会", "桥头镇党委"]),
        ("各乡镇总工会、辖区街道总工会到会。", []),
        ("曾任安宏汽车有限公司工程师，后任职启扬科技有限公司。", ["安宏汽车有限公司", "启扬科技有限公司"]),
        (
            "岭南省音像出版社社长兼华丽音像制作有限公司董事长到场。",
            ["岭南省音像出版社", "华丽音像制作有限公司"],
        ),
        ("云州公安部门和河口市消防局联手，明年在中国设立分公司。", ["河口市消防局"]),
        ("欧美知名游戏开发公司都来了。", []),
        ("桐庐县造船有限公司办夜校，报告送到了公司党委会上。", ["桐庐县造船有限公司"]),
        (
            "同泉煤业集团工会办班，涠洲旅居管理公司、赤水竹乡纸业公司报名。",
            ["同泉煤业集团工会", "涠洲旅居管理公司", "赤水竹乡纸业公司"],
        ),
        ("当地物业管理公司和一家建筑安装公司报名。", []),
        ("东府职业技术学院开课。", ["东府职业技术学院"]),
        ("邀请南京审计大学教师讲授工会经费管理。", ["南京审计大学"]),
        ("义和塔拉镇工会送水，云州制茶师来了。", ["义和塔拉镇工会"]),
        ("奖章获得者、中铁五局隧道工到场，骑手丁小军也来了。", ["中铁五局"]),
        ("青山街道总工会社会化工会工作者入户宣传。", ["青山街道总工会"]),
        ("云州市自来水公司抢修，自来水来了。", ["云州市自来水公司"]),
        (
            "宜昌市疾病预防控制中心、宜昌市公路养护段和宜昌市环境卫生管理站来了。",
            ["宜昌市疾病预防控制中心", "宜昌市公路养护段", "宜昌市环境卫生管理站"],
        ),
        (
            "宜昌市林业和草原局、宜昌市总工会和教育局、宜昌市发展和改革局来了。",
            ["宜昌市林业和草原局", "宜昌市总工会", "宜昌市发展和改革局"],
        ),
        ("比赛在宜昌市体育中心举行，宜昌市美术馆来了人。", ["宜昌市美术馆"]),
        ("渤海远航能源有限公司工会建链工会。", ["渤海远航能源有限公司工会"]),
        ("湖南浏阳市总工会送课，浏阳市总工会发书。", ["浏阳市总工会"]),
        ("比赛在宜昌市文化中心举行。", []),
        ("云州县总工会代表队迎战河口区代表队。", ["云州县总工会"]),
        (
            "6月27日，云州市总工会在湖南长河有色金属集团有限责任公司开展活动。",
            ["云州市总工会", "湖南长河有色金属集团有限责任公司"],
        ),
        ("走访云州市青山区总工会。", ["云州市青山区总工会"]),
        ("云州市青山区服务和引导小店经济协调领导小组开会。", ["云州市青山区服务和引导小店经济协调领导小组"]),
        ("中铁十二局集团第三工程有限公司工会举行比武。", ["中铁十二局集团第三工程有限公司工会"]),
        ("任上海瑞丰会计师事务所合伙人。", ["上海瑞丰会计师事务所"]),
        ("来自“爱心帮帮团队”的职工。", ["爱心帮帮团队"]),
        ("据《工人日报》报道。", ["工人日报"]),
        ("在航天工业部工作。", ["航天工业部"]),
        ("云州港务工会开会，港务工会和全市港务工会都来了。", ["云州港务工会"]),
        ("云州市总工会同市锻压公会签约，锻压公会发言。", ["云州市总工会", "云州市锻压公会"]),
        (
            "云州市总工会基层工作部和青山驿站到会，云州市职工驿站开门。",
            ["云州市总工会基层工作部", "青山驿站"],
        ),
        ("云州市律师协会和云州市电力行业工会签约。", ["云州市律师协会", "云州市电力行业工会"]),
        ("把桌子挪进车间，新建新形态工会，电话直通心理咨询师。", []),
        ("国美电器总裁回应了传闻。", ["国美电器"]),
        ("以党中央的部署为准。", ["中共中央"]),
        ("云州市卫生健康委员会到会。", ["云州市卫生健康委员会"]),
        ("福建山上春茶业有限公司工会开门。", ["福建山上春茶业有限公司工会"]),
        ("他所在的浔石二建公司开工。", ["浔石二建公司"]),
        ("把情况报云州市总工会办公室，撑开印着工会会徽的伞。", ["云州市总工会办公室"]),
        ("由卫冕冠军云州市教育工会队开球。", ["云州市教育工会"]),
        ("青石沟粮库和青石拖拉机厂都来了。", ["青石沟粮库", "青石拖拉机厂"]),
        (
            "云州市外卖骑手工会联合会和云州市职工互助协会来了。",
            ["云州市外卖骑手工会联合会", "云州市职工互助协会"],
        ),
        ("云州市大坪镇板桥村党支部修路。", ["云州市大坪镇板桥村党支部"]),
        ("国网云州供电公司工会、云州锅炉厂帮忙。", ["国网云州供电公司工会", "云州锅炉厂"]),
        ("据国家税务总局云州市税务局介绍，减税一亿元。", ["国家税务总局云州市税务局"]),
        ("上海市黄浦区外滩街道总工会牵头。", ["上海市黄浦区外滩街道总工会"]),
        ("云雾镇卫生院离云雾镇中心小学不远。", ["云雾镇卫生院", "云雾镇中心小学"]),
        ("在厦门远航船务有限公司连线。", ["厦门远航船务有限公司"]),
        ("青州造纸有限公司队迎战云州市第六中学队。", ["青州造纸有限公司", "云州市第六中学"]),
        ("中国邮政集团工会福建省委员会开会。", ["中国邮政集团工会福建省委员会"]),
        (
            "中铁十九局漳武高速A3项目部工会和云州市中心血站来了。",
            ["中铁十九局漳武高速A3项目部工会", "云州市中心血站"],
        ),
        ("承建方楚天筑成公司拖欠工资，施工方云州路桥公司也来了。", ["楚天筑成公司", "云州路桥公司"]),
        ("20人向云州市总工会求助，并报云州市总商会。", ["云州市总工会", "云州市总商会"]),
        ("兴业银行云州分行开业。", ["兴业银行云州分行"]),
        ("可以登录小程序或市职工服务中心的网站领取。", ["市职工服务中心"]),
        ("白银市道路货运行业工会联合会揭牌。", ["白银市道路货运行业工会联合会"]),
        ("白银市成立民宿行业工会联合会。", []),
        (
            "湖北省总工会请来省烹饪酒店行业协会副会长石小满。",
            ["湖北省总工会", "湖北省烹饪酒店行业协会"],
        ),
        ("全省烹饪酒店行业协会都来了。", []),
        ("“好邻居”家政公司的“山丹花”女职工宣讲队出发。", ["“好邻居”家政公司", "“山丹花”女职工宣讲队"]),
        ("云州大学材料科学与工程学院的报告寄到。", ["云州大学材料科学与工程学院"]),
        ("云州市机床厂总装车间班组长作了发言。", ["云州市机床厂总装车间", "云州市机床厂"]),
        ("采盐工马有福学会了看参数。", []),
        ("各县市总工会要抓好落实。", []),
        ("她坐着市总工会的车，云州市总工会派来的。", ["云州市总工会"]),
        ("他们来到条山农场，，循化水电站也在，附近农场也去了。", ["条山农场", "循化水电站"]),
        ("中国一重铸锻钢公司和云州市公路养护中心来了。", ["中国一重铸锻钢公司", "云州市公路养护中心"]),
        ("云州市总工会女职工委员会主任到会。", ["云州市总工会女职工委员会", "云州市总工会"]),
        ("比赛在云州市体育馆开幕，随后参观云州市博物馆。", []),
        ("云州市第二中学工会组织的“迎新跑”开跑。", ["云州市第二中学工会"]),
        (
            "清江大桥项目部工会和长河隧道工程项目部来了，项目部离得远。",
            ["清江大桥项目部工会", "长河隧道工程项目部"],
        ),
        ("团结镇总工会和云州市总工会法律援助工作站来了。", ["团结镇总工会", "云州市总工会法律援助工作站"]),
        ("元和观社区工会联合会来了，黄泥塘村党支部也来了。", ["元和观社区工会联合会", "黄泥塘村党支部"]),
        ("城中村工会和青年社区工会各有一本账。", []),
        ("云州市总工会权益工作一部部长到会。", ["云州市总工会权益工作一部"]),
    ],
)
def test_finds_bodies_named_as_such(text, names):
    assert list(bodies_in(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "各级工会要把职工放在心上，企业工会和乡镇工会都要行动。",
        "行业协会、基层工会、地方政府和民营企业都来了。",
        "这是湖南第一个农工会。",
        "坚持中国特色社会主义工会发展道路。",
        "构建和谐劳动关系新格局，把党和政府的关怀送到。",
        "党和政府关心职工，大力开展服务，中国工会走在前头。",
        "《云州市工会服务站管理办法》已经印发。",
        "新农村党支部、行政村工会和城中村工会都要行动。",
    ],
)
def test_leaves_kinds_of_bodies_alone(text):
    assert bodies_in(text) == {}


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("市总工会", "云州市总工会"),
        ("市总", "云州市总工会"),
        ("市委", "中共云州市委"),
        ("市政府", "云州市人民政府"),
        ("市人大常委会", "云州市人大常委会"),
        ("市职工服务中心", "云州市职工服务中心"),
        ("市总机关党委", "云州市总工会机关党委"),
    ],
)
def test_makes_short_names_whole_by_the_author_s_post(printed, whole):
    found = bodies_in(f"去年，{printed}作了安排。", post="云州市总工会副主席")
    assert printed in found[whole]


def test_the_province_of_a_listed_city_is_known():
    assert "浙江省总工会" in bodies_in("省总工会召开会议。", post="温州市总工会副主席")


def test_the_place_of_the_paper_serves_where_the_text_names_none():
    assert list(bodies_in("市总工会召开会议。", publication="云州日报"))[-1] == "云州市总工会"


def test_without_a_place_the_short_name_stays_as_printed():
    assert bodies_in("市总工会召开会议。") == {"市总工会": []}


def test_a_short_place_joins_the_longer_that_the_page_prints():
    found = bodies_in("云州市青山区总工会召开会议。", "青山区总工会随后检查，区总机关干部参加。")
    assert found == {"云州市青山区总工会": ["青山区总工会", "区总"]}


def test_short_names_of_a_company_join_it():
    found = bodies_in("云州港务集团有限公司开会。云州港务集团又买了船。")
    assert found == {"云州港务集团有限公司": ["云州港务集团"]}


def test_a_company_is_known_by_its_brand():
    found = bodies_in("云州澜帆纺织有限公司开会。云州市总工会主席到会。澜帆纺织的女工来了，澜帆有九个车间。")
    assert found["云州澜帆纺织有限公司"] == ["澜帆纺织", "澜帆"]


def test_names_in_a_list_share_the_ending_of_the_last():
    assert {"长钢工会", "长煤工会"} <= set(bodies_in("长钢、长煤、云城集团公司工会分别开展活动。"))


def test_a_numbered_list_shares_the_ending_that_one_of_it_has_elsewhere():
    found = bodies_in("瑞云纱厂的工人先停了车。", "第二天，瑞云、恒昌、同泽三厂同时罢工。")
    assert {"瑞云纱厂": ["瑞云"], "恒昌纱厂": ["恒昌"], "同泽纱厂": ["同泽"]}.items() <= found.items()


def test_a_conjunction_is_no_part_of_a_county():
    found = bodies_in("地图由霜河县总工会和县餐饮协会画成。", context="霜河县总工会 霜河县人民政府")
    assert {"霜河县总工会", "霜河县餐饮协会"} <= set(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("他在第四实验小学教书。", "第四实验小学"),
        ("记者来到红土坳煤矿。", "红土坳煤矿"),
        ("3月7日，长河机械有限公司工会组织女职工插花。", "长河机械有限公司工会"),
    ],
)
def test_numbered_schools_hills_and_unions_before_a_verb(text, name):
    assert list(bodies_in(text)) == [name]


def test_the_city_and_province_of_a_listed_county_are_known():
    text = "市总工会和省总工会来到鄄城县。"
    assert list(bodies_in(text)) == ["菏泽市总工会", "山东省总工会"]


def test_the_county_named_last_before_in_the_paragraph_has_the_union_that_is_meant():
    found = bodies_in(
        "云州市总工会办赛。",
        "青石县总工会为快递员建档，县总工会权益部说，已建三百份。",
        "霜河县总工会6月11日健步走，县总工会主席鸣枪。",
        context="青石县总工会 霜河县人民政府",
    )
    assert found["青石县总工会权益部"] == ["县总工会权益部"]
    assert found["霜河县总工会"] == ["县总工会"]


def test_the_union_of_a_place_stays_of_that_place_in_its_paragraph():
    found = bodies_in(
        "汨罗市总工会办茶话会，市总工会主席献花。", publication="岳阳日报", context="岳阳市 " * 9
    )
    assert found["汨罗市总工会"] == ["市总工会"]


def test_a_short_company_name_joins_the_one_printed_in_full():
    found = bodies_in("山东鲁帆手套集团有限公司办班，鲁帆集团董事长来了，鲁帆手套工会也来了。")
    assert list(found) == ["山东鲁帆手套集团有限公司", "山东鲁帆手套集团有限公司工会"]


@pytest.mark.parametrize(("text", "is_named"), [("本报今天改版。", True), ("建会不能只数牌子。", False)])
def test_paper_at_the_head_of_a_page_is_no_body_of_a_piece_that_does_not_speak_of_it(text, is_named):
    assert ("云州工人报" in bodies_in(text, publication="云州工人报")) == is_named


def test_district_is_below_the_city_that_the_page_prints_it_with():
    named = bodies_in(
        "昆明市五华区人大常委会听取了汇报。", "五华区总工会走访了企业。", "盘龙区总工会也来了。"
    )
    assert set(named) == {"昆明市五华区人大常委会", "昆明市五华区总工会", "昆明市盘龙区总工会"}


@pytest.mark.parametrize(
    ("context", "name"),
    [
        ("在大同市云冈区开会。", "大同市云冈区总工会"),
        ("在大同开会。", "大同市云冈区总工会"),
        ("在开封和大同开会。", "大同市云冈区总工会"),
        ("在开封开会。", "云冈区总工会"),
        ("", "云冈区总工会"),
    ],
)
def test_district_is_below_the_city_of_the_page_that_has_it(context, name):
    assert list(bodies_in("云冈区总工会开会。", context=f"{context}云冈区")) == [name]


@pytest.mark.parametrize(
    ("context", "name"),
    [
        ("鼓楼区的人从南京来。", "南京市鼓楼区总工会"),
        ("鼓楼区和鼓楼区的人从南京和福州来。", "鼓楼区总工会"),
        ("鼓楼区和鼓楼区的人来了。", "鼓楼区总工会"),
    ],
)
def test_district_of_a_common_name_is_of_the_only_city_of_the_page_that_has_one(context, name):
    assert list(bodies_in("鼓楼区总工会开会。", context=context)) == [name]


def test_the_union_that_a_piece_comes_from_says_whose_it_is():
    article = Article(
        body=(Block("paragraph", "市总工会请南昌大学教师讲课，南昌大学来了两人。"),),
        source_credit="盐城市总工会",
    )
    found = recognise((article,), None, None, f"来源：盐城市总工会\n{article.body[0].text}")
    assert [body.name for body in found.organisations] == ["盐城市总工会", "南昌大学"]


def test_a_paper_called_after_a_region_is_of_the_city_that_the_page_names():
    assert list(bodies_in("市总工会开会。", context="盐城市", publication="盐阜工人报")) == ["盐城市总工会"]


def test_a_county_that_has_since_become_a_district_is_a_place():
    text = (
        "来自宁晋县机械有限公司的工人夺得第三名。\n\n"
        "7月2日，南和县总工会接到求助，指派律师代理此案。南和县总工会副主席李小满说，县总工会将回访。\n"
    )
    document = parse(read(f"律师上门\n\n　　本报讯　{text}".encode(), "page.txt"))
    assert "南和县总工会" in {each.name for each in document.organisations}
    assert "宁晋县总工会" not in {each.name for each in document.organisations}


def test_no_body_begins_within_a_name():
    assert bodies_in("云州市总工会主席骆淑华为大家发放图书。") == {"云州市总工会": []}


@pytest.mark.parametrize(
    "text",
    [
        "地点：云州市工人文化宫。",
        "云州市工人文化宫三楼座无虚席。",
        "选手照本宣科，没有得分。",
    ],
)
def test_a_house_with_rooms_and_an_idiom_are_no_bodies(text):
    assert bodies_in(text) == {}


def test_an_audit_committee_is_spelt_out_where_the_page_does():
    found = bodies_in("云州市总工会经审委主任王小满作报告。", "经费审查委员会委员到会。")
    assert "云州市总工会经费审查委员会" in found


def test_what_is_handed_up_and_who_is_dismissed_open_no_company():
    found = bodies_in(
        "云州有色金属总公司工会开会。",
        "经工会研究，并报总公司党委同意，免去陶秀芝总公司工会办公室副主任职务。",
    )
    assert set(found) == {
        "云州有色金属总公司工会",
        "云州有色金属总公司党委",
        "云州有色金属总公司工会办公室",
    }


def test_the_movement_is_no_union():
    assert bodies_in("云州工业为全局贡献工会力量。") == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("区总工会主席王一川、果都快运公司工会主席李小满发言。", "果都快运公司工会"),
        ("比赛开始，会议现场公司工会主席李小满发言。", None),
    ],
)
def test_an_unlisted_company_fills_all_between_a_mark_and_its_kind(text, name):
    unions = {body for body in bodies_in(text) if body.endswith("公司工会") and body != "公司工会"}
    assert unions == ({name} if name else set())
