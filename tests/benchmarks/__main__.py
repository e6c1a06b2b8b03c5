"""make bench: how fast the parser is, each figure a ratio within this run, beside what it is to be."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.measuring import (
    MEGABYTE,
    TookTooLong,
    cutting_together,
    measure,
    write_pages,
    write_texts,
)

ROUNDS = 3
FILES = 400
FREE = 1.8  # what a second process of jieba gains at least where both cores are free
Row = tuple[str, str, str, str]  # what, how much, what it is to be, whether it is


def at_least(what: str, value: float, target: float, unit: str) -> Row:
    return what, f"{value:.2f} {unit}", f"≥ {target:g}", "yes" if value >= target else "NO"


def at_most(what: str, value: float, target: float, unit: str) -> Row:
    return (
        what,
        f"{value:.{1 if value < 100 else 0}f} {unit}",
        f"≤ {target:g}",
        "yes" if value <= target else "NO",
    )


def known(what: str, shown: str) -> Row:
    return what, shown, "", ""


def speed() -> Iterator[Row]:
    best = measure("beside_jieba", MEGABYTE, ROUNDS)
    for name, what in (("pages", "1 MB in single pages"), ("text", "1 MB as one page")):
        cut, parsed = best[f"{name}_cut"], best[f"{name}_parsed"]
        yield known(f"jieba.lcut, {what}", f"{1 / cut:.2f} MB/s")
        yield known(f"read and parse, {what}", f"{1 / parsed:.2f} MB/s")
        yield at_least("  of the speed of jieba.lcut", cut / parsed, 0.33, "×")


def length() -> Iterator[Row]:
    short = [measure("one_text", 2 * MEGABYTE) for _ in range(2)]
    long = measure("one_text", 20 * MEGABYTE)
    short.append(measure("one_text", 2 * MEGABYTE))
    least = min(each["seconds"] for each in short)
    yield known("read and parse, one page of 2 MB", f"{least:.1f} s")
    yield known("read and parse, one page of 20 MB", f"{long['seconds']:.1f} s")
    yield at_most("  20 MB beside 2 MB", long["seconds"] / least, 12, "×")
    yield at_most("  memory at 20 MB", long["megabytes"], 1500, "MB")


def workers() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        write_pages(Path(folder), FILES)
        speeds: dict[int, float] = {1: 0.0, 2: 0.0}
        machine = dict(speeds)
        for _ in range(ROUNDS):
            for number in speeds:
                speeds[number] = max(speeds[number], measure("importing", folder, number)["speed"])
                machine[number] = max(machine[number], cutting_together(number, MEGABYTE))
    yield known(f"import of {FILES} files, 1 worker", f"{speeds[1] / MEGABYTE:.2f} MB/s")
    yield known(f"import of {FILES} files, 2 workers", f"{speeds[2] / MEGABYTE:.2f} MB/s")
    free = machine[2] / machine[1]
    *gain, holds = at_least("  2 workers beside 1", speeds[2] / speeds[1], 1.7, "×")
    yield *gain, holds if holds == "yes" or free >= FREE else "not to be told, the machine is busy"
    yield known("  two processes of jieba.lcut beside one", f"{free:.2f} ×")
    with tempfile.TemporaryDirectory() as folder:
        write_texts(Path(folder), MEGABYTE, 4)
        yield at_most(
            "  memory of a worker, documents of 1 MB", measure("importing", folder, 2)["megabytes"], 400, "MB"
        )


def shown(row: Row) -> str:
    what, value, target, holds = row
    return f"{what:42}{value:>12}  {target:7}{holds}".rstrip() + "\n"


def main() -> None:
    sys.stdout.write(shown(("", "", "target", "holds")))
    parts: tuple[Callable[[], Iterator[Row]], ...] = (speed, length, workers)
    for part in parts:
        try:
            for row in part():
                sys.stdout.write(shown(row))
                sys.stdout.flush()
        except TookTooLong:
            sys.stdout.write(f"{part.__name__}: took too long\n")
    sys.stdout.write(f"({os.cpu_count()} cores, load {os.getloadavg()[1]:.1f} over the last five minutes)\n")


if __name__ == "__main__":
    main()
