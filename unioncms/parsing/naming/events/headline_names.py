"""What a headline calls an event that its report tells of by its kind alone: 举行座谈会 below 举行庆“五一”座谈会."""

import re
from dataclasses import replace

from unioncms.parsing.naming.events.telling import LEADING, Occasion, lists

HELD = re.compile(r"(?:举行|召开|举办|开展)了?")
LONGEST_BODY = 24
LEAST = 2  # characters that the headline says more


def named_by_headline(occasion: Occasion, headline: str | None) -> Occasion:
    """A deed that is nothing but 市总工会举行座谈会, or 座谈会, with the name that the headline has for it."""
    named = HELD.search(headline or "")
    if not named or not (occasion.is_deed or occasion.is_plain):
        return occasion
    told = HELD.search(occasion.name)
    if not occasion.is_plain and (not told or told.start() > LONGEST_BODY):
        return occasion
    kind = occasion.name[told.end() if told else 0 :]
    name = LEADING.sub("", headline[named.end() :])
    is_more = name.endswith(kind) and len(name) - len(kind) >= LEAST
    if not is_more or not lists().noun.fullmatch(kind) or "，" in name:
        return occasion
    return replace(occasion, name=name, is_deed=False, is_plain=False)
