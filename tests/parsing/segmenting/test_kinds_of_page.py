"""Whole small pages of kinds that offices really have, each read as a sub-editor would."""

from unioncms.parsing import parse, read


def page(text, name="page.txt"):
    return parse(read(text.encode(), name))


def body(article):
    return [(block.type[0], block.text) for block in article.body]


def signed(article):
    return [(each.name, each.role) for each in article.contributors]


SITE = """首页  机构设置  工会要闻  职工服务  理论研究  信息公开
当前位置：首页 > 工会要闻 > 正文
工地学堂里的第一课
发布时间：2024-05-17 16:20    来源：白鹭市总工会    作者：岑小渔    浏览：321次    【字体：大 中 小】
分享到：  微信  微博  打印
    5月16日傍晚，地铁三号线七标段的工地学堂开了第一课，六十八名工友坐满了食堂。
    一张卡片人人有
    课后，每名工友领到一张卡片，上面印着十二个电话。
（责任编辑：苗青）
上一篇：送清凉车队开进工地
相关新闻
夜校里的十二堂课 2024-05-10
职工书屋添新书 2024-05-08
主办：白鹭市总工会 承办：白鹭市总工会宣教网络部
地址：白鹭市滨江路12号 邮编：600000
"""


def test_saved_page_of_a_site_is_one_article():
    (article,) = page(SITE).articles
    assert (article.headline, article.source_credit) == ("工地学堂里的第一课", "白鹭市总工会")
    assert [kind for kind, _ in body(article)] == ["p", "h", "p"]
    assert ("岑小渔", "author") in signed(article)


POST = """爱心早餐送到公交站台
原创 隋以宁 白鹭工会 2024-06-03 08:30 山东
点击上方蓝字 关注我们

清晨五点一刻，首班车还没有发动，站台上已经飘起豆浆的热气。

PART.01
一碗热豆浆

公司工会和街角的早点铺签了约，一百四十名早班司机每人每天一份早餐。

- END -
来源｜白鹭市公交三公司工会
作者｜隋以宁
图片｜柏小满
编辑｜苗青

往期推荐
● 职工夜校开课啦
点个“在看”，把温暖传下去
"""


def test_post_has_its_credits_below_its_end():
    document = page(POST)
    (article,) = document.articles
    assert document.published_on == "2024-06-03"
    assert article.source_credit == "白鹭市公交三公司工会"
    assert {("隋以宁", "author"), ("柏小满", "photographer")} <= set(signed(article))
    assert ("h", "一碗热豆浆") in body(article)
    assert not article.figures


def test_list_page_of_a_site_gives_its_items():
    document = page(
        "白鹭市总工会 > 基层动态\n基层动态\n\n"
        "临港区总工会：驿站添了充电柜\n发布时间：2024-07-02\n6月28日，临港区总工会给二十六个驿站装上换电柜。\n\n"
        "云台县总工会：茶园里办起课堂\n发布时间：2024-07-01\n7月1日，云台县总工会把法律课堂办到采茶工的竹棚里。\n\n"
        "上一页 1 2 3 4 下一页 共 4 页\n"
    )
    assert [(each.column, each.headline) for each in document.articles] == [
        ("基层动态", "临港区总工会：驿站添了充电柜"),
        ("基层动态", "云台县总工会：茶园里办起课堂"),
    ]
    assert "白鹭市总工会 > 基层动态" in document.discarded


NOTICE = """关于举办第六届职工书法展的通知

各县（区）总工会：

经研究，决定举办白鹭市第六届职工书法展。现将有关事项通知如下：

一、作品要求
1.内容健康，书体不限；
2.附释文和作者简介。

联系人：岑小渔
附件：报名表

白鹭市总工会
2024年8月5日
"""


def test_notice_keeps_its_rows_its_giver_and_its_day():
    document = page(NOTICE)
    (article,) = document.articles
    assert (article.genre, article.incomplete, document.published_on) == ("notice", False, "2024-08-05")
    assert [text for kind, text in body(article) if kind == "h"] == ["一、作品要求"]
    assert [text for _, text in body(article)][-4:] == [
        "联系人：岑小渔",
        "附件：报名表",
        "白鹭市总工会",
        "2024年8月5日",
    ]


