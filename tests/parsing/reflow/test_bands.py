"""Print columns in several bands, read band by band: which stretch belongs to which piece."""

from unioncms.parsing import parse, read

# Three pieces, each cut twice: head, middle, end.
PIECES = (
    (
        "焊工办起夜读班\n\n",
        "青石船厂的焊工办起夜读班，每周三晚上读两个钟头的图纸。焊工们说，白天焊的是钢板，晚上补的是",
        "图纸上的道理。夜读班的老师是退休焊工邓福来，他把四十年的焊接笔记",
        "复印了三十本，一人一本。船厂工会给夜读班装了三盏灯，焊工们读到几点，灯就亮到几点。\n（记者 王一川）\n\n",
    ),
    (
        "茶农领到工资卡\n\n",
        "霜河茶山的采茶工今年领到了工资卡，一天一结，采茶工下山就能看见数目。茶山工会干部说，往年的工资要等到",
        "秋天才结，采茶工回了外县，只好托同乡带。今年茶山工会同四十家茶场",
        "签了合同，谁拖一天，谁补一天的利息。采茶工苏小河把工资卡缝在围裙里，怕采茶的时候掉了。\n（记者 李小满）\n\n",
    ),
    (
        "码头搬来直饮机\n\n",
        "白鹭港码头搬来六台直饮机，吊机手和装卸工不用再背水上岗。码头上的装卸工过去一天要喝",
        "两暖瓶水，水凉了就喝凉的。港务公司工会量过码头的路，从水房到吊机",
        "来回要走一刻钟。直饮机放在吊机底下，装卸工喝水不用走路，一天多出来的工夫能喝上一口热的。\n（记者 赵同春）\n\n",
    ),
)


def parsed(*bands):
    return parse(read("".join(bands).encode(), "page.txt")).articles


def text_of(piece):
    """Title and credit left off."""
    return "".join(piece[1:]).split("\n")[0]


def test_middle_band_goes_to_the_pieces_in_their_order():
    heads = "".join(f"{title}{head}\n\n" for title, head, _, _ in PIECES)
    middles = "".join(f"{middle}\n\n" for _, _, middle, _ in PIECES)
    articles = parsed(heads, middles, *(end for *_, end in PIECES))
    assert [article.headline for article in articles] == [piece[0].strip() for piece in PIECES]
    assert ["".join(block.text for block in article.body) for article in articles] == list(
        map(text_of, PIECES)
    )
    assert [[each.name for each in article.contributors] for article in articles] == [
        ["王一川"],
        ["李小满"],
        ["赵同春"],
    ]


def test_titles_of_a_piece_may_stand_above_the_rest_of_another():
    first, second, _ = PIECES
    comment = "三盏灯照着的，是人心里的亮处。办一件小事不难，难的是年年有人添油。"
    articles = parsed(
        f"{first[0]}{first[1]}\n\n{second[0]}{second[1]}\n\n短评\n\n灯下有人\n\n苗 青\n\n",
        f"的了{first[2][2:]}{first[3]}",
        f"{second[2]}{second[3]}{comment}\n\n",
    )
    assert [article.headline for article in articles] == ["焊工办起夜读班", "茶农领到工资卡", "灯下有人"]
    assert [block.text for block in articles[2].body] == [comment]
    assert [each.name for each in articles[2].contributors] == ["苗青"]


def test_pieces_that_posts_sign_and_a_reporter_put_together_share_the_line_above_them():
    head = "职工代表话心声\n\n"
    pieces = [
        f"{piece[0]}{house}工会主席 {name}\n\n{text_of(piece)}\n\n（记者 唐果整理）\n\n"
        for piece, house, name in zip(
            PIECES, ("青石船厂", "霜河茶场", "白鹭港"), ("邓福来", "苏小河", "祝大年"), strict=True
        )
    ]
    articles = parsed("夜校开学\n\n本报讯 9月3日，青石县职工夜校开学。\n\n（记者 唐果）\n\n", head, *pieces)
    assert {(each.kicker, each.column, each.genre) for each in articles[1:]} == {
        ("职工代表话心声", None, "roundup")
    }


def test_like_lines_right_above_paragraphs_are_headings():
    (article,) = parsed(
        f"守住两张桌\n\n青石县总工会主席 王一川\n\n{text_of(PIECES[0])}\n"
        f"谈判桌上，把话说明\n{text_of(PIECES[1])}\n小饭桌上，把心贴拢\n{text_of(PIECES[2])}\n"
    )
    assert [block.text for block in article.body if block.type == "heading"] == [
        "谈判桌上，把话说明",
        "小饭桌上，把心贴拢",
    ]


def test_dashed_line_above_a_text_is_a_subheadline():
    (article,) = parsed(
        f"一盏灯照四十年\n\n——记青石船厂退休焊工、夜读班老师、省劳动模范邓福来\n\n{text_of(PIECES[0])}\n\n{text_of(PIECES[1])}\n"
    )
    assert article.subheadline == "记青石船厂退休焊工、夜读班老师、省劳动模范邓福来"
    assert article.body[0].text == text_of(PIECES[0])


def test_last_rest_of_a_band_may_have_lost_its_end():
    first, second, third = PIECES
    articles = parsed(
        "".join(
            f"{title}记者 {name}\n\n{head}\n\n"
            for (title, head, _, _), name in zip(PIECES, "甲乙丙", strict=True)
        )
        .replace("记者 甲", "青石船厂工会主席 邓福来")
        .replace("记者 乙", "霜河茶场工会主席 苏小河")
        .replace("记者 丙", "白鹭港工会主席 祝大年"),
        f"{first[2]}{first[3]}{second[2]}{second[3]}",
        f"{third[2]}{third[3][:40]}\n\n",
        "夜校开学\n\n青石县总工会主席 钏映雪\n\n9月3日，青石县职工夜校开学，头一课讲工资条。\n\n（记者 唐果）\n",
    )
    assert [[each.name for each in article.contributors] for article in articles[:3]] == [
        ["邓福来", "王一川"],
        ["苏小河", "李小满"],
        ["祝大年"],
    ]
    assert [article.incomplete for article in articles[:3]] == [False, False, True]
