"""Parsing beside jieba.lcut on the same text, a long text beside a short one, two processes beside one."""

import gc
import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from unioncms.parsing import parse, read

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = sorted(path for path in (ROOT / "seeds").iterdir() if path.suffix in (".txt", ".md"))
# Turned by one place from copy to copy, so that a page repeated is not the same page.
TURNING = "东南西北春夏秋冬山水风云江河湖海0123456789"
MEGABYTE = 1_000_000


def copies() -> Iterator[str]:
    """Specimen pages without end, each round a little different."""
    texts = [path.read_text() for path in PAGES]
    for number in count():
        shift = number % len(TURNING)
        turned = str.maketrans(TURNING, TURNING[shift:] + TURNING[:shift])
        for text in texts:
            yield text.translate(turned)


def make_text(size: int) -> bytes:
    """About `size` bytes of UTF-8."""
    parts, length = [], 0
    for text in copies():
        part = text.encode()
        parts.append(part)
        length += len(part)
        if length >= size:
            return b"\n\n".join(parts)
    raise AssertionError


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """The best of `times` runs."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        started = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - started)
    return best


def load_jieba():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel("WARNING")
    jieba.initialize()
    return jieba


def seconds_of_import(folder: Path, workers: int) -> float:
    command = [
        sys.executable,
        "manage.py",
        "import_seeds",
        str(folder),
        "--dry-run",
        "--workers",
        str(workers),
    ]
    return seconds(lambda: subprocess.run(command, cwd=ROOT, check=True, capture_output=True))


def main() -> None:
    jieba = load_jieba()
    parse(read(PAGES[0].read_bytes(), PAGES[0].name))  # dictionaries load at the first parse

    pages = make_text(MEGABYTE)
    short, long = make_text(2 * MEGABYTE), make_text(20 * MEGABYTE)
    text = pages.decode()
    cut = len(pages) / seconds(lambda: jieba.lcut(text), times=3)
    parsed = len(pages) / seconds(lambda: parse(read(pages, "pages.txt")), times=3)
    of_short = seconds(lambda: parse(read(short, "short.txt")))
    of_long = seconds(lambda: parse(read(long, "long.txt")))

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, page in zip(range(600), copies(), strict=False):
            (folder / f"{number:03}.txt").write_text(page)
        alone, together = seconds_of_import(folder, 1), seconds_of_import(folder, 2)

    rows = [
        ("jieba.lcut, 1 MB", f"{cut / MEGABYTE:.2f} MB/s", ""),
        ("read and parse, 1 MB", f"{parsed / MEGABYTE:.2f} MB/s", f"{parsed / cut:.2f} × jieba.lcut"),
        ("read and parse, 2 MB", f"{of_short:.1f} s", ""),
        ("read and parse, 20 MB", f"{of_long:.1f} s", f"{of_long / of_short:.1f} × the time of 2 MB"),
        ("import_seeds --dry-run, 600 pages, 1 worker", f"{alone:.1f} s", ""),
        (
            "import_seeds --dry-run, 600 pages, 2 workers",
            f"{together:.1f} s",
            f"{alone / together:.2f} × as fast as 1",
        ),
    ]
    width = max(len(row[0]) for row in rows)
    lines = [f"{name:{width}}  {figure:>12}  {ratio}".rstrip() for name, figure, ratio in rows]
    load = os.getloadavg()[0]
    sys.stdout.write("\n".join([*lines, f"({os.cpu_count()} cores, load {load:.1f})"]) + "\n")


if __name__ == "__main__":
    main()
