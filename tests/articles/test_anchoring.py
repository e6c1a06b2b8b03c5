from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from articles.anchoring import AnchorText, body_html
from articles.models import Article, Mention
from articles.reanchoring import reanchor
from unioncms.parsing import Article as ParsedArticle
from unioncms.parsing import Block, Figure, Passage
from unioncms.richtext import plain_text

BLOCKS = (Block("heading", "甲乙"), Block("paragraph", "甲 & <乙>甲。"), Block("paragraph", "他说:“甲”。甲"))
ARTICLE = ParsedArticle(headline="甲", body=BLOCKS, figures=(Figure("甲在左"), Figure("甲在右")))


def test_the_plain_text_of_a_body_is_the_text_of_its_blocks():
    assert plain_text(body_html(BLOCKS)) == "\n".join(block.text for block in BLOCKS)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>甲<strong>乙</strong>丙</p>", "甲乙丙"),
        ("<p>甲<br>乙</p>\n\n<ul><li>丙</li></ul>", "甲\n乙\n丙"),
        ("<p>&lt;b&gt; &amp;</p>", "<b> &"),
        ("", ""),
    ],
)
def test_plain_text(html, text):
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("passage", "occurrence", "after"),
    [
        (Passage(0, "body", "甲", 0, 1, 0), 0, "乙\n甲 & <乙>甲。\n他说:“甲”。甲"[:20]),
        (Passage(0, "body", "甲", 7, 8, 1), 2, "。\n他说:“甲”。甲"),
        (Passage(0, "body", "甲", 7, 8, 2), 4, ""),
        (Passage(0, "headline", "甲", 0, 1), 0, ""),
        (Passage(0, "caption", "甲", 0, 1, 1), 1, "在右"),
    ],
)
def test_an_occurrence_is_counted_through_the_whole_field(passage, occurrence, after):
    anchor = AnchorText.of(ARTICLE).anchor(passage)
    assert (anchor.occurrence, anchor.after) == (occurrence, after)


@pytest.mark.parametrize("passage", [Passage(0, "body", "丁", 0, 1), Passage(0, "body", "甲", 0, 1, 9)])
def test_words_that_are_not_there_have_no_anchor(passage):
    assert AnchorText.of(ARTICLE).anchor(passage) is None


@pytest.mark.parametrize(
    ("block", "start", "sentence"),
    [(1, 0, "甲 & <乙>甲。"), (2, 4, "他说:“甲”。"), (2, 7, "甲")],
)
def test_a_passage_is_quoted_with_its_sentence(block, start, sentence):
    assert AnchorText.of(ARTICLE).sentence(Passage(0, "body", "甲", start, start + 1, block)) == sentence


@pytest.mark.django_db
def test_every_mention_of_the_specimens_stands_where_it_says():
    call_command("import_seeds", str(Path(settings.BASE_DIR) / "seeds"), workers=1)
    assert Mention.objects.exclude(before="", after="").count() > 100
    for article in Article.objects.all():
        assert reanchor(article) == 0
