"""python -m tests.parsing.distorting [--held-back] --score | --show LAYOUT PAGE SEED | --worst N | --write FOLDER

With --held-back the articles of the held-back pages are printed in every layout: other people's words and habits in
damage that none of them thought of.
"""

# ruff: noqa: T201 - a command prints

import argparse
import json
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from random import Random

from tests.parsing.distorting import LAYOUTS, load_pages
from tests.parsing.distorting.measuring import MEASURES, compare
from tests.parsing.distorting.sheet import FOLDERS, HELD_BACK, Page, Printed
from tests.parsing.test_distorting import HELD_OUT


def print_damaged(layout: str, name: str, seed: int) -> Printed:
    return LAYOUTS[layout](all_pages()[name], f"{layout}-{name}-{seed}", Random(f"{layout} {name} {seed}"))


@cache
def all_pages() -> dict[str, Page]:
    return load_pages() | load_pages((HELD_BACK,))


def found_parse(printed: Printed) -> Page:
    from unioncms.parsing import parse, read
    from unioncms.parsing.report import to_report

    return to_report(parse(read(printed.text.encode(), printed.name)))


def score(names: Iterable[str], seeds: Iterable[int], layouts: Iterable[str]) -> str:
    """A table of layout × measure, each the mean over pages and seeds."""
    rows = ["layout      " + " ".join(f"{measure[:9]:>9}" for measure in MEASURES) + "      mean"]
    for layout in layouts:
        results = []
        for name in names:
            for seed in seeds:
                printed = print_damaged(layout, name, seed)
                if not printed.expected["articles"]:
                    continue  # nothing of it can stand in this layout
                try:
                    results.append(compare(printed.expected, found_parse(printed)))
                except Exception as error:  # the table must not stop at one page
                    print(f"{layout} {name} {seed}: {error!r}", file=sys.stderr)
        if results:
            means = [sum(result[measure] for result in results) / len(results) for measure in MEASURES]
            cells = " ".join(f"{mean:9.3f}" for mean in [*means, sum(means) / len(means)])
            rows.append(f"{layout:12}{cells}")
    return "\n".join(rows)


def worst(count: int, names: Iterable[str], seeds: Iterable[int], layouts: Iterable[str]) -> str:
    """The pages that the parser does worst on, each with its lowest measures."""
    results = []
    for layout in layouts:
        for name in names:
            for seed in seeds:
                printed = print_damaged(layout, name, seed)
                if not printed.expected["articles"]:
                    continue
                measured = compare(printed.expected, found_parse(printed))
                results.append((sum(measured.values()) / len(measured), layout, name, seed, measured))
    rows = []
    for mean, layout, name, seed, measured in sorted(results, key=lambda result: result[0])[:count]:
        low = sorted((value, measure) for measure, value in measured.items() if value < 0.999)
        rows.append(f"{mean:.3f} {layout} {name} {seed}  " + " ".join(f"{m} {v:.2f}" for v, m in low))
    return "\n".join(rows)


def summary(page: Page) -> list[str]:
    """A parse as lines to read."""
    lines = [f"publication {page['publication']} · published_on {page['published_on']}"]
    for number, article in enumerate(page["articles"]):
        lines.append(
            f"── article {number} · {article['genre']}{' · INCOMPLETE' * bool(article['incomplete'])}"
        )
        for field in ("kicker", "headline", "subheadline", "column", "source_credit", "editors_note"):
            if article[field]:
                lines.append(f"   {field}: {article[field]}")
        names = [f"{each['name']} ({each['role']})" for each in article["contributors"]]
        lines += ["   by " + ", ".join(names)] if names else []
        lines += [f"   {block['type'][0]}| {block['text']}" for block in article["body"]]
        lines += [f"   figure: {figure['caption']} · {figure['credit']}" for figure in article["figures"]]
    lines.append("people " + " ".join(person["name"] for person in page["people"]))
    return [*lines, "discarded " + " ⏎ ".join(page["discarded"])]


def show(layout: str, name: str, seed: int) -> str:
    printed = print_damaged(layout, name, seed)
    found = found_parse(printed)
    expected_lines, found_lines = summary(printed.expected), summary(found)
    missing = [line for line in expected_lines if line not in found_lines]
    added = [line for line in found_lines if line not in expected_lines]
    parts = ["═══ page", printed.text, "═══ parse", *found_lines, "═══ expected, not found", *missing]
    parts += ["═══ found, not expected", *added, "═══ measures"]
    parts += [f"{measure:14}{value:.3f}" for measure, value in compare(printed.expected, found).items()]
    return "\n".join(parts)


def write(folder: Path, names: Iterable[str], seeds: Iterable[int]) -> None:
    """Damaged pages in FOLDER/pages and their parses in FOLDER/expected, for any other measure."""
    for part in ("pages", "expected"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for layout in LAYOUTS:
        for name in names:
            for seed in seeds:
                printed = print_damaged(layout, name, seed)
                (folder / "pages" / printed.name).write_text(printed.text, "utf-8")
                parse = json.dumps(printed.expected, ensure_ascii=False, indent=1)
                (folder / "expected" / printed.name).with_suffix(".json").write_text(parse, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--score", action="store_true")
    parser.add_argument("--show", nargs=3, metavar=("LAYOUT", "PAGE", "SEED"))
    parser.add_argument("--worst", type=int, metavar="N")
    parser.add_argument("--write", type=Path, metavar="FOLDER")
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--layout", choices=LAYOUTS)
    parser.add_argument("--held-back", action="store_true")
    chosen = parser.parse_args()
    pages = [
        name
        for name, page in load_pages((HELD_BACK,) if chosen.held_back else FOLDERS).items()
        if any(each["headline"] and each["body"] for each in page["articles"])
    ]
    seeds = range(1, chosen.seeds + 1)
    layouts = [chosen.layout] if chosen.layout else list(LAYOUTS)
    if chosen.show:
        layout, name, seed = chosen.show
        name = next((page for page in all_pages() if page.startswith(name)), name)
        print(show(layout, name, int(seed)))
    elif chosen.worst:
        open_pages = [name for name in pages if name not in HELD_OUT]
        print(worst(chosen.worst, open_pages, seeds, layouts))
    elif chosen.write:
        write(chosen.write, pages, seeds)
    elif chosen.score:
        print("open pages\n" + score([name for name in pages if name not in HELD_OUT], seeds, layouts))
        if not chosen.held_back:
            print("\nheld out\n" + score([name for name in pages if name in HELD_OUT], seeds, layouts))
    else:
        parser.print_help()


main()
