"""Text that is wrapped at no one width, and the figures of a day on lines of their own below a headline."""

from unioncms.parsing import parse, read

RAGGED = (
    "梨川县总工会开办的采石工“夜读班”，\n7月11日晚在石桥镇开讲。首堂课由梨\n川县职业中学机电系主任王一川主讲，内容\n"
    "是风镐的拆装和保养，来自六十三个采石场和\n砖厂的一百一十八名工友挤满了礼堂。\n县总工会副主席李小满介绍，夜读班每\n"
    "周四开课，一共十次，学完考试合格的，由县\n总工会发给补贴。\n过去石桥镇人手少，班总是办不起来，今年从各厂\n"
    "请来了会写字的老师傅，一下就\n报满了名额，走廊里都站着人。\n"
)
WITH_DAY = (
    "7\n月\n12\n日，梨川县总工会在石桥镇\n召开上半年工作会，各镇工会和\n各产业工会的负责人都来了。会\n"
    "议从早上开到中午，定下了六\n件事，一件一件都有人管。\n"
)


def articles(text):
    return parse(read(text.encode(), "page.txt")).articles


def test_lines_of_no_one_width_between_empty_lines_are_text():
    (article,) = articles(f"夜读班开课\n\n{RAGGED}\n")
    first, second = (part.text for part in article.body)
    assert first.startswith("梨川县总工会开办的采石工“夜读班”，7月11日晚")
    assert first.endswith("由县总工会发给补贴。")
    assert second.startswith("过去石桥镇人手少")
    assert second.endswith("都站着人。")


def test_day_below_a_headline_and_an_empty_line_opens_the_text():
    *_, last = articles(
        f"量血压\n\n凉亭里坐满了量血压的人。（记者 王一川）\n\n新一届“当家人”选出来了\n\n{WITH_DAY}"
    )
    assert last.headline == "新一届“当家人”选出来了"
    assert last.body[0].text.startswith("7月12日，梨川县总工会")
