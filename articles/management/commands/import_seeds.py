"""import_seeds: files in, counts out. The work is done in articles.preparing and articles.importing."""

import argparse
import os
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TextIO

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser, OutputWrapper
from django.db import DatabaseError
from tqdm import tqdm

from articles.building import count_discarded
from articles.files import Listing, list_files
from articles.importing import Importer, Outcome, Totals, explain
from articles.preparing import Prepared, prepare_all, report_line

PARSED = "parsed"
INTERRUPTED = 130
EPILOG = (
    "同一份文件（字节完全相同）只导入一次，改名或移动后仍是同一份；编辑改过的内容不会被再次导入覆盖。"
    "退出码：0 全部完成；1 有文件失败、有路径不存在，或数据库出错（其余文件已导入）；"
    "2 参数错误，或没有可用的路径；130 被 Ctrl-C 中断。"
)
DOCUMENT_ROWS = (
    (PARSED, "文件：已解析"),
    (Outcome.NEW, "文件：新增"),
    (Outcome.UNCHANGED, "文件：未变"),
    (Outcome.CHANGED, "文件：变更"),
    (Outcome.FAILED, "文件：失败"),
)
MADE_ROWS = (
    ("articles", "新建稿件"),
    ("people", "新建人物"),
    ("posts", "新建职务"),
    ("organisations", "新建单位"),
    ("events", "新建活动"),
)


class ReportLost(Exception):
    """The report can be written no further; the message says why."""


class Command(BaseCommand):
    help = "把工会报刊原文（文本、Markdown、网页、Word 文稿）导入为稿件，并建立其中的人物、单位和活动。"
    requires_system_checks = []  # a dry run needs neither database nor pages
    suppressed_base_arguments = frozenset(
        {
            "--version",
            "--settings",
            "--pythonpath",
            "--traceback",
            "--no-color",
            "--force-color",
            "--verbosity",
        }
    )

    def create_parser(self, prog_name: str, subcommand: str, **kwargs) -> CommandParser:
        parser = super().create_parser(
            prog_name, subcommand, epilog=EPILOG, usage="%(prog)s [选项] [PATH ...]", add_help=False, **kwargs
        )
        parser.add_argument("-h", "--help", action="help", help="显示这段说明。")
        parser._positionals.title, parser._optionals.title = "参数", "选项"
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        add = parser.add_argument
        add("paths", nargs="*", metavar="PATH", help="文件或文件夹；不填则导入 seeds/。")
        add("--dry-run", action="store_true", help="只解析，不写数据库（也不需要数据库）。")
        add("--report", metavar="FILE", help="把解析结果写入 FILE，一份文件一行 JSON；- 为标准输出。")
        add(
            "--publish",
            action="store_true",
            help="发布这一次新导入或有变更的稿件；此前已在库中、这次没有变更的草稿不发布。不加此项则存为草稿。",
        )
        add(
            "--no-new-records",
            action="store_true",
            help="不新建人物、单位、职务和活动；对不上的名称留待编辑处理。",
        )
        add(
            "--workers",
            type=_at_least_one,
            metavar="N",
            default=os.cpu_count() or 1,
            help="解析用的进程数，默认为处理器核数。",
        )

    def handle(self, *args, **options) -> None:
        started = time.monotonic()
        listing = self._list(options["paths"])
        importer = None
        if not options["dry_run"]:
            importer = Importer(publishes=options["publish"], make_records=not options["no_new_records"])
        totals = importer.totals if importer else Totals()
        trouble, code = "", 1
        try:
            with _report(options["report"], self.stdout) as write_line:
                self._refuse_unreadable(listing, totals, importer)
                self._run(listing, totals, importer, write_line, options["workers"])
        except KeyboardInterrupt:
            trouble, code = "已中断：已导入的文件是完整的，其余没有导入。", INTERRUPTED
        except ReportLost as error:
            trouble = f"报告没有写成（{error}）。已导入的文件是完整的。"
        except DatabaseError as error:
            trouble = f"{explain(error)}已导入的文件是完整的，其余没有导入。"
        unrecorded = _finish(importer)
        trouble = trouble or unrecorded
        self._say(_table(totals, listing.skipped, time.monotonic() - started, is_import=bool(importer)))
        failed = len(totals.failures)
        if trouble or failed:
            raise CommandError(trouble or f"{failed} 个文件或路径没有完成，原因见上。", returncode=code)

    def _list(self, paths: list[str]) -> Listing:
        listing = list_files([Path(path) for path in paths] or [settings.BASE_DIR / "seeds"])
        if not listing.is_usable:
            for name, reason in listing.refused:
                self._say(f"失败 {name}：{reason}")
            raise CommandError("没有可以导入的文件或文件夹。", returncode=2)
        return listing

    def _refuse_unreadable(self, listing: Listing, totals: Totals, importer: Importer | None) -> None:
        for name, reason in listing.refused:
            totals.refuse(name, reason)
            self._say(f"失败 {name}：{reason}")

    def _run(
        self,
        listing: Listing,
        totals: Totals,
        importer: Importer | None,
        write_line: Callable[[str], object],
        workers: int,
    ) -> None:
        max_bytes = settings.MAX_DOCUMENT_MB * 2**20
        documents = prepare_all(listing.files, max_bytes, workers)
        bar = tqdm(total=len(listing.files), unit="份", disable=None, file=sys.stderr, leave=False)
        with closing(documents), bar:
            for prepared in documents:
                failures = len(totals.failures)
                if importer:
                    importer.take(prepared)
                else:
                    _count(prepared, totals)
                bar.clear()
                for failure in totals.failures[failures:]:
                    self._say(f"失败 {failure['source']}：{failure['reason']}")
                for doubt in prepared.doubts:
                    self._say(f"注意 {prepared.name}：{doubt}")
                if len(totals.failures) == failures:
                    write_line(report_line(prepared.document))
                bar.update()

    def _say(self, text: str) -> None:
        self.stderr.write(text, style_func=str)


