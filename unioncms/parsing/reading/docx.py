"""Word manuscripts: a paragraph a line, headings by their style or their outline level, tables, footnotes.

python-docx opens the file and knows its styles. mammoth was the rival: it gives clean HTML, but drops sizes and
centring, and in union offices the headline is a centred line in large type far oftener than a style.
Changes that were tracked are taken as accepted; comments, headers and footers are left out.
"""

import io
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from unioncms.parsing.document import SourceText
from unioncms.parsing.reading.archive import check_word_archive
from unioncms.parsing.reading.errors import Unreadable
from unioncms.parsing.reading.rows import Row, source_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Deleted, moved away, instructions of fields, what a reader without text boxes would see, readings above characters.
DROPPED = frozenset(
    {
        *(W + tag for tag in ("del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "rt")),
        FALLBACK,
    }
)
HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.I)
TITLES = frozenset({"title", "标题"})
QUOTES = frozenset({"quote", "intense quote", "block text", "引用", "明显引用"})
OFF = frozenset({"0", "false", "off", "none"})
USUAL_SIZE = 10.5  # points: 五号
LARGER = 1.25  # times the size of the text from which a centred line is a headline
LONGEST_HEADLINE = 60
LONGEST_CELL = 60


@dataclass(slots=True)
class Text:
    """A paragraph as Word has it."""

    parts: list[str] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)
    bold: int = 0
    style: Any = None
    properties: Any = None

    @property
    def words(self) -> str:
        return "".join(self.parts)


