"""Page lines → whole paragraphs, each knowing the source lines it was printed on."""

from unioncms.parsing.document import SourceText
from unioncms.parsing.reflow.cleaning import closed_up
from unioncms.parsing.reflow.head_days import with_head_days_joined
from unioncms.parsing.reflow.joining import Paragraph, joined_lines
from unioncms.parsing.reflow.jumps import with_jumps_apart
from unioncms.parsing.reflow.lone_digits import with_digits_rejoined
from unioncms.parsing.reflow.measuring import with_measures
from unioncms.parsing.reflow.page_lines import with_page_lines, without_page_lines
from unioncms.parsing.reflow.printed import (
    print_lines,
    with_lost_glyphs_joined,
    with_vertical_headlines,
)

__all__ = ["Paragraph", "closed_up", "reflow"]


def reflow(source: SourceText) -> list[Paragraph]:
    lines, page_lines = without_page_lines(list(with_jumps_apart(print_lines(source))))
    lines = with_head_days_joined(with_vertical_headlines(with_lost_glyphs_joined(lines)))
    lines = with_digits_rejoined(with_measures(lines))
    return with_page_lines(joined_lines(lines), page_lines)
