"""Who wrote, photographed, compiled and edited, and where a text was taken from, as the page prints it."""

from unioncms.parsing.credits.labelled import Credit
from unioncms.parsing.credits.lines import opens_credit, read_credit
from unioncms.parsing.credits.passages import (
    Figured,
    cut_caption,
    cut_closing,
    cut_dateline,
    cut_shown,
    opens_caption,
    with_dateline_blank,
)

__all__ = [
    "Credit",
    "Figured",
    "cut_caption",
    "cut_closing",
    "cut_dateline",
    "cut_shown",
    "opens_caption",
    "opens_credit",
    "read_credit",
    "with_dateline_blank",
]
