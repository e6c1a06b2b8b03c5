"""The search: what a query asks for, what it finds on either database, in which order, and what readers never get."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import Article, SearchEntry
from articles.publishing import publish, withdraw
from articles.search import by_date, by_relevance, find_articles, find_records, index, read_query, suggest
from articles.search.folding import RUN, fold, keys_of
from articles.search.passages import marked, passages, pattern_of
from people.merging import merge
from people.pinyin import sounds_like
from tests.factories import (
    make_article,
    make_editor,
    make_event,
    make_mention,
    make_organisation,
    make_person,
    make_published_article,
)

pytestmark = pytest.mark.django_db


def make_found(
    headline: str = "云州市总工会举办技能大赛", body: str = "<p>林海生出席。</p>", **values
) -> Article:
    """A published article that the search knows."""
    article = make_published_article(headline, body=body, **values)
    index([article.pk])
    return article


def titles(typed: str) -> list[str]:
    query = read_query(typed)
    return [article.headline for article in by_relevance(find_articles(query), query)]


def terms(typed: str) -> list[str]:
    return [term.text for term in read_query(typed).terms]


# What a query asks for


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("技能大赛", ["技能", "大赛"]),
        ("劳模", ["劳模"]),
        ("龙", ["龙"]),
        ("技能大赛的决赛", ["技能", "大赛", "决赛"]),
        ("技能 大赛", ["技能", "大赛"]),
        ("“技能大赛”", ["技能大赛"]),
        ("「技能大賽」", ["技能大赛"]),
        ("ＧＤＰ２０２４年", ["gdp", "2024年"]),
        ("5月1日", ["5月", "1日"]),
        ("谭敦龙慰问劳模", ["谭敦龙", "慰问", "劳模"]),
        ("的", ["的"]),
        ("", []),
        ("  \x00 ", []),
        ("!!??", []),
        ("“”", []),
        ("“!!” 劳模", ["劳模"]),
        ("%_\\'", []),
    ],
)
def test_a_query_is_cut_into_words_with_the_names_of_the_register_whole(typed, asked):
    make_person("谭敦龙")
    assert terms(typed) == asked


def test_a_name_of_the_register_is_asked_for_whole():
    name = "云州港湾区快递行业工会联合会"
    assert len(terms(name)) > 1
    make_organisation(name)
    assert terms(name) == [name]


@pytest.mark.parametrize(
    ("name", "letters", "sounds"),
    [
        ("谭敦龙", "tdl", True),
        ("谭敦龙", "tandunlong", True),
        ("谭敦龙", "tandl", True),
        ("谭敦龙", "td", False),
        ("谭敦龙", "tdlx", False),
        ("单绪平", "shanxuping", True),
        ("单绪平", "sxp", True),
        ("吕乐", "lvyue", True),
        ("吕乐", "lvle", True),
        ("O'Neill", "oneill", False),
    ],
)
def test_letters_spell_a_name_by_syllables_or_first_letters(name, letters, sounds):
    assert sounds_like(name, letters) is sounds


@given(st.text(max_size=40))
def test_folding_keeps_every_place(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


# What it finds


@pytest.mark.parametrize(
    "typed",
    [
        "技能",
        "大赛",
        "能大",
        "举办技能大赛",
        "技能大賽",
        "云州",
        "州市",
        "林海生",
        "“举办技能”",
        "技能 出席",
        "办",
    ],
)
def test_every_pair_of_characters_is_found_however_it_is_typed(typed):
    make_found()
    make_found("别的消息", "<p>没有要找的内容。</p>")
    assert titles(typed) == ["云州市总工会举办技能大赛"]


@pytest.mark.parametrize("typed", ["技能竞赛", "“技能举办”", "大赛2024", "林生海", "席", "海"])
def test_what_an_article_does_not_have_does_not_find_it(typed):
    make_found()
    assert titles(typed) == []


def test_a_number_is_found_with_what_it_counts():
    make_found("消息", "<p>5月有2024人,日期不详。</p>")
    assert titles("5月") == titles("2024") == ["消息"]
    assert titles("2024年") == titles("5日") == titles("202") == []


def test_pairs_that_stand_apart_are_no_longer_word():
    make_found("消息", "<p>总工在工会会议上。</p>")
    assert titles("“总工会会议”") == []
    assert titles("总工 工会会议") == ["消息"]


@pytest.mark.parametrize("between", [" ", "'", "\\", ":", "%", "&!|()*<->", "\u3000", "'' or ''"])
def test_characters_that_a_phrase_parts_are_looked_for_in_headlines(between):
    """None of them says anything to a database."""
    make_found(f"工{between}会")
    make_found("工和会", f"<p>工{between}会</p>")
    make_found("会和工")
    assert sorted(titles(f"“工{between}会”")) == sorted({f"工{between}会", "工和会"})
    assert f"工{between}会" in titles(f"“工{between}”")


def test_caption_byline_and_note_are_searched():
    article = make_found(editors_note="编者有话")
    article.figures.create(caption="图为比赛现场")
    article.contributions.create(printed_name="何晓兰", role="reporter")
    index([article.pk])
    assert all(titles(typed) == [article.headline] for typed in ("编者有话", "比赛现场", "何晓兰"))


WORDS = ["技能", "大赛", "总工会", "林海生", "gdp", "5", "年"]
ARTICLES = st.lists(
    st.lists(st.sampled_from([*WORDS, "、", " "]), max_size=6).map("".join), min_size=1, max_size=4
)


@settings(max_examples=25)
@given(ARTICLES, st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map("".join))
def test_an_article_is_found_when_it_has_every_term(bodies, typed):
    """On whichever database this runs: what both find is what stands in the text."""
    Article.objects.all().delete()
    keys = [make_published_article("标题", body=f"<p>{body}</p>").pk for body in bodies]
    index(keys)
    query = read_query(typed)

    def has(body: str, term: str) -> bool:
        words, wanted = ({run for run in RUN.findall(text) if run.isascii()} for text in (fold(body), term))
        return term in fold(body) and wanted <= words and (len(term) > 1 or term.isascii())

    expected = {
        key
        for key, body in zip(keys, bodies, strict=True)
        if all(has(body, term.text) for term in query.terms)
    }
    assert set(find_articles(query).values_list("pk", flat=True)) == expected


def test_who_goes_by_another_name_is_found_by_it():
    person = make_person("谭敦龙")
    person.aliases.create(name="老谭头")
    article = make_found("消息", "<p>老总发言。</p>")
    make_mention(article, person, text="老总")
    for typed in ("老谭头", "谭敦龙", "tdl", "TanDunLong", "tan dun long"):
        assert titles(typed) == ["消息"]
    assert terms("annual report") == ["annual", "report"]
    assert find_records(read_query("tdl")).people == [person]


def test_a_merge_and_a_new_name_need_no_index():
    kept, merged = make_person("谭敦龙"), make_person("谭墩龙")
    article = make_found("消息", "<p>某人发言。</p>")
    make_mention(article, merged, text="某人")
    assert titles("谭敦龙") == []
    merge(kept, merged, make_editor(), "同一人")
    assert titles("谭敦龙") == titles("谭墩龙") == ["消息"]
    kept.name = "谭顿龙"
    kept.save()
    assert titles("谭顿龙") == ["消息"]


# Order


def test_the_name_first_then_the_headline_then_the_text():
    person = make_person("林海生")
    make_found("甲", "<p>林海生三字。</p>", published_on="2024-05-03")
    make_found("林海生谈技能", "<p>一。</p>", published_on="2020")
    named = make_found("乙", "<p>林海生出席。</p>", published_on="2019")
    both = make_found("记林海生", "<p>二。</p>", published_on="2018")
    for article in (named, both):
        make_mention(article, person)
    assert titles("林海生") == ["记林海生", "乙", "林海生谈技能", "甲"]
    assert [each.headline for each in by_date(find_articles(read_query("林海生")))] == [
        "甲", "林海生谈技能", "乙", "记林海生",
    ]  # fmt: skip


# What readers are given, and nothing else


def test_releases_are_followed():
    editor, article = make_editor(), make_article("技能大赛", body="<p>海选开始。</p>")
    index([article.pk])
    assert titles("海选") == []
    publish([article], editor, "首发")
    assert titles("海选") == ["技能大赛"]
    article.refresh_from_db()
    article.body = "<p>决赛开始。</p>"
    article.save()
    index([article.pk])
    assert titles("决赛") == []
    publish([article], editor, "更新")
    assert (titles("决赛"), titles("海选")) == (["技能大赛"], [])
    withdraw([article], editor, "撤回")
    assert titles("决赛") == []
    assert not SearchEntry.objects.exists()


def test_what_is_masked_is_not_found():
    editor = make_editor()
    article = make_article("帮扶", body="<p>困难职工何晓兰领到慰问金,电话13800138000。</p>")
    publish([article], editor, "首发", masks_undecided=True)
    article.refresh_from_db()
    assert "13800138000" not in article.released_body
    assert titles("13800138000") == []
    entry = SearchEntry.objects.get()
    assert "13800138000" not in entry.text + entry.plain


def test_a_hidden_name_leads_nowhere():
    person = make_person("何晓兰")
    article = make_found("帮扶", "<p>困难职工某某。</p>")
    make_mention(article, person, is_hidden=True)
    assert titles("何晓兰") == titles("hexiaolan") == []
    assert not find_records(read_query("何晓兰"))


def test_names_known_from_drafts_alone_are_not_shown():
    make_mention(make_article(), make_person("何晓兰"))
    assert not find_records(read_query("何晓兰"))
    assert not find_records(read_query("hxl"))


def test_an_article_that_is_deleted_is_not_found():
    make_found()
    Article.objects.all().delete()
    assert titles("技能") == []


# The index


def test_reindex_makes_the_same_again_and_removes_what_is_stale():
    article = make_found()
    draft = make_article("草稿")
    SearchEntry.objects.create(article=draft, headline="草稿", text="草稿", plain="", genre="news")
    unknown = make_published_article("未编入", body="<p>新文。</p>")
    for written, removed in ((2, 1), (2, 0)):
        told = StringIO()
        call_command("reindex", stdout=told)
        assert told.getvalue() == f"检索条目：写入 {written} 篇，移除 {removed} 篇。\n"
        assert set(SearchEntry.objects.values_list("pk", flat=True)) == {article.pk, unknown.pk}
    assert titles("技能") == [article.headline]
    assert titles("新文") == ["未编入"]


def test_no_release_comes_between_reading_an_article_and_writing_its_entry():
    if not connection.features.has_select_for_update:
        pytest.skip("SQLite has one writer at a time")
    article = make_published_article()
    with CaptureQueriesContext(connection) as queries:
        index([article.pk])
    first = next(query["sql"] for query in queries if "articles_article" in query["sql"])
    assert first.endswith('FOR NO KEY UPDATE OF "articles_article"')


def test_reindex_can_write_only_what_is_missing():
    make_found()
    SearchEntry.objects.update(plain="标记")
    make_published_article("未编入")
    call_command("reindex", missing=True, verbosity=0)
    assert SearchEntry.objects.order_by("pk").values_list("plain", flat=True)[0] == "标记"
    assert titles("未编入") == ["未编入"]


def test_the_queries_of_indexing_do_not_grow_with_the_articles(django_assert_max_num_queries):
    keys = [make_published_article(f"第{number}篇").pk for number in range(40)]
    with django_assert_max_num_queries(8):
        assert index(keys) == 40


def test_every_kind_of_character_may_be_in_a_text():
    text = "".join(chr(code) for code in [*range(9, 0x300), 0x3007, 0xE000, 0xFFFD, 0x20000, 0x1F600])
    article = make_found("标题", "<p></p>", editors_note=text)
    assert keys_of(fold(text))
    assert find_articles(read_query("标题")).get() == article


# Passages


def test_passages_mark_the_terms_and_escape_the_rest():
    pattern = pattern_of(read_query("技能大賽"))
    assert marked("<b>技能大赛</b>", pattern) == "&lt;b&gt;<mark>技能大赛</mark>&lt;/b&gt;"
    (passage,) = passages("开头一句。" + "甲" * 300 + "。职工技能大赛<开幕>" + "乙" * 300, pattern)
    assert passage.startswith("职工<mark>技能大赛</mark>&lt;开幕&gt;")
    assert passage.endswith("乙…")
    assert len(passage) < 150


def test_passages_do_not_say_a_thing_twice():
    plain = f"劳模{'甲' * 40}精神{'乙' * 40}劳模{'丙' * 40}精神{'丁' * 300}劳模"
    first, second = passages(plain, pattern_of(read_query("劳模 精神")))
    assert first.replace("<mark>", "").replace("</mark>", "").removesuffix("…") in plain
    assert first.count("<mark>") == 4
    assert second == f"…{'丁' * 45}<mark>劳模</mark>"


def test_letters_mark_the_name_that_they_spell():
    make_mention(make_found("消息", "<p>一。</p>"), make_person("谭敦龙"))
    (passage,) = passages("会上,谭敦龙发言。", pattern_of(read_query("tdl")))
    assert passage == "会上,<mark>谭敦龙</mark>发言。"


def test_an_article_found_by_a_name_alone_shows_how_it_begins():
    (passage,) = passages("某人发言。", pattern_of(read_query("谭敦龙")))
    assert passage == "某人发言。"


# Ways on


def test_a_slip_in_a_name_is_put_right():
    for record in (
        make_person("谭敦龙"),
        make_organisation("云州市总工会"),
        make_event("云州市职工技能大赛"),
    ):
        make_mention(make_found("消息", "<p>无。</p>"), record)
    assert suggest(read_query("谭墩龙")) == ["谭敦龙"]
    assert suggest(read_query("谭顿聋"))[:1] == ["谭敦龙"]
    assert suggest(read_query("云洲市总工会"))[:1] == ["云州市总工会"]
    assert suggest(read_query("完全无关的话")) == []


def test_words_of_headlines_are_suggested():
    make_found("职工书屋揭牌")
    assert "职工" in suggest(read_query("职公"))
