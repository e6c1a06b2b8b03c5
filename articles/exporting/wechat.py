"""An article for WeChat, whose editor keeps nothing but styles that stand on the elements themselves.

The credits are written the way such posts print them, so that the saved file can be imported again.
"""

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from articles.exporting.piece import Piece

# By class, or by name of the element: colours that hold on white and on WeChat's dark page, sizes in px as its
# editor counts them.
ACCENT = "#a8201a"
STYLES = {
    "piece": "font-size:16px;line-height:1.75;letter-spacing:0.5px;text-align:justify;",
    "kicker": "margin:0 0 8px;font-size:15px;text-align:center;color:#6b6b6b;",
    "h1": "margin:0 0 12px;font-size:22px;line-height:1.4;font-weight:bold;text-align:center;",
    "subheadline": "margin:0 0 12px;font-size:16px;text-align:center;color:#6b6b6b;",
    "origin": "margin:0 0 4px;font-size:14px;text-align:center;color:#6b6b6b;",
    "byline": "margin:0 0 4px;font-size:14px;text-align:center;color:#6b6b6b;",
    "text": "margin:20px 0 0;",
    "note": f"margin:16px 0 0;padding:12px 16px;border-left:3px solid {ACCENT};font-size:15px;",
    "caption": "margin:8px 0 20px;font-size:14px;text-align:center;color:#6b6b6b;",
    "post": "margin:20px 0 0;font-size:14px;text-align:right;color:#6b6b6b;",
    "h2": f"margin:28px 0 12px;padding-left:10px;border-left:4px solid {ACCENT};font-size:18px;font-weight:bold;",
    "h3": "margin:24px 0 10px;font-size:17px;font-weight:bold;",
    "p": "margin:0 0 16px;",
    "blockquote": "margin:0 0 16px;padding:4px 16px;border-left:3px solid #bbbbbb;",
    "em": "font-style:normal;text-emphasis:filled dot;text-emphasis-position:under;"
    "-webkit-text-emphasis:filled dot;-webkit-text-emphasis-position:under;",
    "ul": "margin:0 0 16px;padding-left:24px;",
    "ol": "margin:0 0 16px;padding-left:24px;",
    "hr": "margin:24px 0;border:0;border-top:1px solid #bbbbbb;",
    "a": f"color:{ACCENT};",
    "table": "margin:0 0 16px;width:100%;border-collapse:collapse;font-size:15px;",
    "th": "padding:6px 8px;border:1px solid #bbbbbb;font-weight:bold;text-align:center;",
    "td": "padding:6px 8px;border:1px solid #bbbbbb;",
}


def wechat_page(piece: Piece) -> str:
    """A whole HTML document with styles on its elements and no class, script or picture in it."""
    page = render_to_string("articles/wechat.html", {"piece": piece, "body": mark_safe(piece.body)})
    return with_styles(page)


def with_styles(page: str) -> str:
    from lxml import html

    root = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    for element in root.iter(*{"section", *STYLES} & _ELEMENTS):
        style = STYLES.get(element.attrib.pop("class", ""), STYLES.get(element.tag, ""))
        if style:
            element.set("style", style)
    return html.tostring(root, encoding="unicode", doctype="<!doctype html>")


_ELEMENTS = {
    "section", "h1", "h2", "h3", "p", "blockquote", "em", "ul", "ol", "hr", "a", "table", "th", "td",
}  # fmt: skip
