"""Rows that a column ends and that look like headlines; headlines set vertically that end like columns' names."""

from unioncms.parsing import parse, read
from unioncms.parsing.reflow import Paragraph
from unioncms.parsing.segmenting.items import Item
from unioncms.parsing.segmenting.named_columns import is_long_vertical
from unioncms.parsing.traced import Traced

PAGE = """\
夜班食堂添了热汤

本报讯 4月18日，青石县总工会走访夜班食堂，职工反映夜里的饭菜凉得太快。

这次走访采取“看一眼、尝一口、问一句”的办法，食堂的老厨师赵

渡口书屋换了新灯

本报讯 4月19日，渡口书屋换上了二十盏新灯，老船工周大河说，字看得清了。

书屋的登记簿已经用到第九本，管理员把每一本都收在柜子里，谁想看就

井口挂上了急救箱

本报讯 4月20日，云台煤矿在每个井口挂上急救箱，矿工升井时顺手就能拿到。

矿医院的医生每月来一回，手把手地教矿工包扎，教到第三回，矿工们自己就

码头添了一排长椅

本报讯 4月21日，白鹭码头添了一排长椅，等船的人坐下来歇脚，船工们也来坐一坐。

（郑守田）

丽君当场端出一碗热汤，说从今晚起汤桶都包上棉套。

（何晓兰）

能翻到自己借过的书。书屋还要添一张长桌。

（苗青）

会给同伴包扎了。

（李小满）
"""


def test_a_row_in_mid_sentence_is_no_headline_on_a_page_of_cut_texts():
    soup, lamps, *_ = parse(read(PAGE.encode(), "page.txt")).articles
    assert (soup.headline, lamps.headline) == ("夜班食堂添了热汤", "渡口书屋换了新灯")
    assert soup.body[1].text.startswith("这次走访采取")
    assert soup.body[1].text.endswith("老厨师赵丽君当场端出一碗热汤，说从今晚起汤桶都包上棉套。")
    assert (lamps.kicker, lamps.body[-1].text[-8:]) == (None, "还要添一张长桌。")


VERTICAL = "\n".join("林海车间唱响劳动者之歌")


def test_a_long_vertical_line_is_the_headline():
    page = (
        f"青石职工 2021年4月29日 第2版\n\n{VERTICAL}\n\n青石县表彰劳动模范\n\n"
        "本报讯 4月28日，青石县表彰劳动模范大会在县文化馆召开，三十名职工披红戴花上台领奖。\n\n"
        "灯房里的一夜\n\n灯房班长王一川守着三百盏矿灯，一直守到天亮。\n"
    )
    first, *_ = parse(read(page.encode(), "page.txt")).articles
    assert (first.headline, first.column) == ("林海车间唱响劳动者之歌", None)


def test_a_short_vertical_line_may_be_a_column():
    def item(words):
        text = Traced(words, ((0, 0),))
        return Item("title", Paragraph(text, ((0, len(words)),), is_vertical=True))

    assert [is_long_vertical(item(words)) for words in ("劳动者之歌", "林海车间唱响劳动者之歌")] == [
        False,
        True,
    ]
