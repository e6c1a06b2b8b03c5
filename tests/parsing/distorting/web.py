"""A saved web page: navigation, data line, share furniture, comments, related links round one article."""

from random import Random

from tests.parsing.distorting import sheet
from tests.parsing.distorting.sheet import Article, Page, Printed

RELATED = (
    "全市工会干部培训班开班",
    "送清凉车队开进工地",
    "技能大赛报名启动",
    "劳模宣讲团走进校园",
    "困难职工帮扶政策问答",
    "户外劳动者驿站地图上线",
)
COMMENTS = ("为一线职工点赞！", "说得好，希望落到实处。", "看哭了")
EDITORS = ("郑晓岚", "马晓敏", "何其芳菲", "罗小川")


def print_page(page: Page, name: str, draw: Random) -> Printed:
    number = draw.choice(sheet.main_articles(page) or [0])
    article = sheet.copy_articles(page, drop=("column", "kicker"))[number]
    article["series"] = sheet.series_of(article["subheadline"])
    article["source_credit"] = sheet.source_of(page)
    day = sheet.draw_day(page, draw)
    site = draw.choice((_portal, _modern, _office))
    top, data, bottom = site(page, article, day, draw)
    body = _body(page, article, draw, indent=draw.choice(("　　", "    ", "")))
    lines = [*top, "", *_headline(article, draw), *data, "", *body, "", *bottom]
    expected = sheet.expected_parse(
        page,
        f"{name}.txt",
        [article],
        kept=[number],
        publication=page["publication"],
        published_on=day,
        discarded=[line for line in top + bottom if line],
    )
    return Printed(f"{name}.txt", "\n".join(lines) + "\n", expected)


def _headline(article: Article, draw: Random) -> list[str]:
    if not article["subheadline"]:
        return [article["headline"]]
    sub = f"——{article['subheadline']}"
    return [f"{article['headline']} {sub}"] if draw.random() < 0.4 else [article["headline"], sub]


def _signed(page: Page, article: Article, draw: Random) -> tuple[str, str]:
    """Who signed: (in the data line, on a line of its own above the body), one of them empty."""
    authors, staff = (
        sheet.names_in(article, "author"),
        sheet.staff_words(article, ours=draw.choice(("", "本报"))),
    )
    if authors:
        post = sheet.post_words(page, authors[0])
        words = " ".join(authors)
        return (words, "") if draw.random() < 0.5 else ("", f"{post} {words}".strip())
    if draw.random() < 0.5:
        return staff, ""
    return "", f"□{staff}" if staff else ""


def _body(page: Page, article: Article, draw: Random, indent: str) -> list[str]:
    figures = [sheet.caption_words(figure, draw) for figure in article["figures"]]
    blocks = [block["text"] for block in article["body"]]
    if first := article.pop("_first", None):
        blocks[0] = first
    lines: list[str] = [figures.pop(0)] if figures and draw.random() < 0.5 else []
    if article["editors_note"]:
        first, *rest = article["editors_note"].split("\n")
        apart = bool(indent) and draw.random() < 0.5
        if apart:
            lines += ["编者按", first, *rest]
        else:
            sheet.joined_note(article)
            lines.append(f"编者按：{article['editors_note']}")
    lines += article.pop("_line", [])
    for at, block in enumerate(blocks):
        lines.append(block)
        if figures and at == len(blocks) // 2:
            lines.append(figures.pop(0))
    lines += figures + sheet.compiled_by(article)
    gap = draw.choice(("\n", "\n\n"))
    return [gap.join(indent + line for line in lines)]


def _place(page: Page, article: Article, draw: Random) -> str:
    """The signature for the data line; a line of its own is left in the article for `_body`."""
    first = sheet.opening(article, draw)
    data, line = ("", "") if first else _signed(page, article, draw)
    article["_line"] = [line] if line else []
    article["_first"] = first
    return data


def _clock(draw: Random) -> str:
    return f"{draw.randint(6, 22):02}:{draw.randint(10, 59)}"


