"""Pages that keep their indents, in 繁體 as a rule: narrow letters, notices, lists, photographs, a common kicker."""

from unioncms.parsing import parse, read

ASKED = "我是縣罐頭廠的女工。上個月同組的一個姊妹中了暑，廠裡送來的茶卻是前一天的，沒有人問一聲。"
WISHED = "工會的幹事來過，帶了水果。我想說，水果我們收下了，茶還是要換。"
PICTURE = "九月三日晚間，青石縣總工會在三號碼頭支起茶棚，替夜班搬運工送茶。圖為理事長趙大同把茶遞給搬運工。"


def rows(text, width=20, indent="　　"):
    """The text as a column prints it."""
    printed = indent + text
    return "".join(printed[at : at + width] + "\n" for at in range(0, len(printed), width))


TEA = (
    "碼頭工人喝上涼茶\n"
    + rows(
        "【本報訊】九月三日上午，青石縣總工會在三號碼頭舉行送清涼活動，兩百多名搬運工排隊領茶，領到的人笑著讓給後面的人。"
    )
    + rows("領茶的搬運工說，往年夏天要自己背水上船，今年一上碼頭就有涼茶，船東也來討一杯，茶每天都換新的。")
)
SCHOOL = (
    "縣裡的夜校開課了\n"
    + rows(
        "【本報訊】九月五日晚間，青石縣總工會的職工夜校開課，首批學員三十六人，多半是下了班趕來的車衣工，也有駕駛員。"
    )
    + rows(
        "夜校教算帳，也教認合同。學員說，看得懂合同，簽字的時候手就不抖，往後的日子也就踏實，這比甚麼都要緊。"
    )
)


def between(piece):
    document = parse(read("\n".join((TEA, piece, SCHOOL)).encode(), "page.txt"))
    assert [each.headline for each in (document.articles[0], document.articles[-1])] == [
        "碼頭工人喝上涼茶",
        "縣裡的夜校開課了",
    ]
    return document.articles[1:-1]


def texts(article):
    return [block.text for block in article.body if block.type == "paragraph"]


def test_unindented_lines_go_on_with_the_paragraph_above():
    (letter,) = between(
        "會員來鴻\n請把茶換勤一點\n　　編輯先生：\n"
        + rows(ASKED)
        + rows(WISHED, 16)
        + "　　　　　（青石縣 王一川）\n"
    )
    assert (letter.column, letter.headline) == ("會員來鴻", "請把茶換勤一點")
    assert texts(letter) == ["編輯先生：", ASKED, WISHED]
    assert [(each.name, each.role) for each in letter.contributors] == [("王一川", "author")]


def test_who_gives_notice_is_part_of_it_and_no_author():
    words = "本會定於九月十五日召開會員代表大會，請各基層工會按時報到，逾期視同棄權。"
    (notice,) = between("青石縣總工會會員代表大會公告\n" + rows(words) + "　　理事長 趙大同\n")
    assert (notice.genre, notice.contributors) == ("notice", ())
    assert texts(notice) == [words, "理事長趙大同"]


def test_caption_in_wrapped_lines_is_one():
    (photo,) = between("涼茶送上船\n" + rows(PICTURE, indent="") + "王一川攝\n")
    assert (photo.headline, photo.genre) == ("涼茶送上船", "photo")
    assert [(each.caption, each.credit) for each in photo.figures] == [(PICTURE, "王一川攝")]


def test_line_alone_above_pieces_signed_by_post_is_the_kicker_of_each():
    found = between(
        "入秋之後說入秋\n\n茶涼了 事還熱\n青石縣總工會常務理事 王一川\n"
        + rows(WISHED + "茶換了，事情還沒有完。")
        + "\n給茶棚一個期限\n青石港務工會副理事長 李小滿\n"
        + rows("茶棚不能只搭一個夏天，" + ASKED)
    )
    assert [(each.headline, each.kicker, each.genre) for each in found] == [
        ("茶涼了 事還熱", "入秋之後說入秋", "roundup"),
        ("給茶棚一個期限", "入秋之後說入秋", "roundup"),
    ]
