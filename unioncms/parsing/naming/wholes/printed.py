"""A body as a document prints it, and where."""

from dataclasses import dataclass

from unioncms.parsing.document import Passage


@dataclass(slots=True)
class Printed:
    """A body as one sentence prints it. `passage` is None where it stands in a post beside a byline."""

    article: int
    text: str
    passage: Passage | None = None
    full: str = ""  # where the words leave out an ending that they share
    is_part: bool = False  # of a body named elsewhere