def read_docx(data: bytes, name: str) -> SourceText:
    """Raises Unreadable for what is no Word file, is damaged, locked, or not to be trusted."""
    check_word_archive(data)
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    try:
        manuscript = Manuscript(docx.Document(io.BytesIO(data)))
        rows = manuscript.rows()
    except (OpcError, etree.LxmlError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise Unreadable("这个 Word 文件的结构不完整，无法读取，请用 Word 另存为 .docx 后再导入。") from error
    return source_of(rows, name, "word", "DOCX")


class Manuscript:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.styles = {style.style_id: style for style in document.styles}
        self.notes: list[tuple[str, str]] = []

    def rows(self) -> list[Row]:
        texts = [text for text in self.texts(self.document.element.body) if text.words.strip()]
        rows = [self.row(text) for text in texts]
        set_title_levels(rows, [self.is_title(text) for text in texts])
        if not any(row.level for row in rows):
            rows = with_large_headlines(rows, [value(text.properties, "jc") == "center" for text in texts])
        return rows + [Row(note) for note in self.footnotes()]

    def row(self, text: Text) -> Row:
        words = text.words
        level = self.level_of(text)
        if level:
            words = words.replace("\n", " ")
        length = len(re.sub(r"\s", "", words))
        size = text.sizes.most_common(1)[0][0] if text.sizes else None
        style = (text.style.name or "").lower() if text.style is not None else ""
        return Row(words, level, style in QUOTES, bool(length) and text.bold >= length, font_size=size)

    def texts(self, root: Any) -> list[Text]:
        """Paragraphs in document order; a text box comes before the paragraph that it hangs on."""
        from lxml import etree

        done: list[Text] = []
        opened: list[Text] = []
        is_flat = False  # inside a row of a table that becomes one line
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if tag in DROPPED or (tag == W + "r" and is_hidden(element)):
                    walk.skip_subtree()
                elif tag == W + "p" and not is_flat:
                    opened.append(self.opened(element))
                elif tag == W + "tr" and not is_flat and is_flat_row(element):
                    is_flat = True
                    opened.append(Text())
                elif tag == W + "tc" and is_flat and opened[-1].parts:
                    opened[-1].parts.append("　")
                elif opened:
                    self.take(opened[-1], element)
            elif (tag == W + "p" and not is_flat) or (tag == W + "tr" and is_flat):
                is_flat = False
                done.append(opened.pop())
        return [line for text in done for line in self.lines(text)]

    def opened(self, element: Any) -> Text:
        properties = element.find(W + "pPr")
        style = self.styles.get(value(properties, "pStyle") or "")
        return Text(style=style, properties=properties)

    def take(self, text: Text, element: Any) -> None:
        tag = element.tag
        if tag == W + "t" and element.text:
            text.parts.append(element.text)
            length = len(re.sub(r"\s", "", element.text))
            run = element.getparent().find(W + "rPr")
            text.sizes[self.size_of(run, text.style)] += length
            if is_on(run, "b"):
                text.bold += length
        elif tag in (W + "br", W + "cr"):
            text.parts.append("\n")
        elif tag == W + "tab":
            text.parts.append("\t")
        elif tag == W + "noBreakHyphen":
            text.parts.append("-")
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            self.notes.append((tag.removeprefix(W).removesuffix("Reference"), element.get(W + "id", "")))
            text.parts.append(f"[{len(self.notes)}]")

    def lines(self, text: Text) -> list[Text]:
        """A break inside a paragraph parts lines, but not those of a heading."""
        if "\n" not in text.words or self.level_of(text):
            return [text]
        return [
            Text([line], text.sizes, text.bold, text.style, text.properties)
            for line in text.words.split("\n")
        ]

    # What styles say.

    def level_of(self, text: Text) -> int | None:
        if text.properties is not None and (outline := value(text.properties, "outlineLvl")) is not None:
            return int(outline) + 1 if outline.isdigit() and int(outline) < 6 else None
        for style in self.chain(text.style):
            name = (style.name or "").strip()
            if heading := HEADING.fullmatch(name):
                return min(int(heading[1]), 6)
            if name.lower() in TITLES:
                return 1
            outline = value(style.element.find(W + "pPr"), "outlineLvl")
            if outline is not None and outline.isdigit():
                return int(outline) + 1 if int(outline) < 6 else None
        return None

    def chain(self, style: Any) -> list[Any]:
        chain: list[Any] = []
        while style is not None and style not in chain and len(chain) < 12:
            chain.append(style)
            style = style.base_style
        return chain

    def size_of(self, run: Any, style: Any) -> float:
        size = points(run)
        for each in self.chain(style) if size is None else ():
            size = points(each.element.find(W + "rPr"))
            if size is not None:
                break
        return self.usual_size if size is None else size

    @cached_property
    def usual_size(self) -> float:
        defaults = next(iter(self.document.styles.element.iter(W + "rPrDefault")), None)
        run = defaults.find(W + "rPr") if defaults is not None else None
        return points(run) or USUAL_SIZE

    def is_title(self, text: Text) -> bool:
        return any((style.name or "").strip().lower() in TITLES for style in self.chain(text.style))

    def footnotes(self) -> list[str]:
        """`[1] …`, in the order in which the text refers to them."""
        words: dict[tuple[str, str], str] = {}
        for relation in self.document.part.rels.values():
            kind = relation.reltype.rsplit("/", 1)[-1]
            if kind in ("footnotes", "endnotes") and not relation.is_external:
                words |= note_words(relation.target_part.blob, kind[:-1])
        return [f"[{number}] {words[note]}" for number, note in enumerate(self.notes, 1) if words.get(note)]


def note_words(part: bytes, kind: str) -> dict[tuple[str, str], str]:
    from lxml import etree

    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    return {
        (kind, note.get(W + "id", "")): "".join(each.text or "" for each in note.iter(W + "t")).strip()
        for note in root.iter(W + kind)
    }


def set_title_levels(rows: list[Row], are_titles: list[bool]) -> None:
    """Below a title of its own the headings of a manuscript stand one level lower."""
    for number, is_title in enumerate(are_titles[:-1]):
        if is_title and sum(are_titles) == 1 and rows[number + 1].level:
            rows[number].level = None  # the name of a paper above the headline of its first article
            return
    if any(are_titles):
        for row, is_title in zip(rows, are_titles, strict=True):
            if row.level and not is_title:
                row.level = min(row.level + 1, 6)


def with_large_headlines(rows: list[Row], are_centred: list[bool]) -> list[Row]:
    """In a manuscript without styles a headline is centred, and larger than the text and the lines about it.

    A headline on two such lines is one: `把清凉送到` / `每一个工地`.
    """
    sizes: Counter[float] = Counter()
    for row in rows:
        if row.font_size:
            sizes[row.font_size] += len(row.text)
    usual = sizes.most_common(1)[0][0] if sizes else USUAL_SIZE
    result: list[Row] = []
    run: list[Row] = []
    for row, is_centred in [*zip(rows, are_centred, strict=True), (Row(""), False)]:
        if is_centred and (row.font_size or 0) >= usual * LARGER and len(row.text) <= LONGEST_HEADLINE:
            run.append(row)
            continue
        result.extend(headed(run))
        run = []
        result.append(row)
    return result[:-1]


def headed(run: list[Row]) -> list[Row]:
    """The largest lines of a run of centred ones, made one line of level 1."""
    if not run:
        return []
    largest = max(row.font_size or 0 for row in run)
    first = next(at for at, row in enumerate(run) if row.font_size == largest)
    end = next((at for at in range(first, len(run)) if run[at].font_size != largest), len(run))
    headline = run[first]
    headline.text = " ".join(row.text.strip() for row in run[first:end])
    headline.level = 1
    return [*run[:first], headline, *run[end:]]


def value(properties: Any, name: str) -> str | None:
    """The `w:val` of a property: center of `<w:jc w:val="center"/>`."""
    found = properties.find(W + name) if properties is not None else None
    return found.get(W + "val") if found is not None else None


def points(run: Any) -> float | None:
    """Sizes are given in half points."""
    size = value(run, "sz")
    return int(size) / 2 if size is not None and size.isdigit() else None


def is_on(run: Any, name: str) -> bool:
    found = run.find(W + name) if run is not None else None
    return found is not None and found.get(W + "val", "1") not in OFF


def is_hidden(element: Any) -> bool:
    return is_on(element.find(W + "rPr"), "vanish")


def is_flat_row(element: Any) -> bool:
    """A row of a table of figures, not of a layout: several short cells."""
    cells = element.findall(W + "tc")
    if len(cells) < 2 or element.find(f".//{W}tbl") is not None:
        return False
    return all(sum(len(each.text or "") for each in cell.iter(W + "t")) <= LONGEST_CELL for cell in cells)
