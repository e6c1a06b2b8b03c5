"""The files that an import is given: which of them can be read, and their bytes. No database."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from unioncms.parsing import SUFFIXES

# Controls, and the marks that turn the direction of a line: a file name must not rewrite the terminal.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Refused(Exception):
    """A file that is not imported; the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to import; `name` is its path below the folder that was given, fit to be shown."""

    path: Path
    name: str
    size: int


@dataclass
class Listing:
    """What the given paths hold."""

    files: list[File] = field(default_factory=list)
    skipped: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)  # name, reason
    is_usable: bool = False


def shown(name: str) -> str:
    """A file name with what cannot be shown replaced: undecodable bytes, control and direction marks."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return UNSAFE.sub("\ufffd", text)


def list_files(paths: Iterable[Path]) -> Listing:
    """Files in the order of the paths, folders walked in name order; each file once."""
    listing = Listing()
    seen: set[tuple[int, int]] = set()
    for path in paths:
        for found, name in _walk(path, path.name, listing):
            _take(found, name, listing, seen)
    return listing


def _walk(path: Path, name: str, listing: Listing) -> Iterator[tuple[Path, str]]:
    waiting = [(path, name, True)]
    while waiting:
        path, name, is_given = waiting.pop()
        try:
            if not path.is_dir():
                yield path, name
                continue
            entries = sorted(path.iterdir(), key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            listing.refused.append((shown(str(path) if is_given else name), reason_of(error)))
            continue
        listing.is_usable = True
        for entry in entries:
            if entry.name.startswith(".") or _is_linked_folder(entry):
                listing.skipped += 1
            else:
                waiting.append((entry, entry.name if is_given else f"{name}/{entry.name}", False))


def _is_linked_folder(path: Path) -> bool:
    try:
        return path.is_symlink() and path.is_dir()
    except OSError:  # the walk meets it again, and says so
        return False


def _take(path: Path, name: str, listing: Listing, seen: set[tuple[int, int]]) -> None:
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        listing.refused.append((shown(str(path)), reason_of(error)))
        return
    if path.suffix.lower() not in SUFFIXES or not stat.S_ISREG(status.st_mode):
        listing.skipped += 1
        return
    listing.is_usable = True
    if (status.st_dev, status.st_ino) not in seen:
        seen.add((status.st_dev, status.st_ino))
        listing.files.append(File(path, shown(name), status.st_size))


def reason_of(error: OSError | ValueError) -> str:
    """Why the system would not give a file, in Chinese."""
    match error:
        case FileNotFoundError():
            return "找不到这个文件或目录"
        case PermissionError():
            return "没有读取权限"
        case IsADirectoryError():
            return "是目录，不是文件"
        case OSError():
            return f"无法读取（{error.strerror}）"
    return "路径无效"


def read_bytes(file: File, max_bytes: int) -> bytes:
    """The bytes of a file, or Refused: it has gone, is closed to us, is empty or is too large."""
    try:
        with file.path.open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except FileNotFoundError:
        raise Refused("列出之后、读取之前文件已不存在") from None
    except OSError as error:
        raise Refused(reason_of(error)) from None
    if len(data) > max_bytes:
        megabytes = max(file.size, len(data)) / 2**20
        raise Refused(f"文件有 {megabytes:.1f} MB，超过上限 {max_bytes / 2**20:g} MB（MAX_DOCUMENT_MB）")
    if not data:
        raise Refused("文件是空的")
    return data