def _at_least_one(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"进程数应为不小于 1 的整数，不是 {text!r}")
    return int(text)


def _count(prepared: Prepared, totals: Totals) -> None:
    """A dry run's counts of one document."""
    if prepared.failure:
        totals.refuse(prepared.name, prepared.failure)
    else:
        totals.documents[PARSED] += 1
        totals.discarded += count_discarded(prepared.document, prepared.text)


def _finish(importer: Importer | None) -> str:
    """Store the record of the run; returns what kept it from being stored."""
    try:
        if importer:
            importer.finish()
    except DatabaseError as error:
        return explain(error)
    return ""


@contextmanager
def _report(path: str | None, out: OutputWrapper) -> Iterator[Callable[[str], object]]:
    """A function that takes the lines of the report. The file appears whole, or stays as it was."""
    if path is None:
        yield lambda line: None
    elif path == "-":
        yield lambda line: _write(out, f"{line}\n")
    else:
        with _report_file(path) as stream:
            yield lambda line: _write(stream, f"{line}\n")


@contextmanager
def _report_file(path: str) -> Iterator[TextIO]:
    target = Path(path)
    is_plain = target.is_file() or not target.exists()
    draft = target.with_name(f".{target.name}.{os.getpid()}") if is_plain else target
    try:
        stream = draft.open("w", encoding="utf-8")
    except OSError as error:
        raise CommandError(f"无法写入报告 {path}（{error.strerror}）", returncode=2) from None
    try:
        with stream:
            yield stream
        if is_plain:
            draft.replace(target)
    except OSError as error:
        raise ReportLost(error.strerror) from None
    finally:
        if is_plain:
            draft.unlink(missing_ok=True)


def _write(stream: TextIO | OutputWrapper, text: str) -> None:
    """Write at once, so that a full disk or a reader who has gone is noticed here."""
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            # What Python still holds for standard output would fail again at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise ReportLost(error.strerror) from None


def _table(totals: Totals, skipped: int, seconds: float, *, is_import: bool) -> str:
    """The closing table, one count a line."""
    wanted = (Outcome.NEW, Outcome.UNCHANGED, Outcome.CHANGED) if is_import else (PARSED,)
    rows = [
        (label, f"{totals.documents[key]:,}")
        for key, label in DOCUMENT_ROWS
        if key in wanted or key == Outcome.FAILED
    ]
    rows.append(("文件：跳过", f"{skipped:,}"))
    if is_import:
        rows += [(label, f"{totals.made[key]:,}") for key, label in MADE_ROWS]
        rows.append(("待对应的提及", f"{totals.waiting:,}"))
        if totals.proposed:
            rows.append(("待处理的差异", f"{totals.proposed:,}"))
    rows += [("舍弃的字符", f"{totals.discarded:,}"), ("用时（秒）", f"{seconds:.1f}")]
    label_width = max(_width(label) for label, _ in rows)
    number_width = max(len(number) for _, number in rows)
    return "\n".join(
        f"{label}{' ' * (label_width - _width(label))}  {number:>{number_width}}" for label, number in rows
    )


def _width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