def _portal(page: Page, article: Article, day: str, draw: Random) -> tuple[list[str], list[str], list[str]]:
    site = sheet.source_of(page)
    signed = _place(page, article, draw)
    top = [
        f"{site}网",
        "首页 | 要闻 | 民生 | 工会频道 | 视频 | 数字报",
        draw.choice(("您现在的位置：", "当前位置：")) + "首页 >> 工会频道 >> 正文",
    ]
    author = f"  作者：{signed}" if signed else ""
    data = [
        f"更新时间：{day} {_clock(draw)}  来源：{site}{author}  点击：{draw.randint(9, 4000)}次",
        "字号： 大 中 小",
    ]
    bottom = [
        f"责任编辑：{draw.choice(EDITORS)}",
        "【打印本页】 【关闭窗口】",
        f"上一篇：{draw.choice(RELATED)}",
        "下一篇：没有了",
        "相关阅读：",
        *(f"· {title}" for title in draw.sample(RELATED, 2)),
        "网友评论：",
        f"已有 {draw.randint(1, 90)} 人参与 我要评论",
        *draw.choice(
            ((), (f"网友 江上清风：{draw.choice(COMMENTS)}", f"{day} 23:1{draw.randint(0, 9)} 顶 踩"))
        ),
        "用户名：",
        "密码：",
        "验证码： 看不清？换一张",
        "匿名发表",
        "网友评论只代表发言者自己，与本站立场无关！",
        "• 图文推荐",
        "点击排行",
        f"Copyright {day[:4]} {site}网 版权所有",
    ]
    return top, data, bottom


def _modern(page: Page, article: Article, day: str, draw: Random) -> tuple[list[str], list[str], list[str]]:
    site = sheet.source_of(page)
    signed = _place(page, article, draw)
    top = ["登录 注册", "首页", "新闻", "专题", "视频", "客户端", "首页 > 新闻 > 详情"]
    author = f" | 作者：{signed}" if signed else ""
    data = [f"{day} {_clock(draw)}:{draw.randint(10, 59)} | 来源：{site}{author}"]
    top_share = ["分享到：", "微信", "微博", "QQ空间", "复制链接"]
    data += top_share if draw.random() < 0.5 else []
    bottom = [
        *draw.choice(((), ("[1] [2] 下一页",))),
        f"（责编：{draw.choice(EDITORS)}、{draw.choice(EDITORS)}）",
        "分享让更多人看到",
        f"{draw.randint(1, 300)} 赞 收藏 举报",
        "相关推荐",
        *draw.sample(RELATED, 3),
        "热点排行",
        *(f"{place} {title}" for place, title in enumerate(draw.sample(RELATED, 3), 1)),
        "关于我们 | 联系我们 | 版权声明 | 招聘启事",
        f"Copyright © {day[:4]} All Rights Reserved",
        f"云ICP备{draw.randint(10000000, 99999999)}号-1",
    ]
    return top, data, bottom


def _office(page: Page, article: Article, day: str, draw: Random) -> tuple[list[str], list[str], list[str]]:
    """The site of a union or an office."""
    site = sheet.source_of(page)
    signed = _place(page, article, draw)
    year, month, number = day.split("-")
    top = [
        "网站首页　　机构概况　　工会要闻　　基层动态　　政策法规　　服务大厅",
        f"今天是{year}年{int(month)}月{int(number)}日 欢迎访问！",
        "首页 → 工会要闻 → 正文",
    ]
    author = f"　　作者：{signed}" if signed else ""
    data = [
        f"发布日期：{year}年{int(month)}月{int(number)}日　　信息来源：{site}{author}"
        f"　　浏览次数：{draw.randint(9, 4000)}",
        "【字体：大 中 小】 打印 关闭",
    ]
    bottom = [
        "扫一扫在手机打开当前页",
        "友情链接： 省总工会 市政府 市人社局",
        "主办：市总工会　承办：市总工会宣传教育部",
        "地址：人民路118号　邮编：650000　电话：0871-60000000",
        "技术支持：云岭网络",
        f"您是第 {draw.randint(10000, 999999)} 位访客",
    ]
    return top, data, bottom
