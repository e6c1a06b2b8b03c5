"""The editor, its field and its sanitiser: what keeps CKEditor 4 harmless."""

import ast
import json
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import override_settings

from articles.models import Article
from tests.factories import make_article
from unioncms import checks, richtext
from unioncms.richtext import EditorWidget, RichTextFormField, find_complexity, render, sanitise

ROOT = Path(__file__).parent.parent

# before → after: what a browser would run or follow is gone, what was written stays.
HOSTILE = [
    ('<p onclick="alert(1)">文</p>', "<p>文</p>"),
    ("<script>alert(1)</script><p>文</p>", "<p>文</p>"),
    ("<p>文<script>alert(1)</p></b><p>后</p>", "<p>文</p>"),
    ('<img src=x onerror="alert(1)">文', "文"),
    ('<p data-cke-pa-onclick="alert(1)">文</p>', "<p>文</p>"),
    ('<a data-cke-saved-href="javascript:alert(1)">文</a>', '<a rel="noopener nofollow">文</a>'),
    ('<p style="background:url(javascript:1)" class="x">文</p>', "<p>文</p>"),
    ("<style><!--</style><img src=x onerror=alert(1)>--></style>文", "文"),
    ("<svg><script>alert(1)</script></svg>文", "文"),
    ("<math><mi><mglyph><style><img src=x onerror=alert(1)></style></mglyph></mi></math>文", "文"),
    ('<iframe srcdoc="<script>1</script>">x</iframe>文', "文"),
    ("<![CDATA[<img src=x onerror=alert(1)>]]>", "&lt;![CDATA[]]&gt;"),
    ("<p>文<!-- <b>藏</b> --></p>", "<p>文</p>"),
    ("<!--><img src=x onerror=alert(1)>-->", ""),
    ("<h1>大</h1><div><u>线</u></div>", "大线"),
]

ADDRESSES = [
    ("https://example.org/a?b=1", True),
    ("mailto:a@example.org", True),
    ("/articles/1/", True),
    ("#top", True),
    ("javascript:alert(1)", False),
    ("JaVaScRiPt:alert(1)", False),
    ("java\tscript:alert(1)", False),
    ("\u2028javascript:alert(1)", False),
    ("\u00a0javascript:alert(1)", False),
    ("\u1680javascript:alert(1)", False),
    ("\u200bjavascript:alert(1)", False),
    ("\x01javascript:alert(1)", False),
    ("data:text/html,<script>1</script>", False),
    ("vbscript:x", False),
]


@pytest.mark.parametrize(("before", "after"), HOSTILE)
def test_what_runs_is_removed(before, after):
    assert sanitise(before) == after


@pytest.mark.parametrize(("address", "is_kept"), ADDRESSES)
def test_only_addresses_that_lead_somewhere_are_kept(address, is_kept):
    clean = sanitise(f'<a href="{address.replace("<", "&lt;")}">文</a>')
    assert ("href=" in clean) is is_kept
    assert "script:" not in clean.lower()


@pytest.mark.parametrize("html", [before for before, _ in HOSTILE])
def test_what_is_clean_stays_as_it_is(html):
    assert sanitise(sanitise(html)) == sanitise(html)


def test_the_whole_toolbar_passes():
    html = (
        "<h2>一</h2><h3>二</h3><p><strong>粗</strong><em>斜</em><br>行</p><blockquote><p>引</p></blockquote>"
        "<ul><li>点</li></ul><ol><li>一</li></ol><hr>"
        '<table><thead><tr><th colspan="2">头</th></tr></thead>'
        '<tbody><tr><td rowspan="2">格</td></tr></tbody></table>'
    )
    assert sanitise(html) == html


COSTLY = {
    "nested": "<div>" * 100_000,
    "nested and closed by others": "<div></x>" * 50_000,
    "closed from inside a cell": "<div><table><tr><td></div></td></tr></table>" * 20_000,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(40_000)) + ">",
    "formatting that every paragraph takes over": "<p>"
    + "".join(f"<font size={n}>" for n in range(200))
    + "</p>"
    + "<p>x</p>" * 60_000,
    "ends hidden in an attribute": "<div a='</div>'>" * 50_000,
    "ends hidden in a comment": "<div><!--</div>-->" * 50_000,
}


@pytest.mark.parametrize("html", COSTLY.values(), ids=COSTLY)
def test_markup_too_costly_to_take_apart_becomes_plain_paragraphs(html):
    html = html[:1_000_000]
    clean = sanitise(html)
    assert clean.startswith("<p>")
    assert set(clean.replace("<p>", "").replace("</p>", "")) & {"<", ">"} == set()
    assert sanitise(clean) == clean