def test_marked_items_of_a_week_are_articles_of_its_column():
    document = page(
        "白鹭工会一周要闻\n（7月8日—7月14日）\n\n"
        "●市总工会送清凉到机场\n7月9日，市总工会主席戚长风到白鹭机场看望地勤人员，送去防暑药品八百份。\n"
        "●教育工会办起心理热线\n7月12日，市教育工会开通教师心理热线，首日接听二十六个来电。\n"
    )
    assert [(each.column, each.headline) for each in document.articles] == [
        ("白鹭工会一周要闻", "市总工会送清凉到机场"),
        ("白鹭工会一周要闻", "教育工会办起心理热线"),
    ]


def test_letter_is_signed_below_its_regards():
    (article,) = page(
        "一双手套的下文\n\n编辑部：\n我是临港码头的一名理货员。新手套掌心是薄的，手背是厚的，谢谢想出这个办法的班长。\n"
        "此致\n敬礼！\n临港码头理货员 祝小年\n7月3日\n\n编后：办实事，就要办得合手。\n"
    ).articles
    assert [text for _, text in body(article)][-2:] == ["此致", "敬礼！"]
    assert signed(article) == [("祝小年", "author")]
    assert article.editors_note == "办实事，就要办得合手。"


def test_list_of_names_without_any_text_is_a_listing():
    (article,) = page(
        "白鹭市五一劳动奖获奖名单\n\n五一劳动奖状（2个）\n白鹭重工集团有限公司\n白鹭市公交三公司\n\n"
        "五一劳动奖章（2名）\n石大山　　白鹭重工集团有限公司焊工\n柏大勇　　白鹭市公交三公司驾驶员\n"
    ).articles
    assert (article.headline, article.genre, article.incomplete) == (
        "白鹭市五一劳动奖获奖名单",
        "listing",
        False,
    )
    assert body(article) == [
        ("h", "五一劳动奖状（2个）"),
        ("p", "白鹭重工集团有限公司"),
        ("p", "白鹭市公交三公司"),
        ("h", "五一劳动奖章（2名）"),
        ("p", "石大山 白鹭重工集团有限公司焊工"),
        ("p", "柏大勇 白鹭市公交三公司驾驶员"),
    ]


def test_digests_name_their_sources_in_lines_of_their_own():
    document = page(
        "他山之石\n\n“积分食堂”让骑手吃上热饭\n东江市总工会办起“积分食堂”，半年来发出两万四千餐。\n（摘自《东江工人报》）\n\n"
        "一封家书进车间\n北原机床厂工会请职工家属写家书，在班前会上念给大家听。\n据《北原晚报》6月12日\n"
    )
    assert [each.source_credit for each in document.articles] == ["东江工人报", "北原晚报"]
    assert [len(each.body) for each in document.articles] == [1, 1]


MARKDOWN = """# 车间里的“百宝箱”

*2024-04-12 · 来源：[白鹭职工报](http://example.com/a)*

![车间](a.jpg)

**三车间**的墙角有一只铁皮箱，里面装着一千二百条[合理化建议](http://example.com/b)。

| 年份 | 建议条数 |
| --- | --- |
| 2021 | 260 |

## 箱子往哪里去

*第一条建议*只有八个字：灯太暗了，看不清焊缝。

- 月初开箱
- 月底兑现

（记者 隋以宁）
"""


def test_markdown_has_its_words_and_not_its_marks():
    document = page(MARKDOWN, "page.md")
    (article,) = document.articles
    assert (article.source_credit, document.published_on) == ("白鹭职工报", "2024-04-12")
    assert body(article) == [
        ("p", "三车间的墙角有一只铁皮箱，里面装着一千二百条合理化建议。"),
        ("p", "| 年份 | 建议条数 |"),
        ("p", "| 2021 | 260 |"),
        ("h", "箱子往哪里去"),
        ("p", "第一条建议只有八个字：灯太暗了，看不清焊缝。"),
        ("p", "月初开箱"),
        ("p", "月底兑现"),
    ]


