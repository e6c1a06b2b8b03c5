"""What every layout prints with: clean pages, words of bylines, the parse of what was printed."""

import copy
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
FOLDERS = (TESTS / "expected", TESTS / "clean")
HELD_BACK = TESTS / "held_back"
Page = dict[str, Any]
Article = dict[str, Any]

ROLE_WORDS = {"reporter": "记者", "trainee_reporter": "见习记者", "correspondent": "通讯员"}
OPTIONAL = ("kicker", "subheadline", "column", "series", "source_credit", "editors_note")


@dataclass(frozen=True, slots=True)
class Printed:
    """A damaged page as a file, and the parse of what it still prints."""

    name: str
    text: str
    expected: Page


def load_pages(folders: Sequence[Path] = FOLDERS) -> dict[str, Page]:
    """Every clean page by name: the parses of the specimens and the pages of tests/parsing/clean."""
    paths = [path for folder in folders for path in sorted(folder.glob("*.json"))]
    return {path.stem: json.loads(path.read_text("utf-8")) for path in paths}


def squeeze(text: str | None) -> str:
    return re.sub(r"\s+", "", text or "")


def copy_articles(page: Page, drop: tuple[str, ...] = ()) -> list[Article]:
    """Copies of the page's articles; the fields in `drop`, which a layout does not print, are emptied."""
    articles = copy.deepcopy(page["articles"])
    for article in articles:
        article["contributors"] = [each for each in article["contributors"] if is_named(each, article)]
        for field in drop:
            article[field] = None
    return articles


def is_named(contributor: dict[str, Any], article: Article) -> bool:
    """A photographer is named beside his pictures alone, and not every page says there who took them."""
    credits = "".join(figure["credit"] or "" for figure in article["figures"])
    return contributor["role"] != "photographer" or contributor["name"] in squeeze(credits)


def post_words(page: Page, name: str) -> str:
    """青沅县总工会党组书记、主席: what the page says the person is, one organisation after another."""
    posts = next((person["posts"] for person in page["people"] if person["name"] == name), [])
    titles: dict[str, list[str]] = {}
    for post in posts:
        if not post["title"].endswith("记者"):  # would make a reporter of the author
            titles.setdefault(post["organisation"], []).append(post["title"])
    return "、".join(body + "、".join(held) for body, held in titles.items() if body)


def names_in(article: Article, role: str) -> list[str]:
    return [each["name"] for each in article["contributors"] if each["role"] == role]


def staff_words(article: Article, gap: str = " ", ours: str = "") -> str:
    """记者 周亦舟 通讯员 方志远: reporters and correspondents in printed order, each role named once."""
    words: list[str] = []
    for role, label in ROLE_WORDS.items():
        names = names_in(article, role)
        if names:
            prefix = ours if role != "correspondent" else ""
            words.append(prefix + label + gap + " ".join(names))
    return " ".join(words)


def compiled_by(article: Article, gap: str = " ") -> list[str]:
    """（记者 唐果 整理）, on a line of its own, under a piece that has an author too."""
    staff = staff_words(article, gap)
    return [f"（{staff}{gap}整理）"] if staff and names_in(article, "author") else []


def opening(article: Article, draw: Random) -> str | None:
    """本报讯（记者 唐果） 10月9日……: the staff in the dateline, now and then."""
    text = article["body"][0]["text"] if article["body"] else ""
    staff = staff_words(article, gap=draw.choice(("", " ")))
    if not text.startswith("本报讯") or not staff or names_in(article, "author") or draw.random() < 0.4:
        return None
    return f"本报讯（{staff}）{text.removeprefix('本报讯')}"


def caption_words(figure: dict[str, Any], draw: Random) -> str:
    """Caption and credit on one line: 工友们在食堂里。 钟立秋 摄 or 工友们在食堂里。（市总工会供图）"""
    credit = figure["credit"]
    if not credit:
        return figure["caption"]
    if credit.endswith("供图") or draw.random() < 0.3:
        return f"{figure['caption']}（{credit}）"
    return f"{figure['caption']} {credit}"


def year_of(page: Page) -> str:
    return (page["published_on"] or "2024")[:4]


def chinese_day(page: Page) -> str | None:
    """2024年5月1日, where the page's day is known to the day."""
    day = page["published_on"]
    if not day or len(day) < 10:
        return None
    year, month, number = day.split("-")
    return f"{year}年{int(month)}月{int(number)}日"


