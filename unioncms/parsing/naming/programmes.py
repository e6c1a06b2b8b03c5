"""Occasions that go by a name in quotation marks: those of a programme, and what was offered on a day."""

import re
from collections.abc import Iterator

from unioncms.parsing.naming.telling import Occasion, Telling

# 5月13日（周六）14:30，|安全讲座《回家的路》|，主讲人：…
PROGRAMME = re.compile(
    r"(?:[（(][周星]期?[一二三四五六日天][）)])?(?:[上下]午|晚上?)?(?:[0-9]{1,2}[:：][0-9]{2})?，"
    r"(?P<name>(?:(?![举召在到了])[\u3400-\u9fff]){2,10}[“《][^”》]{2,20}[”》])"
    r"(?=，(?:主讲|授课|地点|地址|时间|对象|主题|报名|限|由))"
)
# 8月24日，工会联合医院开展|教职工“开学第一检”|，
OFFERED = re.compile(r"(?:开展|举办|推出)了?(?P<name>[\u3400-\u9fff]{0,8}“[^”。]{3,12}”)(?=[，。；])")


def programmes(telling: Telling) -> Iterator[Occasion]:
    """5月27日（周六）9:30，手艺体验“我和爸妈去采茶”，地点：…"""
    first = next(iter(telling.dates), None)
    if first and not first.start and (row := PROGRAMME.match(telling.text, first.end)):
        by = telling.organisers.announced()
        yield telling.occasion(row["name"], *row.span("name"), by, when=first)


def offered(telling: Telling) -> Iterator[Occasion]:
    for found in OFFERED.finditer(telling.text) if any(date.is_day for date in telling.dates) else ():
        if not telling.is_task(found.start()):
            by = telling.organisers.announced() or telling.organisers.subjects(found.start())
            yield telling.occasion(found["name"], *found.span("name"), by, is_reported=True)
