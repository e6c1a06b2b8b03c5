"""Prints clean pages in damaged layouts, and knows what a careful reader could still recover from each.

    printed = LAYOUTS["newspaper"](page, "name", Random(7))

A layout is a function of a clean page (the expected parse of a specimen or a page of tests/parsing/clean), a
name and a seeded Random; it gives the damaged text and the exact parse of what it printed.
"""

from tests.parsing.distorting import (
    columns,
    essays,
    markdown,
    newspaper,
    plain,
    summary,
    traditional,
    web,
    wechat,
    word,
)
from tests.parsing.distorting.sheet import Printed, load_pages

LAYOUTS = {
    "plain": plain.print_page,
    "newspaper": newspaper.print_page,
    "columns": columns.print_page,
    "essays": essays.print_page,
    "web": web.print_page,
    "markdown": markdown.print_page,
    "wechat": wechat.print_page,
    "word": word.print_page,
    "summary": summary.print_page,
    "traditional": traditional.print_page,
}

__all__ = ["LAYOUTS", "Printed", "load_pages"]