OCR = """老 渡 口 上 的 灯

本刊记者 隋以宁

白鹭 江边的老渡口 , 有一盏 灯亮了 四十年 。 守灯的 人叫 贺家山 ,今年六十 七岁 ; 他是 市航运 公司的退休
职工 . 每天傍晚 , 他划着小 船到江心 , 把灯点 亮 , 再划回来 .
                         — 12 —
2 0 2 3 年 1 1 月 , 公司 工会给渡口 装上了太阳能灯 ,
贺家山还是 每天去 看一眼 . 他 只带了 一截□黑的 灯芯 .
"""


def test_scanned_page_is_closed_up_and_its_hole_marked():
    document = page(OCR)
    (article,) = document.articles
    assert article.headline == "老渡口上的灯"
    assert [text for _, text in body(article)] == [
        "白鹭江边的老渡口,有一盏灯亮了四十年。守灯的人叫贺家山,今年六十七岁;他是市航运公司的退休职工."
        "每天傍晚,他划着小船到江心,把灯点亮,再划回来.",
        "2023年11月,公司工会给渡口装上了太阳能灯,贺家山还是每天去看一眼.他只带了一截□黑的灯芯.",
    ]
    assert [mark.kind for mark in document.marks] == ["missing_glyph"]
    assert document.discarded == ("— 12 —",)


def test_radicals_of_a_copied_page_become_characters():
    source = read("⼯会送清凉\n本报讯 7⽉15⽇，⽩鹭市总⼯会主席戚⻓⻛来到⼯地。\n".encode(), "page.txt")
    (article,) = parse(source).articles
    assert article.headline == "工会送清凉"
    assert body(article) == [("p", "本报讯 7月15日，白鹭市总工会主席戚长风来到工地。")]
    assert any("部首" in doubt for doubt in source.doubts)


def test_labels_of_a_saved_page_stand_apart_without_a_blank():
    source = read(
        "<html><body><h1>工地学堂里的第一课</h1><div><span>发布时间：2024-05-17</span><span>来源：白鹭市总工会</span>"
        "<span>作者：岑小渔</span></div><p>5月16日傍晚，工地学堂开了第一课，六十八名工友坐满了食堂。</p></body></html>".encode(),
        "page.html",
    )
    (article,) = parse(source).articles
    assert article.source_credit == "白鹭市总工会"
    assert signed(article) == [("岑小渔", "author")]


ONE = "县总工会把职工的事一件一件记在本子上，办成一件就划掉一件，年底请职工来查账。"
OTHER = "车间里的难处要到车间里去听，坐在办公室里想不出来，这是老师傅们教给我们的道理。"
KICKER = "守望相助 温暖同行——两位工会主席笔谈职工服务"


def test_kicker_printed_above_each_piece_stands_in_each_once():
    document = page(
        f"{KICKER}\n\n本子上的工会\n\n□记者 王一川\n\n{ONE}\n\n\n"
        f"{KICKER}\n\n车间里的道理\n\n□记者 李小满\n\n{OTHER}\n"
    )
    assert [(each.kicker, each.column, each.genre) for each in document.articles] == [
        (KICKER, None, "roundup")
    ] * 2


def test_chapter_numbers_of_a_post_are_no_figures():
    document = page(
        f"本子上的工会\n2024-06-03 08:30\n{ONE}\n01\n账本要公开\n{OTHER}\n活动定在2024\n年\n01\n月办。\n"
    )
    (article,) = document.articles
    assert ("h", "账本要公开") in body(article)
    assert body(article)[-1][1] == "活动定在2024年01月办。"


