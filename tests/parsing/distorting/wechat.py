"""The text of a WeChat post: name of the account, data lines at the end, invitations to share."""

from random import Random

from tests.parsing.distorting import sheet
from tests.parsing.distorting.sheet import Page, Printed

EDITORS = ("郑晓岚", "马晓敏", "傅青", "罗小川")
LABELS = {"author": "作者", "reporter": "记者", "trainee_reporter": "见习记者", "correspondent": "通讯员"}


def print_page(page: Page, name: str, draw: Random) -> Printed:
    number = draw.choice(sheet.main_articles(page) or [0])
    article = sheet.copy_articles(page, drop=("column", "kicker", "editors_note"))[number]
    article["series"] = sheet.series_of(article["subheadline"])
    source = article["source_credit"] = sheet.source_of(page)
    day = sheet.draw_day(page, draw)
    bar = draw.choice("｜|丨：")
    top, date_line = _top(source, day, draw)
    body: list[str] = []
    figures = list(article["figures"])
    numbered = draw.random() < 0.4
    chapter = 0
    furniture: list[str] = []
    for at, block in enumerate(article["body"]):
        if block["type"] == "heading" and numbered:
            chapter += 1
            body.append(f"{chapter:02}")
        body.append(block["text"])
        if figures and at >= len(article["body"]) // 3:
            body.append(draw.choice(("▲ ", "△", "")) + sheet.caption_words(figures.pop(0), draw))
    body += [sheet.caption_words(figure, draw) for figure in figures]
    credits = [f"来源{bar}{source}"]
    for role, label in LABELS.items():
        names = sheet.names_in(article, role)
        credits += [f"{label}{bar}{' '.join(names)}"] if names else []
    credits += [f"编辑{bar}{draw.choice(EDITORS)}", f"审核{bar}{draw.choice(EDITORS)}"]
    bottom = draw.choice(
        (
            [
                "阅读原文",
                "喜欢此内容的人还喜欢",
                "送清凉车队开进工地",
                "技能大赛报名启动",
                "预览时标签不可点",
            ],
            ["扫码关注我们", "点分享", "点收藏", "点点赞", "点在看"],
            ["END", "长按识别二维码 关注更多精彩", "点赞 在看 转发", "微信扫一扫关注该公众号"],
        )
    )
    title = article["headline"]
    if article["subheadline"]:
        title += f" ——{article['subheadline']}"
    gap = draw.choice(("\n", "\n\n"))
    text = gap.join([title, *top, date_line, *body, *credits, *bottom]) + "\n"
    furniture += [*top, *bottom]
    expected = sheet.expected_parse(
        page,
        f"{name}.txt",
        [article],
        kept=[number],
        publication=page["publication"],
        published_on=day,
        discarded=furniture,
    )
    return Printed(f"{name}.txt", text, expected)


def _top(source: str, day: str, draw: Random) -> tuple[list[str], str]:
    year, month, number = day.split("-")
    clock = f"{draw.randint(7, 22):02}:{draw.randint(10, 59)}"
    where = draw.choice(("", " 发表于云岭", " 云岭"))
    date_line = draw.choice(
        (f"{day} {clock}{where}", f"{year}年{int(month)}月{int(number)}日 {clock}{where}")
    )
    above = draw.choice((["原创", source], [f"{source}"], ["点击上方蓝字 关注我们", source]))
    return above, date_line
