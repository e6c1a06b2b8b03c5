"""The editor, its field and its sanitiser; nothing else imports ckeditor.

The stored form is a small subset of HTML that nh3 has passed: on save, at render, and again on the way into
the editor, because CKEditor 4's own filter lets scripts through. CKEditor 4.22.1 is past its end of life and
is here because the owner of this site named it; `unioncms/checks.py` refuses to start when one of the
measures that contain it is undone. Everything but `EditorWidget` is free of it, so that another editor can
take its place without a migration.
"""

import re
from html import escape, unescape

import nh3
from ckeditor.widgets import CKEditorWidget
from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.widgets import Media, Script
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

TAGS = {
    "h2", "h3", "p", "br", "blockquote", "strong", "em", "ul", "ol", "li", "a", "hr",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
URL_SCHEMES = {"http", "https", "mailto", "tel"}
DROPPED_WITH_CONTENT = {"script", "style", "iframe", "object", "template", "noscript", "textarea", "title"}

MAX_LENGTH = 1_000_000
MAX_DEPTH = 256
MAX_ATTRIBUTES = 100
# Depth summed over the tags: 200 unclosed <font> before 10,000 paragraphs are cloned into each of them.
MAX_WORK = 2_000_000

# nh3 keeps links that begin with U+2028 or a no-break space before javascript:.
_LEADING_BLANKS = re.compile(
    r"^[\s\u0000-\u0020\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]+"
)
_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.\-]*:")


def _clean_attribute(tag: str, attribute: str, value: str) -> str | None:
    if attribute != "href":
        return value
    address = _LEADING_BLANKS.sub("", value)
    scheme = _SCHEME.match(re.sub(r"[\s\u0000-\u001f]+", "", address))
    if scheme and scheme.group()[:-1].lower() not in URL_SCHEMES:
        return None
    return address


# A tag as the HTML standard cuts it. Every repeat is possessive and the end of the text ends a tag, so that
# no input is read twice.
_TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[a-zA-Z][^ \t\n\f\r/>]*+)
    (?P<attributes>(?:
        [ \t\n\f\r/]++
      | [^ \t\n\f\r/>][^ \t\n\f\r/>=]*+
        (?:[ \t\n\f\r]*+=[ \t\n\f\r]*+(?:"[^"]*+"|'[^']*+'|[^ \t\n\f\r>"'][^ \t\n\f\r>]*+)?+)?+
    )*+)(?:>|\Z)""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""[^ \t\n\f\r/>=]++(?:=(?:"[^"]*+"|'[^']*+'))?+""")
_COMMENT = re.compile(r"<!--(?:.*?-->|.*\Z)", re.DOTALL)
# Declarations, instructions and stray ends: nothing an editor or an import writes, and read by other rules.
_ODD_OPENING = re.compile(r"<(?=[!?]|/[^a-zA-Z]|/\Z)")
# Those that no rule of HTML lets hold another element, wherever they stand.
_VOID = {"br", "hr", "img", "meta", "embed"}
# Their own opening tag closes them.
_SELF_CLOSING = {"p", "li", "tr", "td", "th"}


def find_complexity(html: str) -> str:
    """What makes `html` too costly to sanitise, as a sentence for the editor; "" when nothing does.

    nh3 takes 32 s over 100,000 nested tags and 12 s over 100,000 attributes of one tag. The depth counted
    here is never less than the parser's: a closing tag counts only where it closes the innermost open one.
    """
    stack: list[str] = []
    work = 0
    for tag in _TAG.finditer(html):
        name = tag["name"].lower()
        if tag["end"]:
            if stack and stack[-1] == name:
                stack.pop()
            continue
        attributes = tag["attributes"]
        if (
            len(attributes) > MAX_ATTRIBUTES
            and sum(1 for _ in _ATTRIBUTE.finditer(attributes)) > MAX_ATTRIBUTES
        ):
            return f"正文里有一个标签带了超过 {MAX_ATTRIBUTES} 个属性，无法保存。请改用“粘贴为纯文本”。"
        if name not in _VOID and not (name in _SELF_CLOSING and stack and stack[-1] == name):
            stack.append(name)
        work += len(stack)
        if len(stack) > MAX_DEPTH or work > MAX_WORK:
            return f"正文的格式嵌套过深（超过 {MAX_DEPTH} 层），无法保存。请改用“粘贴为纯文本”。"
    return ""


def _as_paragraphs(text: str) -> str:
    """Each line of `text` as a paragraph, its markup turned into visible characters."""
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.splitlines() if line.strip())


def sanitise(html: str) -> str:
    """Keep the allowed tags of `html`; everything else loses its tags, scripts and styles go whole.

    Markup that would take too long to take apart comes out as plain paragraphs, so that an import never
    stops over one document.
    """
    html = _ODD_OPENING.sub("&lt;", _COMMENT.sub("", html))
    if find_complexity(html):
        return _as_paragraphs(html)
    return nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags=DROPPED_WITH_CONTENT,
        attributes=ATTRIBUTES,
        attribute_filter=_clean_attribute,
        url_schemes=URL_SCHEMES,
        link_rel="noopener nofollow",
        strip_comments=True,
    )


