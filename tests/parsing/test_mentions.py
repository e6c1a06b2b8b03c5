"""Every mention in a text, in order and as printed. The sentences and all people in them are made up."""

import pytest

from unioncms.parsing.naming.mentions import find_mentions

SHORT = {"o": "organisation", "t": "title", "p": "person", "l": "place"}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("", ""),
        ("  ", ""),
        ("云州市总工会党组书记、常务副主席方敏秋讲话。", "o云州市总工会 t党组书记 t常务副主席 p方敏秋"),
        ("法国总统让·勒鲁瓦在巴黎说。", "l法国 t总统 p让·勒鲁瓦 l巴黎"),
        ("韩文涛说，韩文涛来了。", "p韩文涛 p韩文涛"),
        ("职工代表走进车间，代表大家说话。", ""),
        ("他去了湖南省衡阳市。", "l湖南省 l衡阳市"),
        ("国务院总理陈大明抵达莫斯科。", "o国务院 t总理 p陈大明 l莫斯科"),
        ("他长期在部队，干部长期不足。", ""),
        ("江苏省委书记陈学民到会。", "o江苏省委 t书记 p陈学民"),
        ("日本首相桥本健太郎说。", "l日本 t首相 p桥本健太郎"),
        ("意大利前锋维埃里亚射门。", "l意大利 p维埃里亚"),
        ("克林顿和叶利钦通了电话。", "p克林顿 p叶利钦"),
        ("周恩来、朱德来过这里。", "p周恩来 p朱德"),
        ("教育部长赵在民将访问西安。", "t教育部长 p赵在民 l西安"),
        ("县长路长明说，路要修。", "t县长 p路长明"),
        ("欧阳建军：工程师。", "p欧阳建军 t工程师"),
        ("中国农业银行山东省分行成立。", "o中国农业银行山东省分行"),
        ("任中共湖南省委常委、宣传部部长。", "o中共湖南省委 t常委 t宣传部部长"),
        ("现任长江电力有限公司人力资源部经理。", "o长江电力有限公司 t人力资源部经理"),
        ("教育部部长陈立言说。", "o教育部 t部长 p陈立言"),
        ("中国女排战胜巴西队。", "o中国女排 o巴西队"),
        ("他是中共党员，高级工程师。", "t中共党员 t高级工程师"),
        ("今年新建一百所学校，享受国务院政府特殊津贴。", "o国务院"),
        ("公司在上交所上市，孩子长大了。", "o上交所"),
    ],
)
def test_lists_every_mention_in_order(text, mentions):
    assert find_mentions(text) == [(SHORT[each[0]], each[1:]) for each in mentions.split()]
