"""What is measured, each in a process of its own, so that no measure warms up another or adds to its memory.

`python -m tests.benchmarks.measuring NAME ARGUMENT …` prints one measurement as JSON. Where one process works alone
its own processor time counts, so that what else the machine does matters little; where two work, the clock on the
wall.
"""

import gc
import json
import resource
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from tests.benchmarks.texts import PAGES, ROOT, copies, make_pages, make_text

MEGABYTE = 1_000_000
WARMING = 24  # documents after which every process has its dictionaries


class TookTooLong(Exception):
    pass


def measure(name: str, *arguments: object, patience: float = 900) -> dict[str, float]:
    """One measurement in a new process, which is ended after `patience` seconds."""
    command = [sys.executable, "-m", __name__, name, *map(str, arguments)]
    try:
        ended = subprocess.run(
            command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, timeout=patience
        )
    except subprocess.TimeoutExpired as error:
        raise TookTooLong from error
    return json.loads(ended.stdout)


def megabytes_at_most(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def spent(work: Callable[[], object]) -> float:
    """Seconds of this process."""
    gc.collect()
    started = time.process_time()
    work()
    return time.process_time() - started


def jieba_cut() -> Callable[[str], list[str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel("WARNING")
    jieba.initialize()
    return jieba.lcut


def parse_all(pages: Iterable[bytes]) -> None:
    from unioncms.parsing import parse, read

    for page in pages:
        parse(read(page, "page.txt"))


def beside_jieba(size: str, rounds: str) -> dict[str, float]:
    """The same text cut and parsed in turn, as single pages and as one; the best of some rounds."""
    lcut = jieba_cut()
    pages, text = make_pages(int(size)), [make_text(int(size))]
    parse_all(pages[:WARMING])
    best: dict[str, float] = {}
    for _ in range(int(rounds)):
        for name, documents in (("pages", pages), ("text", text)):
            decoded = [document.decode() for document in documents]
            seconds = {
                f"{name}_cut": spent(lambda decoded=decoded: [lcut(each) for each in decoded]),
                f"{name}_parsed": spent(lambda documents=documents: parse_all(documents)),
            }
            best |= {key: min(value, best.get(key, value)) for key, value in seconds.items()}
    return best


def one_text(size: str) -> dict[str, float]:
    """Processor seconds and megabytes for one page of this size, dictionaries loaded."""
    parse_all([PAGES[0].read_bytes()])
    text = make_text(int(size))
    seconds = spent(lambda: parse_all([text]))
    return {"seconds": seconds, "megabytes": megabytes_at_most(resource.RUSAGE_SELF)}


def importing(folder: str, workers: str) -> dict[str, float]:
    """Bytes a second through the processes of the import, and megabytes of the largest of them."""
    from articles.files import list_files
    from articles.preparing import prepare_all

    files = list_files([Path(folder)]).files
    documents = prepare_all(files, 64 * MEGABYTE, int(workers))
    if failed := [each.name for each in islice(documents, WARMING) if each.failure]:
        raise AssertionError(failed)
    started = time.perf_counter()
    size = sum(len(each.content) for each in documents)
    return {
        "speed": size / (time.perf_counter() - started),
        "megabytes": megabytes_at_most(resource.RUSAGE_CHILDREN),
    }


def cutting(size: str) -> dict[str, float]:
    """Bytes a second of jieba alone; it begins when a line comes in, so that two can begin together."""
    lcut = jieba_cut()
    text = make_text(int(size)).decode()
    sys.stdout.write("\n")
    sys.stdout.flush()
    sys.stdin.readline()
    started = time.perf_counter()
    lcut(text)
    return {"speed": int(size) / (time.perf_counter() - started)}


def cutting_together(processes: int, size: int) -> float:
    """Bytes a second of that many processes of jieba side by side: what the machine gives at best."""
    command = [sys.executable, "-m", __name__, "cutting", str(size)]
    running = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(processes)
    ]
    for process in running:
        process.stdout.readline()
    for process in running:
        process.stdin.write("\n")
        process.stdin.flush()
    return sum(json.loads(process.communicate()[0])["speed"] for process in running)


def write_pages(folder: Path, number: int) -> None:
    for at, page in enumerate(islice(copies(), number)):
        (folder / f"{at:04}.txt").write_bytes(page)


def write_texts(folder: Path, size: int, number: int) -> None:
    """Long documents behind the short ones that `importing` warms up with."""
    write_pages(folder, WARMING)
    text = make_text(size)
    for at in range(number):
        (folder / f"long_{at}.txt").write_bytes(text + f"\n\n{at}".encode())


MEASURES = {each.__name__: each for each in (beside_jieba, one_text, importing, cutting)}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(MEASURES[sys.argv[1]](*sys.argv[2:])) + "\n")
