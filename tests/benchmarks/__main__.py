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
PATIENCE = 120  # seconds for one text
FILES = 300


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


def parse_text(size: int) -> float:
    """Seconds to read and parse about `size` bytes, dictionaries loaded."""
    parse(read(PAGES[0].read_bytes(), PAGES[0].name))
    text = make_text(size)
    return seconds(lambda: parse(read(text, "pages.txt")))


def seconds_of_parse(size: int) -> float:
    """As `parse_text`, in a process that is ended after PATIENCE seconds: infinity then."""
    command = [sys.executable, "-m", "tests.benchmarks", str(size)]
    try:
        ended = subprocess.run(
            command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        return float("inf")
    return float(ended.stdout)


def figure(spent: float) -> str:
    return f"{spent:.1f} s" if spent < float("inf") else f"over {PATIENCE} s"


def ratio(above: float, below: float, words: str) -> str:
    return f"{above / below:.2f} {words}" if max(above, below) < float("inf") else ""


def main() -> None:
    jieba = load_jieba()
    text = make_text(MEGABYTE).decode()
    cut = seconds(lambda: jieba.lcut(text), times=3)
    rows = [("jieba.lcut, 1 MB", figure(cut), "")]
    spent = {}
    for megabytes in (0.1, 1, 2, 20):
        # What takes too long once takes longer with more.
        hopeless = float("inf") in spent.values()
        spent[megabytes] = float("inf") if hopeless else seconds_of_parse(int(megabytes * MEGABYTE))
        speed = ratio(megabytes * cut, spent[megabytes], "× the speed of jieba.lcut")
        rows.append((f"read and parse, {megabytes} MB", figure(spent[megabytes]), speed))
    rows.append(("20 MB beside 2 MB", "", ratio(spent[20], spent[2], "× the time")))

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, page in zip(range(FILES), copies(), strict=False):
            (folder / f"{number:03}.txt").write_text(page)
        alone, together = seconds_of_import(folder, 1), seconds_of_import(folder, 2)
    label = f"import_seeds --dry-run, {FILES} files"
    rows.append((f"{label}, 1 worker", figure(alone), ""))
    rows.append((f"{label}, 2 workers", figure(together), ratio(alone, together, "× the speed of 1")))

    width = max(len(row[0]) for row in rows)
    lines = [f"{name:{width}}  {shown:>12}  {beside}".rstrip() for name, shown, beside in rows]
    load = os.getloadavg()[0]
    sys.stdout.write("\n".join([*lines, f"({os.cpu_count()} cores, load {load:.1f})"]) + "\n")


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.stdout.write(str(parse_text(int(sys.argv[1]))))
    else:
        main()