def words_of(article: Article, page: Page) -> str:
    """Everything the article still prints, in one string; authors with their posts."""
    parts = [article[field] for field in ("headline", "kicker", "subheadline", "editors_note")]
    parts += [block["text"] for block in article["body"]]
    parts += [figure["caption"] + (figure["credit"] or "") for figure in article["figures"]]
    parts += [article["source_credit"] or ""]
    for each in article["contributors"]:
        parts += [each["name"], post_words(page, each["name"]) if each["role"] == "author" else ""]
    return squeeze("".join(filter(None, parts)))


def expected_parse(
    page: Page,
    name: str,
    articles: list[Article],
    *,
    kept: Sequence[int] | None = None,
    publication: str | None = None,
    published_on: str | None = None,
    discarded: list[str] | None = None,
) -> Page:
    """The parse of the articles as they were printed: whoever is no longer named on the page is left out.

    `kept` holds the numbers that the articles have on the clean page, where not all of them were printed.
    """
    numbers = list(kept if kept is not None else range(len(articles)))
    printed = [words_of(article, page) for article in articles]
    everything = "".join(printed) + (published_on or "")

    def places(*words: str) -> list[int]:
        return [index for index, text in enumerate(printed) if any(squeeze(word) in text for word in words)]

    def is_printed(post: dict[str, str]) -> bool:
        return bool(publication) if post["title"].endswith("记者") else squeeze(post["title"]) in everything

    known = {person["name"] for person in page["people"]}
    added = {each["name"]: None for article in articles for each in article["contributors"]}
    people = [*page["people"], *({"name": name, "posts": []} for name in added if name not in known)]
    bodies = [{**body, "articles": places(body["name"], *body["aliases"])} for body in page["organisations"]]
    events = [
        {**event, "article": numbers.index(event["article"])}
        for event in page["events"]
        if event["article"] in numbers
    ]
    for event in events:
        if event["date"] and event["date"][:4] not in everything:
            event["date"] = None  # 6月27日 of a year that the page no longer says
    return {
        "source": name,
        "publication": publication,
        "published_on": published_on or _year_said(page, everything),
        "articles": articles,
        "people": [
            {
                "name": person["name"],
                "posts": [post for post in person["posts"] if is_printed(post)],
                "articles": places(person["name"]),
            }
            for person in people
            if places(person["name"])
        ],
        "organisations": [body for body in bodies if body["articles"]],
        "events": [event for event in events if _shares_words(event["name"], printed[event["article"]])],
        "discarded": discarded or [],
    }


def _year_said(page: Page, text: str) -> str | None:
    """The year of an undated page, where it is the latest that the page speaks of."""
    years = re.findall(r"(?<!\d)((?:19|20)\d\d)(?=年|-\d)", text)
    return max(years) if years and max(years) == year_of(page) else None


def _shares_words(name: str, text: str) -> bool:
    pairs = [squeeze(name)[at : at + 2] for at in range(len(squeeze(name)) - 1)]
    return sum(pair in text for pair in pairs) * 2 >= len(pairs)


def source_of(page: Page) -> str:
    """What a web page or a post names as its source: the paper, or else the page's first organisation."""
    return page["publication"] or page["organisations"][0]["name"]


def draw_day(page: Page, draw: Random) -> str:
    """The page's day as ISO 8601; where the page knows less than the day, a day late in its year."""
    day = page["published_on"]
    return day if day and len(day) == 10 else f"{year_of(page)}-12-{draw.randint(10, 30)}"


def joined_note(article: Article) -> None:
    """Layouts without indents print a note as one paragraph, so that it is plain where it ends."""
    if article["editors_note"]:
        article["editors_note"] = article["editors_note"].replace("\n", "")


def series_of(subheadline: str | None) -> dict[str, Any] | None:
    """……中的工会人(二) → part 2."""
    found = re.search(r"(.+)[（(]([一二三四五六七八九十]|\d)[）)]$", subheadline or "")
    if not found:
        return None
    number = found[2]
    return {
        "title": found[1],
        "part": int(number) if number.isdigit() else "一二三四五六七八九十".index(number) + 1,
    }


def main_articles(page: Page) -> list[int]:
    """The pieces that can stand alone: whole, with a headline and a body."""
    return [
        index
        for index, article in enumerate(page["articles"])
        if article["headline"]
        and article["body"]
        and not article["incomplete"]
        and article["genre"] != "listing"
    ]


def cut_place(text: str, draw: Random, low: float = 0.3, high: float = 0.8) -> int | None:
    """A place inside a sentence, not beside punctuation and not inside a number; None where there is none."""
    places = [
        at
        for at in range(int(len(text) * low), int(len(text) * high))
        if all("\u4e00" <= letter <= "\u9fff" for letter in text[at - 3 : at + 3]) and at >= 3
    ]
    return draw.choice(places) if places else None
