"""Who made a piece, in every form that papers and bulletins use, above, below and in a text: a grid,
so that nothing of a credit stays in a body or becomes a headline."""

import pytest

from unioncms.parsing import parse, read

HEADLINE = "青石县总工会举办职工技能大赛"
FIRST = "8月3日，青石县总工会在工人文化宫办了一场技能大赛，32支队的128名选手比了焊工、电工等四个工种，院子里站满了人。"
SECOND = "比赛分理论和实操两部分，比了两天，白鹭化工队得了团体第一名，十名选手领到了技术能手的证书。"
AUTHOR, REPORTER, SENDER, TAKER = "author", "reporter", "correspondent", "photographer"
WANG, LI = "王建国", "李梅"

ABOVE = {
    "本报记者 王建国": [(WANG, REPORTER)],
    "□本报记者 王建国 李梅": [(WANG, REPORTER), (LI, REPORTER)],
    "本报记者　王建国　通讯员　李梅": [(WANG, REPORTER), (LI, SENDER)],
    "通讯员 王建国 本报记者 李梅": [(WANG, SENDER), (LI, REPORTER)],
    "■ 记者 王建国/文 李梅/图": [(WANG, REPORTER), (LI, TAKER)],
    "撰稿 王建国/文 李梅/图": [(WANG, AUTHOR), (LI, TAKER)],
    "文/王建国 图/李梅": [(WANG, AUTHOR), (LI, TAKER)],
    "文 | 王建国　图 | 李梅": [(WANG, AUTHOR), (LI, TAKER)],
    "文·王建国": [(WANG, AUTHOR)],
    "王建国 文/摄": [(WANG, AUTHOR), (WANG, TAKER)],
    "作者/王建国": [(WANG, AUTHOR)],
    "本刊记者｜王建国": [(WANG, REPORTER)],
    "撰稿：王建国　摄影：李梅": [(WANG, AUTHOR), (LI, TAKER)],
    "口述：王建国　整理：李梅": [(WANG, AUTHOR), (LI, "compiler")],
    "王建国口述　李梅整理": [(WANG, AUTHOR), (LI, "compiler")],
    "王建国　李　梅": [(WANG, AUTHOR), (LI, AUTHOR)],
    "青石县总工会党组书记、主席　王建国": [(WANG, AUTHOR)],
    "●青石县总工会副主席 王建国": [(WANG, AUTHOR)],
    "王建国（青石县总工会主席）": [(WANG, AUTHOR)],
    "王建国（货车司机）": [(WANG, AUTHOR)],
    "云州日报全媒体记者 王建国": [(WANG, REPORTER)],
    "来源：云州日报　作者：王建国": [(WANG, AUTHOR)],
}
BELOW = {
    "（王建国）": [(WANG, AUTHOR)],
    "（记者 王建国）": [(WANG, REPORTER)],
    "（王建国供稿）": [(WANG, SENDER)],
    "（青石县总工会　王建国）": [(WANG, AUTHOR)],
    "（王建国　报道）": [(WANG, REPORTER)],
    "（本文由记者王建国根据采访整理）": [(WANG, REPORTER)],
    "（李梅根据录音整理）": [(LI, REPORTER)],
    "（本报综合整理）": [],
    "（青石县总工会供稿　审核：李梅）": [],
    "（青石县总工会办公室）": [],
    "（办公室）": [],
    "（宣教部）": [],
    "（转自工人日报）": [],
    "（作者单位：青石县总工会）": [],
    "◎供稿单位：青石县总工会": [],
    "来稿单位：青石县总工会": [],
}
SOURCES = {
    "（青石县总工会供稿　审核：李梅）": "青石县总工会",
    "（办公室）": "办公室",
    "（转自工人日报）": "工人日报",
    "◎供稿单位：青石县总工会": "青石县总工会",
    "来稿单位：青石县总工会": "青石县总工会",
}
WITHIN = {
    "本报讯（记者 王建国）": [(WANG, REPORTER)],
    "本报讯 记者王建国报道：": [(WANG, REPORTER)],
    "本报讯 通讯员王建国、李梅报道": [(WANG, SENDER), (LI, SENDER)],
    "通讯员王建国 记者李梅报道：": [(WANG, SENDER), (LI, REPORTER)],
}


def article_of(page):
    (article,) = parse(read(page.encode(), "page.txt")).articles
    return article


def people_of(article):
    return [(each.name, each.role) for each in article.contributors]


@pytest.mark.parametrize("line", ABOVE)
def test_credit_above_a_text(line):
    article = article_of(f"{HEADLINE}\n\n{line}\n\n　　{FIRST}\n　　{SECOND}\n")
    assert (article.headline, people_of(article)) == (HEADLINE, ABOVE[line])
    assert [block.text for block in article.body] == [FIRST, SECOND]


@pytest.mark.parametrize("line", BELOW)
def test_credit_below_a_text(line):
    article = article_of(f"{HEADLINE}\n\n　　{FIRST}\n　　{SECOND}\n{line}\n")
    assert people_of(article) == BELOW[line]
    assert [block.text for block in article.body] == [FIRST, SECOND]


@pytest.mark.parametrize("line", [line for line in BELOW if line[0] == "（"])
def test_credit_behind_the_last_sentence(line):
    article = article_of(f"{HEADLINE}\n\n　　{FIRST}\n　　{SECOND}{line}\n")
    assert people_of(article) == BELOW[line]
    assert [block.text for block in article.body] == [FIRST, SECOND]


@pytest.mark.parametrize("line", SOURCES)
def test_house_that_sent_a_piece_is_its_source(line):
    assert article_of(f"{HEADLINE}\n\n　　{FIRST}\n　　{SECOND}\n{line}\n").source_credit == SOURCES[line]


@pytest.mark.parametrize("opening", WITHIN)
def test_credit_in_the_dateline(opening):
    article = article_of(f"{HEADLINE}\n\n　　{opening}{FIRST}\n　　{SECOND}\n")
    assert people_of(article) == WITHIN[opening]
    assert "王建国" not in article.body[0].text
