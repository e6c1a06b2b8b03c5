"""The register as one JSON file under Popolo's field names."""

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from events.popolo import events
from people.popolo import memberships, organizations, persons, posts

LISTS = {
    "persons": persons,
    "organizations": organizations,
    "posts": posts,
    "memberships": memberships,
    "events": events,
}


class Command(BaseCommand):
    help = "按 Popolo 规范导出人物、单位、职务、任职和活动（JSON）。默认只导出读者能看到的记录。"

    def add_arguments(self, parser):
        parser.add_argument(
            "file", nargs="?", default="-", metavar="FILE", help="写入的文件；省略或 - 为标准输出。"
        )
        parser.add_argument("--all", action="store_true", help="连同未公开的记录一起导出，仅供内部使用。")

    def handle(self, *args, **options):
        if options["file"] == "-":
            write_register(partial(self.stdout.write, ending=""), options["all"])
            return
        path = Path(options["file"])
        part = path.with_name(f"{path.name}.part")
        try:
            with part.open("w", encoding="utf-8") as stream:
                counts = write_register(stream.write, options["all"])
            os.replace(part, path)
        except OSError as error:
            raise CommandError(f"写不进 {path}：{error.strerror}") from error
        finally:
            part.unlink(missing_ok=True)
        self.stdout.write("，".join(f"{name} {count}" for name, count in counts.items()))


def write_register(write: Callable[[str], object], is_everything: bool) -> dict[str, int]:
    """Row for row, so that memory does not grow with the register. Answers how many of each kind."""
    counts: dict[str, int] = {}
    for name, rows in LISTS.items():
        write((",\n" if counts else "{\n") + json.dumps(name) + ": [")
        counts[name] = 0
        for row in rows(is_everything):
            write(("," if counts[name] else "") + "\n" + json.dumps(row, ensure_ascii=False))
            counts[name] += 1
        write("\n]")
    write("\n}\n")
    return counts
