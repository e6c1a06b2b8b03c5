"""What a chronicle tells of a day or a month long ago, whatever was done: 1958年9月，青石一号井喷油，…"""

import re
from collections.abc import Iterator

from unioncms.parsing.naming.events.deeds import HOUR, LONGEST_DEED, OPINION
from unioncms.parsing.naming.events.telling import Occasion, Telling

# 因霍乱流行，|… 在何长根的带领下，|… 木商借口水浅，|…: why or under whom, and not what
SETTING = re.compile("(?:因|为|由于)[^，。；]*|在[^，。；]*下|[^，。；]*借口[^，。；]*")
SENT = re.compile("派(?!兵)")  # who was sent where is told of in passing
LEAST = 4


def chronicled(telling: Telling) -> Iterator[Occasion]:
    when, text = telling.dates[0], telling.text
    is_chronicle = telling.genre in ("digest", "listing") and telling.is_long_ago
    if when.start or not is_chronicle or len(when.iso or "") <= len("1958"):
        return
    hour = HOUR.match(text, when.end)
    start = hour.end() if hour else when.end
    end = telling.phrase_end(start)
    if SETTING.fullmatch(text, start, end) and end + 1 < len(text):
        start, end = end + 1, telling.phrase_end(end + 1)
    clause = text[start:end]
    if LEAST <= len(clause) <= LONGEST_DEED and not SENT.search(clause) and not OPINION.search(clause):
        yield telling.occasion(clause, start, end, when=when, is_deed=True)
