"""What a chronicle tells of a day or a month long ago, whatever was done: 1958年9月，青石一号井喷油，…"""

from collections.abc import Iterator

from unioncms.parsing.naming.events.deeds import HOUR, LONGEST_DEED, OPINION
from unioncms.parsing.naming.events.telling import Occasion, Telling

REASON = ("因", "为", "由于")  # why, and not what
SENT = "派"  # who was sent where is told of in passing
LEAST = 4


def chronicled(telling: Telling) -> Iterator[Occasion]:
    when, text = telling.dates[0], telling.text
    is_chronicle = telling.genre in ("digest", "listing") and telling.is_long_ago
    if when.start or not is_chronicle or len(when.iso or "") <= len("1958"):
        return
    hour = HOUR.match(text, when.end)
    start = hour.end() if hour else when.end
    end = telling.phrase_end(start)
    if text.startswith(REASON, start) and end + 1 < len(text):
        start, end = end + 1, telling.phrase_end(end + 1)
    clause = text[start:end]
    if LEAST <= len(clause) <= LONGEST_DEED and SENT not in clause and not OPINION.search(clause):
        yield telling.occasion(clause, start, end, when=when, is_deed=True)
