"""What ends as a body does and is none where it stands: a house, the place of an occasion, a word in the title of a
paper."""

import re

from unioncms.parsing.naming.bodies.mention import Mention

VENUES = (
    "体育馆",
    "文化馆",
    "文化宫",
    "图书馆",
    "博物馆",
    "少年宫",
    "文化站",
    "剧院",
    "艺术馆",
    "纪念馆",
    "科技馆",
    "美术馆",
    "体育中心",
    "文化中心",
    "活动中心",
    "展览中心",
    "会展中心",
)
AT, INTO = ("在", "从", "到"), ("来到", "走进", "参观", "参观了", "前往")
BUILDS = ("加快", "推进", "建设", "新建", "改造", "建成", "建起", "修建", "扩建")
BUILDING = ("建设", "建成", "建起", "改造", "升级", "装修", "维修", "扩建", "修缮")
# 市工人文化宫|三楼, 地点：|市工人文化宫: a house with rooms
ROOM = re.compile(
    r"[一二三四五六七八九十\d]{1,2}[楼层号]|剧场|会议室|大厅|报告厅|礼堂|门[前口]|[东西南北]?广场|[内里]|展出"
)
ADDRESS = ("地点：", "地址：")
HOUSES = ("大厦", "大楼", "大会堂")
OF_THE_MOVEMENT = ("力量", "智慧", "担当", "元素", "声音")
HOUSE_ENDS = ("公司", "集团", "厂", "矿")
OF_A_HOUSE = re.compile(r"[^》]{0,8}?(?:集体(?:合同|协议)|协议书|章程|条例|制度|办法)")


def is_house(mention: Mention, text: str) -> bool:
    """彌敦道工會|大廈: a house, and no union; nor is the movement in 贡献工会|力量."""
    is_union = mention.text.endswith("工会") and not mention.text.endswith("总工会")
    return is_union and text.startswith((*HOUSES, *OF_THE_MOVEMENT), mention.end)


def is_venue(mention: Mention, text: str) -> bool:
    """在县体育馆|落幕, 参观云州博物馆, 推进市工人文化宫|改造: where something takes place or what is built."""
    if not mention.text.endswith(VENUES):
        return False
    if text.startswith(BUILDING, mention.end) or text.endswith((*BUILDS, *ADDRESS), 0, mention.start):
        return True
    if ROOM.match(text, mention.end):
        return True
    return text[mention.start - 1 : mention.start] in AT or text.endswith(INTO, 0, mention.start)


def is_in_title(mention: Mention, text: str) -> bool:
    """《锡山区工会服务站创建方案》 names a paper, 《工人日报》 a body."""
    opening = text.rfind("《", 0, mention.start)
    if opening < 0 or text.rfind("》", opening, mention.start) > 0:
        return False
    if (
        opening + 1 == mention.start
        and mention.text.endswith(HOUSE_ENDS)
        and OF_A_HOUSE.match(text, mention.end)
    ):
        return False  # 《远山城投集团|集体合同》 is that company's
    return opening + 1 != mention.start or text[mention.end : mention.end + 1] != "》"
