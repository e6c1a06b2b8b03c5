"""What a bulletin prints about itself in rows, and the lines that end or part its pieces: none of it is a title."""

import pytest

from unioncms.parsing import parse, read
from unioncms.parsing.credits import read_credit
from unioncms.parsing.furniture import is_page_line
from unioncms.parsing.page_heads import is_head_line, is_imprint
from unioncms.parsing.segmenting.items import ends_piece

TEXT = "老周在锅炉房守了二十年，冬天里最怕的不是冷，是半夜里电话忽然响起来。"
OTHER = "他的徒弟都说，师父听一听水泵的声音，就知道哪一根管子要换了。"
NEWS = "9月9日，青石县总工会召开座谈会，三十名职工代表坐到一起，谈食堂，谈班车，谈夜校。"


def page(text):
    return parse(read(text.encode(), "page.txt"))


@pytest.mark.parametrize(
    "line",
    ["2019年6月出刊 内部资料 免费交流", "2019年第2期（双月刊） 青石县总工会主办", "2019年6月出版"],
)
def test_issue_of_a_quarterly_is_a_head(line):
    assert is_head_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "准印证号：青新出准006号",
        "中华人民共和国国内统一刊号 CN99-0001",
        "本刊地址：青石县工会路1号 邮编：999001",
        "每份零售二元 承印：青石印刷厂",
    ],
)
def test_row_of_an_imprint(line):
    assert is_imprint(line)


@pytest.mark.parametrize("line", ["本刊地址变了。", "2019年6月，他出版了第一本诗集", "每份合同都要谈两轮"])
def test_words_about_a_paper_are_no_imprint(line):
    assert not is_imprint(line)
    assert not is_head_line(line)


def test_masthead_and_imprint_of_a_bulletin_belong_to_no_piece():
    document = page(
        "青石工运 2019年第2期（双月刊） 青石县总工会主办\n\n2019年6月出刊 内部资料 免费交流\n\n"
        f"锅炉房里的耳朵\n\n    {TEXT}\n    {OTHER}\n\n"
        "主编：王一川 责任编辑：李小满\n地址：青石县工会路1号 邮编：999001\n准印证号：青新出准006号\n"
    )
    (article,) = document.articles
    assert (document.publication, document.published_on) == ("青石工运", "2019-06")
    assert (article.headline, article.kicker, len(article.body)) == ("锅炉房里的耳朵", None, 2)


@pytest.mark.parametrize("line", ["（待续）", "（未完待续）", "【全文完】"])
def test_line_that_ends_a_part_closes_its_piece(line):
    assert ends_piece(line)
    document = page(f"锅炉房里的耳朵\n\n{TEXT}\n{OTHER}\n{line}\n\n座谈会上谈夜校\n\n{NEWS}\n")
    assert [article.headline for article in document.articles] == ["锅炉房里的耳朵", "座谈会上谈夜校"]
    assert document.discarded == (line,)


def test_line_that_sends_the_reader_to_another_page_is_no_text():
    assert is_page_line("（下转第三版）")
    assert is_page_line("上接第1版")
    document = page(f"座谈会上谈夜校\n\n{NEWS}会后还请\n（下转第三版）\n\n锅炉房里的耳朵\n\n{TEXT}\n")
    assert document.articles[0].body[-1].text == f"{NEWS}会后还请"
    assert document.articles[0].incomplete


@pytest.mark.parametrize(
    ("line", "name"),
    [("本报记者 周启文", "周启文"), ("本报记者 王一川文", "王一川"), ("本报记者 王一川 文", "王一川")],
)
def test_name_may_end_in_the_word_for_text(line, name):
    assert [each.name for each in read_credit(line).contributors] == [name]