ROUND_UP = """把班组的灯拨亮

——两位班组长谈带班

炉前的规矩人人会背

白鹭市钢铁公司炼钢厂甲班班长 江浩然

炉前有三十六条规矩，新来的人一个月就背完了。背完了不等于记住了，火星子烫过眉毛才算记住。

缆车上的四十分钟

云台县索道公司维修班班长 宋小禾

索道停一次，山上的游客就要多等四十分钟。我们班七个人，把每一颗螺栓都编了号。

微评

别让奖状睡在抽屉里

发一张奖状容易，让奖状管用难。奖状发下去，该有的待遇要跟上。

光影

晨光里的塔吊

11月2日，塔吊司机正在做班前检查。 隋以宁 摄

征稿启事

本报“班组故事”栏目长期征稿，来稿请发送至邮箱。
"""


def test_kicker_of_a_round_up_ends_above_comment_photograph_and_notice():
    articles = page(ROUND_UP).articles
    assert [(each.headline, each.column, each.genre) for each in articles] == [
        ("炉前的规矩人人会背", None, "roundup"),
        ("缆车上的四十分钟", None, "roundup"),
        ("别让奖状睡在抽屉里", "微评", articles[2].genre),
        ("晨光里的塔吊", "光影", "photo"),
        ("征稿启事", None, "notice"),
    ]
    assert [bool(each.kicker) for each in articles] == [True, True, False, False, False]


def test_letter_ends_with_its_writer_above_the_next_headline():
    letter = (
        "编辑同志：\n我是化工厂的夜班工人。厂门口的路灯坏了两个月，下夜班的女工都结伴走。\n一名夜班工人\n"
    )
    digest = "老茧是勋章\n手上的茧子，是日子写下的字。读得懂的人，会向它敬礼。\n"
    first, second = page(f"读者来信\n盼着厂门口有盏灯\n{letter}文摘\n{digest}").articles
    assert (first.headline, first.column) == ("盼着厂门口有盏灯", "读者来信")
    assert [kind for kind, _ in body(first)] == ["p", "p"]
    assert (second.headline, second.column) == ("老茧是勋章", "文摘")


def test_title_below_a_cut_paragraph_is_the_next_headline():
    lead = "缆车停一次，山上的游客就要多等四十分钟。去年冬天，班长带着三个人在塔架上守了一夜，把"
    text = "食堂开到井口以后，矿工升井就能吃上热饭。采煤队的人说，抬脚就到，饭也不凉了。"
    first, second = page(f"缆车上的四十分钟\n\n{lead}\n\n把食堂办到井口上\n\n{text}\n").articles
    assert (first.headline, first.incomplete, body(first)) == ("缆车上的四十分钟", True, [("p", lead)])
    assert (second.headline, body(second)) == ("把食堂办到井口上", [("p", text)])


def test_a_scene_between_two_pieces_is_the_picture_of_the_one_above():
    first = "本报讯　9月3日，县总工会举行焊工大赛颁奖仪式，二十名焊工上台领奖，奖杯是用旧钢轨打成的。"
    second = "本报讯　9月4日，县总工会的医生到了井口，三百名矿工量了血压，医生把病历挂在灯房的墙上。"
    text = f"旧钢轨打成奖杯\n\n{first}\n（王一川）\n\n焊工在颁奖仪式上领奖\n\n病历挂到了井口\n\n{second}\n（李小满）\n"
    above, below = parse(read(text.encode(), "page.txt")).articles
    assert [each.caption for each in above.figures] == ["焊工在颁奖仪式上领奖"]
    assert (below.kicker, below.headline, below.figures) == (None, "病历挂到了井口", ())


def test_a_vertical_line_below_a_whole_text_begins_a_piece():
    essay = "灯房的账，一笔一笔写在墙上。谁领了灯，谁还了灯，看一眼就明白，三十年没有错过一回。"
    part = "1950年，灯房只有七盏灯，矿工轮着用，用完了擦干净，再交给下一个班。"
    title = "\n".join("灯房旧事︵节选︶")
    parts = f"■第一盏灯\n\n　　{part}\n\n■最后一班\n\n　　{part}\n"
    text = f"墙上的账\n青石煤矿灯房班长　王一川\n\n　　{essay}\n\n{title}\n\n{parts}"
    articles = parse(read(text.encode(), "page.txt")).articles
    assert [article.headline for article in articles] == ["墙上的账", "灯房旧事（节选）"]
