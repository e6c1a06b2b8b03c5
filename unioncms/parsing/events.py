"""Events: what the text reports as an occasion, with date, place, organisers and people."""

from unioncms.parsing.document import Event


def find_events() -> tuple[Event, ...]:
    return ()