def render(html: str) -> SafeString:
    """`html` sanitised once more and safe to put on a page."""
    return mark_safe(sanitise(html))


LINE_END = re.compile(r"</(?:p|h2|h3|li|blockquote|tr|td|th)>|<br ?/?>|<hr ?/?>")
MARKUP = re.compile(r"<[^>]*>")


def plain_text(html: str) -> str:
    """The text of sanitised HTML, a line for each block."""
    text = unescape(MARKUP.sub("", LINE_END.sub("\n", html)))
    return "\n".join(line for line in text.split("\n") if line.strip())


PLUGINS = (
    "basicstyles,blockquote,clipboard,contextmenu,dialog,enterkey,entities,floatpanel,format,horizontalrule,"
    "htmlwriter,indentlist,link,list,pastefromword,pastetext,removeformat,resize,showborders,table,"
    "tabletools,toolbar,undo"
)
CONFIGURATION = {
    "customConfig": "",
    "contentsCss": [],
    "stylesSet": False,
    "versionCheck": False,
    "plugins": PLUGINS,
    # The only one that is not built into ckeditor.js. In its own frame the editor needs inline scripts.
    "extraPlugins": "divarea",
    "toolbar": [
        ["Format", "-", "Bold", "Italic", "RemoveFormat"],
        ["BulletedList", "NumberedList", "Blockquote"],
        ["Link", "Unlink", "Table", "HorizontalRule"],
        ["PasteText", "-", "Undo", "Redo"],
    ],
    "format_tags": "p;h2;h3",
    "coreStyles_bold": {"element": "strong", "overrides": "b"},
    "coreStyles_italic": {"element": "em", "overrides": "i"},
    # The filter is derived from the toolbar; what the server would drop is never shown in the first place.
    "disallowedContent": "*{*}; *(*); table[*]; a[target,name,id,charset,accesskey,tabindex,title,type]",
    "removeDialogTabs": "link:target;link:advanced;link:upload;table:advanced",
    "linkShowAdvancedTab": False,
    "linkShowTargetTab": False,
    "clipboard_handleImages": False,
    "forcePasteAsPlainText": False,
    "entities": False,
    "basicEntities": True,
    "disableNativeSpellChecker": False,
    "title": False,
    "width": "100%",
    "height": 520,
    "resize_dir": "vertical",
    "dialog_noConfirmCancel": True,
    "toolbarCanCollapse": False,
    "language": "zh-cn",
    "defaultLanguage": "zh-cn",
}


class EditorWidget(CKEditorWidget):
    """CKEditor with one frozen configuration; a plain textarea where there is no JavaScript."""

    def __init__(self, attrs=None):
        super().__init__(attrs={"rows": 24, "lang": "zh-Hans", **(attrs or {})})
        self.config = dict(CONFIGURATION)
        self.external_plugin_resources = []

    def _set_config(self):
        """Nothing of the project's settings reaches the configuration."""

    def format_value(self, value):
        return None if value is None else sanitise(str(value))

    @property
    def media(self):
        base = {"id": "ckeditor-init-script", "data-ckeditor-basepath": static("ckeditor/ckeditor/")}
        return Media(
            css={"all": ["unioncms/editor.css"]},
            js=[
                Script("ckeditor/ckeditor-init.js", **base),
                "ckeditor/ckeditor/ckeditor.js",
                "ckeditor/fixups.js",
                "unioncms/editor.js",
            ],
        )


# The editor sets style attributes on its own toolbar and dialogs; scripts stay limited to files of this site.
allow_editor_styles = csp_update({"style-src": [UNSAFE_INLINE]})


_ABOUT_BLOCKS = re.compile(
    r"\s*(</?(?:p|h2|h3|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|hr|br)\b[^>]*>)\s*"
)


class RichTextFormField(forms.CharField):
    widget = EditorWidget

    def clean(self, value):
        value = value or ""
        if len(value) > MAX_LENGTH:
            raise ValidationError(
                f"正文太长：{len(value):,} 个字符，上限 {MAX_LENGTH:,}。请分成几篇，或去掉格式再保存。"
            )
        complaint = find_complexity(value)
        if complaint:
            raise ValidationError(complaint)
        return super().clean(value)

    def comparable(self, html: str) -> str:
        """`html` without what the editor's widget sets anew each time: the blanks about its blocks."""
        return _ABOUT_BLOCKS.sub(r"\1", sanitise(html)).strip()

    def has_changed(self, initial, data) -> bool:
        return self.comparable(initial or "") != self.comparable(data or "")


class RichTextField(models.TextField):
    """Sanitised HTML. Every way in (form, import, shell) passes the sanitiser on save."""

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        clean = sanitise(value or "")
        setattr(model_instance, self.attname, clean)
        return clean

    def formfield(self, **kwargs):
        # The admin brings a plain textarea for every TextField; the editor takes its place.
        return super().formfield(**{**kwargs, "form_class": RichTextFormField, "widget": EditorWidget})
