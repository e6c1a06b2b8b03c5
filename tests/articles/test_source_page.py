"""The source document's page as a proof: repairs in place, joins with both ends, open marks to settle."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.admin.source_mark import ADVICE
from articles.admin.source_proof import Ledger, sign_of
from articles.admin.source_text import PAGE_LENGTH
from articles.models import SourceJoin, SourceMark, SourceRepair, SourceSpan
from tests.factories import make_article, make_editor, make_source, make_user
from tests.opening import opened

pytestmark = pytest.mark.django_db

TEXT = "把热水送到路口\n骑手一天要跑\n两百里路,最 难的是喝上一口□水\n道有人在等他。"


@pytest.fixture
def site(client: Client) -> Client:
    client.force_login(make_editor())
    return client


def page_url(source) -> str:
    return reverse("admin:articles_sourcedocument_change", args=[source.pk])


def make_mark(source, words: str, kind: str = "missing_glyph", **values) -> SourceMark:
    start = source.text.index(words)
    return SourceMark.objects.create(
        source=source, kind=kind, start=start, end=start + len(words), text=words, **values
    )


def make_repair(source, words: str, rule: str) -> SourceRepair:
    start = source.text.index(words)
    return SourceRepair.objects.create(source=source, rule=rule, start=start, end=start + len(words))


def make_join(source, article, first: str, other: str, confidence: float = 0.82) -> SourceJoin:
    start, other_start = source.text.index(first), source.text.index(other)
    return SourceJoin.objects.create(
        source=source,
        article=article,
        kind="fragment",
        start=start,
        end=start + len(first),
        other_start=other_start,
        other_end=other_start + len(other),
        text=first[-12:],
        other_text=other[:12],
        confidence=confidence,
    )


@pytest.fixture
def source():
    source = make_source(text=TEXT)
    article = make_article("把热水送到路口", source=source)
    SourceSpan.objects.create(source=source, start=0, end=7, label="headline").articles.add(article)
    SourceSpan.objects.create(source=source, start=8, end=len(TEXT), label="paragraph").articles.add(article)
    return source


def text_of(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def test_repairs_stand_in_their_place_with_their_rule(site, source):
    make_repair(source, "\n两", "joined_line")
    SourceRepair.objects.update(end=source.text.index("两"))
    make_repair(source, " ", "closed_blank")
    response = site.get(page_url(source))
    signs = [bit.sign for piece in response.context["page"].pieces for bit in piece.bits if bit.sign]
    assert [(sign.name, sign.before) for sign in signs] == [("接行", "↵"), ("去空", "␣")]
    html = response.content.decode()
    assert "<del" in html
    assert "（接行）" in text_of(html)
    assert "换行 → 连排" in html
    assert response.context["rules"] == [
        ("joined_line", "接行", "换行 → 连排", 1),
        ("closed_blank", "去空", "字间空格 → 去掉", 1),
    ]


def test_the_proof_loses_no_character(site, source):
    make_repair(source, "一天要跑\n", "joined_line")
    make_repair(source, "要跑\n两", "closed_blank")
    make_mark(source, "跑\n两百")
    page = site.get(page_url(source)).context["page"]
    assert all("".join(bit.text for bit in piece.bits) == piece.text for piece in page.pieces)
    assert "\n".join(piece.text for piece in page.pieces) == TEXT


@pytest.mark.parametrize(
    ("rule", "printed", "before", "after"),
    [
        ("joined_line", "\n\n", "↵", ""),
        ("missing_glyph", "\n ", "↵␣", ""),
        ("vertical_headline", "老\n\n矿\n\n灯", "", "老矿灯"),
        ("narrowed_width", "２０２４", "２０２４", "2024"),
        ("dropped_mark", "**", "**", ""),
    ],
)
def test_a_sign_shows_before_and_after(rule, printed, before, after):
    sign = sign_of(SourceRepair(rule=rule, start=0, end=len(printed)), printed)
    assert (sign.before, sign.after) == (before, after)


def test_many_repairs_on_a_page_are_cut_in_one_walk():
    repairs = [SourceRepair(rule="closed_blank", start=at, end=at + 1) for at in range(1, 20_000, 2)]
    bits = Ledger(repairs, []).bits("字 " * 10_000, 0)
    assert len(bits) == 20_000
    assert [bool(bit.sign) for bit in bits[:4]] == [False, True, False, True]


def test_open_marks_are_listed_and_lead_to_the_text_and_back(site, source):
    mark = make_mark(source, "□", article=source.articles.get(), before="喝上一口", after="水")
    make_mark(source, "道有人", kind="doubtful_join", detail="0.31")
    settled = make_mark(source, "骑手", is_settled=True)
    html = site.get(page_url(source)).content.decode()
    assert f'href="#m{mark.pk}"' in html
    assert f'id="m{mark.pk}"' in html
    assert f'href="#l{mark.pk}"' in html
    assert reverse("admin:articles_sourcemark_change", args=[mark.pk]) in html
    assert "把握 0.31" in text_of(html)
    assert f'"#m{settled.pk}"' not in html
    assert "另有 1 处已处理" in text_of(html)


def test_a_join_leads_to_both_its_ends(site, source):
    join = make_join(source, source.articles.get(), "骑手一天要跑", "道有人在等他。", 0.4)
    html = site.get(page_url(source)).content.decode()
    for end in "ab":
        assert html.count(f'href="#j{join.pk}{end}"') == 2  # from the list and from the other end
        assert html.count(f'id="j{join.pk}{end}"') == 1
    assert "40%" in html
    assert "存疑" in html


def test_what_lies_on_another_page_is_led_to(site):
    source = make_source(text="骑手一天要跑" + "甲" * PAGE_LENGTH + "两百里路□")
    join = make_join(source, None, "骑手一天要跑", "两百里路")
    mark = make_mark(source, "□")
    SourceSpan.objects.create(source=source, start=0, end=len(source.text), label="paragraph")
    first = site.get(page_url(source)).content.decode()
    assert f'href="?p=2#j{join.pk}b"' in first
    assert f'href="?p=2#m{mark.pk}"' in first
    assert f'id="j{join.pk}a"' in first
    assert f'id="j{join.pk}b"' not in first
    second = site.get(page_url(source), {"p": "2"}).content.decode()
    assert f'href="?p=1#j{join.pk}a"' in second
    assert f'id="m{mark.pk}"' in second


def test_each_article_leads_to_its_span_and_back(site, source):
    article = source.articles.get()
    html = site.get(page_url(source)).content.decode()
    assert f'href="?article={article.pk}#s0"' in html
    assert 'id="s0"' in html
    assert f'href="#a{article.pk}"' in html
    assert f'id="a{article.pk}"' in html


def test_the_page_takes_no_more_queries_with_more_of_everything(site, source):
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert site.get(page_url(source)).status_code == 200
        return len(captured)

    article = source.articles.get()
    make_mark(source, "□", article=article)
    make_join(source, article, "骑手", "道有人")
    make_repair(source, " ", "closed_blank")
    few = count()
    for number, character in enumerate("一天要跑两百里路难的是喝上"):
        other = make_article(f"稿件 {number}", source=source, position=number + 1)
        make_mark(source, character, article=other)
        make_join(source, other, character, "道有人")
        make_repair(source, character, "joined_line")
        SourceSpan.objects.get(label="paragraph").articles.add(other)
    assert count() == few


def test_nothing_on_the_page_needs_a_script_or_an_inline_style(site, source):
    make_mark(source, "□")
    make_join(source, source.articles.get(), "骑手", "道有人")
    html = site.get(page_url(source)).content.decode()
    main = html[html.index('id="content-main"') :]
    assert " style=" not in main
    assert "<script" not in main[: main.index('id="footer"')]
    assert not re.search(r"\son[a-z]+=", main)


def test_markup_in_a_signed_text_is_shown_as_text(site):
    source = make_source(text="<script>alert(1)</script>□<b>水</b>")
    make_mark(source, "□", before="<i>", after="<b>")
    make_repair(source, "<b>", "dropped_mark")
    make_join(source, None, "<script>", "<b>")
    html = site.get(page_url(source)).content.decode()
    for markup in ("<script>alert", "<b>水", "<i>"):
        assert markup not in html


# Settling


def settle(client: Client, *marks: SourceMark):
    return client.post(
        reverse("admin:articles_sourcemark_changelist"),
        {"action": "mark_settled", "_selected_action": [mark.pk for mark in marks]},
    )


def test_an_editor_settles_marks(site, source):
    first, other = make_mark(source, "□"), make_mark(source, "骑手")
    settle(site, first)
    address = reverse("admin:articles_sourcemark_change", args=[other.pk])
    site.post(address, opened(site, other) | {"is_settled": "on"})
    assert list(SourceMark.objects.values_list("is_settled", flat=True)) == [True, True]
    assert LogEntry.objects.count() == 2
    first.refresh_from_db()
    assert (first.kind, first.text) == ("missing_glyph", "□")


def test_marks_wait_on_the_index(site, source):
    make_mark(source, "□")
    make_mark(source, "骑手", is_settled=True)
    queues = site.get(reverse("admin:index")).context["queues"]
    assert {queue["count"] for queue in queues if queue["name"] == "破损段落"} == {1}


@pytest.mark.parametrize(
    ("permissions", "page", "leads", "may_settle"),
    [
        ((), 403, False, False),
        (("view_sourcedocument",), 200, False, False),
        (("view_sourcedocument", "view_sourcemark"), 200, True, False),
        (("view_sourcedocument", "change_sourcemark"), 200, True, True),
    ],
)
def test_who_may_see_and_settle(client, source, permissions, page, leads, may_settle):
    mark = make_mark(source, "□")
    client.force_login(make_user("reader", permissions, is_staff=True))
    response = client.get(page_url(source))
    assert response.status_code == page
    address = reverse("admin:articles_sourcemark_change", args=[mark.pk])
    assert (address in response.content.decode()) == leads
    client.post(address, {"is_settled": "on"} | (opened(client, mark) if may_settle else {}))
    settle(client, mark)
    mark.refresh_from_db()
    assert mark.is_settled == may_settle


def test_every_kind_of_mark_comes_with_advice(site, source):
    assert set(ADVICE) == set(SourceMark.Kind)
    mark = make_mark(source, "道有人", kind="doubtful_join", detail="0.31")
    html = site.get(reverse("admin:articles_sourcemark_change", args=[mark.pk])).content.decode()
    assert ADVICE[mark.kind] in html
    assert "把握 0.31" in html


def test_nobody_adds_or_deletes_a_mark(site, source):
    mark = make_mark(source, "□")
    assert site.get(reverse("admin:articles_sourcemark_add")).status_code == 403
    assert site.post(reverse("admin:articles_sourcemark_delete", args=[mark.pk])).status_code == 403
