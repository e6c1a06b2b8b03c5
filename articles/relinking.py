"""Whom an article names, changed to what a newer parse finds: names and posts put in, taken out, or read otherwise."""

from collections.abc import Iterable

from articles.models import Article, Attestation, Mention
from articles.proposing import ATTESTATION_COLUMNS, MENTION_COLUMNS, columns_of, stands_in
from articles.reanchoring import alike, field_texts, find_words, is_placed, reanchor, words_around

LINKS = ("names", "posts")
PLACE = ("kind", "field", "text", "occurrence")
ROWS_OF = {"names": "mentions", "posts": "attestations"}
KNOWN_BY = {"names": ("kind", "name"), "posts": ("name", "organisation_name", "title")}


def change(article: Article, part: str, old: list | None, new: list | None, parsed: dict) -> list[dict]:
    """Take out what is known by `old` and put in what the parse has for `new`; returns what went."""
    gone = _take_out(_rows(article, part).filter(**_named(part, old))) if old else []
    if new is None:
        return gone
    if part == "posts":
        for row in rows_of(parsed, part, new):
            Attestation.objects.create(article=article, attested_on=article.published_on, **row)
        return gone
    reanchor(article)
    texts = field_texts(article)
    standing = [row for row in parsed.get("mentions", ()) if stands_in(row, texts)]
    for row in _of(standing, part, new):
        gone += _place(article, row, texts, replaces=True)
    for name in {(row["kind"], row["name"]) for row in gone}:
        # What gave up its place may have others by the new parse.
        for row in _of(standing, part, list(name)):
            _place(article, row, texts, replaces=False)
    return gone


def rows_of(parsed: dict, part: str, names: list | None) -> list[dict]:
    """The parsed rows of a name or post: what putting it in needs, once its parse is settled and forgotten."""
    return _of(parsed.get(ROWS_OF[part], ()), part, names) if names else []


def add_rows(parsed: dict, part: str, rows: list[dict]) -> None:
    known = parsed.setdefault(ROWS_OF[part], [])
    known += [row for row in rows if row not in known]


def base_before(base: list[list], old: list | None, new: list | None) -> list[list]:
    """What counted as imported before a decision over `old` and `new`."""
    return [each for each in base if each != new] + ([old] if old and old not in base else [])


def give_back(article: Article, part: str, new: list | None, gone: list[dict]) -> None:
    """Undo `change`, as far as no editor has settled what it put in."""
    rows = _rows(article, part)
    if new:
        rows.filter(**_named(part, new), is_settled=False).delete()
    for columns in gone:
        place = PLACE if part == "names" else KNOWN_BY[part]
        if not rows.filter(**{name: columns[name] for name in place}).exists():
            rows.create(**columns)


def bring_names(article: Article, field: str, words: str, parsed: dict) -> None:
    """The names that the parse finds in words just taken; those that the article has already move first."""
    article = Article.objects.get(pk=article.pk)
    reanchor(article)
    texts = field_texts(article)
    for row in parsed.get("mentions", ()):
        if row["field"] == field and _is_within(row, words):
            _place(article, row, texts, replaces=False)


def _rows(article: Article, part: str):
    return article.mentions if part == "names" else article.attestations


def _named(part: str, names: list[str]) -> dict[str, str]:
    return dict(zip(KNOWN_BY[part], names, strict=True))


def _of(rows: Iterable[dict], part: str, names: list[str]) -> list[dict]:
    wanted = _named(part, names).items()
    return [row for row in rows if wanted <= {name: row[name] for name in KNOWN_BY[part]}.items()]


def _take_out(rows) -> list[dict]:
    columns = MENTION_COLUMNS if rows.model is Mention else (*ATTESTATION_COLUMNS, "attested_on")
    gone = []
    for row in rows:
        values = columns_of(row, columns)
        if values.get("attested_on"):
            values["attested_on"] = values["attested_on"].isoformat()
        gone.append(values)
    rows.delete()
    return gone


def _is_within(row: dict, words: str) -> bool:
    """Whether a parsed mention stands in `words`, which may end before its surroundings do."""
    for at in find_words(words, row["text"]):
        before, after = words_around(words, row["text"], at)
        if row["before"].endswith(before) and row["after"].startswith(after):
            return True
    return False


def _place(article: Article, row: dict, texts: dict[str, str], *, replaces: bool) -> list[dict]:
    """Make a mention where the words stand that are most like the parsed ones; returns what stood there and went.

    What is there already stays; where it is another name that no editor has settled, it goes if the new one `replaces`.
    """
    mention = Mention(article=article, **row)
    text = texts[mention.field]
    around = [words_around(text, mention.text, place) for place in find_words(text, mention.text)]
    if around and is_placed(mention):
        mention.occurrence = max(range(len(around)), key=lambda number: alike(mention, around[number]))
        mention.before, mention.after = around[mention.occurrence]
    there = article.mentions.filter(**{name: getattr(mention, name) for name in PLACE})
    gone = _take_out(there.filter(is_settled=False).exclude(name=mention.name)) if replaces else []
    if not there.exists():
        mention.save()
    return gone