@pytest.mark.parametrize(
    "html", ["<a " * 200_000, "<" * 500_000, "<!--" * 200_000, '<a b="' * 100_000, "</" * 300_000]
)
def test_unfinished_markup_is_read_once(html):
    """Each of these took minutes when a scanner began anew at every opening bracket."""
    assert isinstance(sanitise(html), str)


def test_an_article_as_long_as_a_book_is_not_too_complex():
    assert find_complexity("<p>衡山工会的消息,<strong>重要</strong>。</p>" * 25_000) == ""


@pytest.mark.parametrize(
    ("html", "words"),
    [("文" * 1_000_001, "正文太长"), ("<div>" * 300, "嵌套过深"), ("<p " + "a=1 " * 200 + ">", "属性")],
)
def test_the_form_says_what_is_wrong(html, words):
    with pytest.raises(ValidationError, match=words):
        RichTextFormField().clean(html)


@pytest.mark.django_db
def test_every_way_in_is_sanitised():
    article = make_article(body="<p onclick=x>文<script>1</script></p>")
    article.refresh_from_db()
    assert article.body == "<p>文</p>"


@pytest.mark.django_db
def test_a_row_written_past_the_field_is_clean_where_it_is_shown_and_where_it_is_edited():
    article = make_article()
    hostile = "<p>文</p><img src=x onerror=alert(1)>"
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_article SET body = %s WHERE id = %s", [hostile, article.pk])
    body = Article.objects.get(pk=article.pk).body
    assert body == hostile
    assert render(body) == "<p>文</p>"
    assert EditorWidget().format_value(body) == "<p>文</p>"


def test_migrations_know_the_field_by_our_name_and_nothing_of_the_editor():
    _, path, _, _ = Article._meta.get_field("body").deconstruct()
    assert path == "unioncms.richtext.RichTextField"
    for migration in ROOT.glob("*/migrations/*.py"):
        assert "ckeditor" not in migration.read_text()


def test_one_module_imports_the_editor():
    importers = set()
    for module in ROOT.rglob("*.py"):
        if {".venv", "var"} & set(module.relative_to(ROOT).parts):
            continue
        for node in ast.walk(ast.parse(module.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.split(".")[0] in ("ckeditor", "ckeditor_uploader") for name in names):
                importers.add(str(module.relative_to(ROOT)))
    assert importers == {"unioncms/richtext.py"}


def test_the_form_field_is_the_editor_and_works_as_a_plain_textarea():
    field = Article._meta.get_field("body").formfield()
    html = field.widget.render("body", "<p>文</p>", {"id": "id_body"})
    assert html.count("<textarea") == 1
    assert 'name="body"' in html
    assert "&lt;p&gt;文&lt;/p&gt;" in html
    assert "<script" not in html


@override_settings(CKEDITOR_CONFIGS={"default": {"allowedContent": True, "toolbar": "Full"}})
def test_the_configuration_is_frozen():
    context = EditorWidget().get_context("body", "", {"id": "id_body"})
    configuration = json.loads(context["widget"]["config"])
    assert configuration == richtext.CONFIGURATION
    assert json.loads(context["widget"]["external_plugin_resources"]) == []
    assert configuration["versionCheck"] is False
    assert "allowedContent" not in configuration
    buttons = {button for group in configuration["toolbar"] for button in group}
    assert not buttons & {"Source", "Image", "Flash", "Iframe", "Smiley", "Templates", "Preview"}


def problems() -> set[str]:
    return {problem.id for problem in checks.check_editor()}


def test_the_checks_pass_and_stand_in_for_the_editors_own_warning(settings):
    assert problems() == set()
    assert settings.SILENCED_SYSTEM_CHECKS == ["ckeditor.W001"]
    assert not [problem for problem in run_checks() if problem.is_serious() and not problem.is_silenced()]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("plugins", "sourcearea,toolbar"),
        ("toolbar", [["Source"]]),
        ("allowedContent", True),
        ("extraAllowedContent", "script"),
        ("fullPage", True),
        ("versionCheck", True),
        ("extraPlugins", "iframe"),
    ],
)
def test_a_wider_configuration_stops_the_start(monkeypatch, name, value):
    monkeypatch.setitem(richtext.CONFIGURATION, name, value)
    assert problems() == {"unioncms.E004"}


def test_other_breaches_stop_the_start(monkeypatch, settings):
    monkeypatch.setattr(richtext, "sanitise", lambda html: html)
    monkeypatch.setattr(checks, "version", lambda name: "6.8.0")
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"script-src": ["'self'", "'unsafe-eval'"]}}
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.AppDirectoriesFinder"]
    assert problems() == {"unioncms.E001", "unioncms.E003", "unioncms.E005", "unioncms.E006"}
