"""manage.py import_seeds over a folder that holds a file of every kind that is read."""

import pytest

from articles.models import Article
from tests.articles.test_import_seeds import PAGE, counts, run
from tests.parsing.typesetting import elements_of, pdf_file, web_page, wechat_post, word_file
from unioncms.parsing import SUFFIXES


@pytest.mark.django_db
def test_a_folder_of_every_kind_comes_in_whole(tmp_path):
    articles, expected = elements_of("songpu_2023-03-08_city")
    content = {
        ".docx": word_file(articles, has_styles=True),
        ".pdf": pdf_file(articles, columns=2),
        ".html": web_page(articles),
        ".htm": wechat_post(articles[0], "松浦工会", 1678230000),
    }
    for suffix in SUFFIXES:
        (tmp_path / f"page{suffix}").write_bytes(content.get(suffix, (PAGE + suffix).encode()))
    table = counts(run(tmp_path)[1])
    assert (table["文件：新增"], table["文件：失败"]) == (str(len(SUFFIXES)), "0")
    headline = expected["articles"][0]["headline"]
    found = Article.objects.filter(headline=headline).values_list("source__name", flat=True)
    assert set(found) == {f"page{suffix}" for suffix in content}
