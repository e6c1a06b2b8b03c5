"""recognise: one text a line in, one JSON list of [kind, name] a line out. The work is done in unioncms.parsing."""

import json
import sys
from contextlib import nullcontext
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from unioncms.parsing.mentions import find_mentions


class Command(BaseCommand):
    help = (
        "识别文本中的人物(person)、单位(organisation)、职务(title)和地点(place):"
        "每行输入一段文本，每行输出一个 JSON 数组，元素为 [类别, 名称]，按原文顺序列出每一处。不需要数据库。"
    )
    requires_system_checks = []  # needs neither database nor pages

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", nargs="?", type=Path, metavar="FILE", help="UTF-8 文本文件；不给时读标准输入"
        )

    def handle(self, *, file: Path | None, **options) -> None:
        try:
            source = file.open("rb") if file else nullcontext(sys.stdin.buffer)
        except OSError as error:
            raise CommandError(f"无法读取文件：{file}") from error
        with source as lines:
            for line in lines:
                self._write(line.decode("utf-8", errors="replace").removeprefix("\ufeff").rstrip("\r\n"))

    def _write(self, text: str) -> None:
        self.stdout.write(json.dumps(find_mentions(text), ensure_ascii=False))
        self.stdout.flush()
