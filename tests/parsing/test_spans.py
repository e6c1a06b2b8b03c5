"""Every non-blank character of the source lies in exactly one span, whatever the text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unioncms.parsing import Unreadable, parse, read
from unioncms.parsing.document import ARTICLE_LABELS, DISCARD_LABELS

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.*"))
FRAGMENTS = st.sampled_from(
    ["工会", "。",
     "，", "：", "\n", "\n\n", "　", " ", "（记者王一川整理）", "□记者 李小满", "27", "月", "本报讯", "编者按", "# ",
     "【栏目】",
     "——", "来源:《青石日报》", "\ufffd", "\u200b", "\x00", "(", "）", "王一川 摄", "一、",
     "**", "职工的事一件一件地办", "相关阅读:", "“", "”"]
)  # fmt: skip


def assert_accounted_for(source, document):
    covered = [0] * len(source.text)
    last = 0
    for span in document.spans:
        assert last <= span.start < span.end
        assert span.label in (ARTICLE_LABELS if span.articles else DISCARD_LABELS)
        assert all(0 <= number < len(document.articles) for number in span.articles)
        last = span.end
        for at in range(span.start, span.end):
            covered[at] += 1
    wrong = [at for at, character in enumerate(source.text) if covered[at] != 1 and not character.isspace()]
    assert not wrong


@given(
    # Of NUL bytes, which are damage in a text, so few that it is still read as one.
    st.lists(FRAGMENTS, min_size=1, max_size=40)
    .map("".join)
    .filter(lambda text: text.strip(" \t\r\n\x00　") and text.count("\x00") * 4 <= len(text))
)
@settings(max_examples=150)
def test_any_page_parses_and_is_accounted_for(text):
    source = read(("工会" + text).encode(), "page.txt")
    assert_accounted_for(source, parse(source))


@given(st.text(min_size=1, max_size=200))
@settings(max_examples=100)
def test_any_text_parses(text):
    try:
        source = read(("工会" + text).encode("utf-8", "replace"), "page.txt")
    except Unreadable:
        return
    assert_accounted_for(source, parse(source))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_specimens_are_accounted_for(path):
    source = read(path.read_bytes(), path.name)
    assert_accounted_for(source, parse(source))


@pytest.mark.parametrize(
    "text",
    ["工会\n（）。\n", "工会\n【　】\n", "工会\n：\n", "目录\n：：\n"],
)
def test_marks_and_no_words_credit_nobody(text):
    source = read(text.encode(), "page.txt")
    assert_accounted_for(source, parse(source))
