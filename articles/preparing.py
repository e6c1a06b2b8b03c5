"""Files → parsed documents, in as many processes as are wanted, handed on in the order of the files.

The work of a process is `prepare`; it needs neither Django nor a database.
"""

import json
import logging
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from traceback import extract_tb

from articles.files import File, Refused, read_bytes
from unioncms.parsing import Document, Outline, Unreadable, parse, read
from unioncms.parsing.report import to_report
from unioncms.processes import CONTEXT, ctrl_c_waits, end_with_parent

logger = logging.getLogger(__name__)

SMALL_IMPORT = 256 * 1024  # bytes; less than this is parsed before a second process has started


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document ready to be stored, or the reason why it cannot be."""

    name: str
    failure: str = ""
    content: bytes = b""
    sha256: str = ""
    encoding: str = ""
    text: str = ""
    doubts: tuple[str, ...] = ()
    document: Document | None = None
    digest: str = ""
    outline: Outline | None = None  # an editor's; without one the layout is the machine's


def canonical_json(value: object) -> str:
    """One text for one value, whatever the order of its keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_as_plain)


def _as_plain(value: object) -> object:
    """A dataclass as its fields."""
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def digest_of(document: Document) -> str:
    """The sha256 of everything a parse found; the file's name is no part of it, and the outline says nothing new."""
    bare = replace(document, source="", outline=Outline())
    return sha256(canonical_json(bare).encode()).hexdigest()


def prepare(file: File, max_bytes: int) -> Prepared:
    """Read and parse one file."""
    return _guarded(file.name, lambda: prepare_bytes(read_bytes(file, max_bytes), file.name))


def prepare_stored(data: bytes, name: str, outline: Outline | None) -> Prepared:
    """Parse the bytes of a known document anew."""
    return _guarded(name, lambda: prepare_bytes(data, name, outline))


def _guarded(name: str, work: Callable[[], Prepared]) -> Prepared:
    """What `work` gives, or why it gives nothing."""
    try:
        return work()
    except (Refused, Unreadable) as error:
        return Prepared(name, failure=str(error))
    except MemoryError:
        return Prepared(name, failure="内存不够，无法解析")
    except Exception as error:  # a fault of the parser in one document must not cost the others
        logger.info("cannot parse %s", name, exc_info=True)
        return Prepared(name, failure=f"解析时出现内部错误（{_where(error)}）")


def _where(error: Exception) -> str:
    """AttributeError, dates.py:82 — enough to report the fault by."""
    last = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"


def prepare_bytes(data: bytes, name: str, outline: Outline | None = None) -> Prepared:
    """Decode and parse the bytes of one document; Unreadable says why they are no text."""
    source = read(data, name)
    document = parse(source, outline)
    return Prepared(
        name=name,
        content=data,
        sha256=sha256(data).hexdigest(),
        encoding=source.encoding,
        text=source.text,
        doubts=tuple(dict.fromkeys((*source.doubts, *document.doubts))),
        document=document,
        digest=digest_of(document),
        outline=outline,
    )


def report_line(document: Document) -> str:
    """A document's line of the parse report."""
    return json.dumps(to_report(document), ensure_ascii=False)


def prepare_all(files: list[File], max_bytes: int, workers: int) -> Iterator[Prepared]:
    """Each file prepared, in order; close the iterator to stop the processes at once."""
    workers = min(workers, len(files))
    if workers <= 1 or sum(file.size for file in files) < SMALL_IMPORT:
        return (prepare(file, max_bytes) for file in files)
    return _prepare_in_processes(files, max_bytes, workers)


def _prepare_in_processes(files: Iterable[File], max_bytes: int, workers: int) -> Iterator[Prepared]:
    waiting = deque(files)
    while waiting:
        try:
            yield from _run_pool(waiting, max_bytes, workers)
        except BrokenProcessPool:
            # A process has died, and the pool with it. The file at the head goes alone, to tell which it was.
            yield _prepare_alone(waiting.popleft(), max_bytes)


def _run_pool(waiting: deque[File], max_bytes: int, workers: int) -> Iterator[Prepared]:
    """Yield the head of `waiting` again and again; a file leaves it only when it is done."""
    others = {child.pid for child in multiprocessing.active_children()}
    pool = _pool(workers)
    running: deque[Future[Prepared]] = deque()
    ahead = iter(tuple(waiting))
    is_finished = False
    try:
        while True:
            # A window, so that parsed documents do not pile up before a slow writer.
            while len(running) < 2 * workers and (file := next(ahead, None)):
                with ctrl_c_waits():
                    running.append(pool.submit(prepare, file, max_bytes))
            if not running:
                break
            prepared = running.popleft().result()
            waiting.popleft()
            yield prepared
        is_finished = True
    finally:
        pool.shutdown(wait=is_finished, cancel_futures=True)
        if not is_finished:
            for child in multiprocessing.active_children():
                if child.pid not in others:
                    child.terminate()
                    child.join()


def _prepare_alone(file: File, max_bytes: int) -> Prepared:
    try:
        with _pool(1) as pool:
            with ctrl_c_waits():
                future = pool.submit(prepare, file, max_bytes)
            return future.result()
    except BrokenProcessPool:
        return Prepared(file.name, failure="解析这个文件的进程意外终止（可能是内存不够）")


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, CONTEXT, initializer=end_with_parent)
