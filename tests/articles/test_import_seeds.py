"""manage.py import_seeds: its counts, its exits, and what it does with bad input."""

import inspect
import io
import json
import multiprocessing
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles import preparing
from articles.files import File, list_files
from articles.importing import Importer
from articles.models import Article, ImportRun, SourceDocument
from articles.preparing import prepare_all
from tests.articles.dying import prepare_or_die
from tests.articles.test_importing import dump
from unioncms.states import Status

PAGE = """\
# 云州市总工会举办技能大赛

本报讯 5月1日,云州市总工会举办职工技能大赛。云州市总工会主席林海生出席并讲话。
"""
TRADITIONAL = """\
雲州市總工會舉辦職工技能大賽
本報訊 五月一日,雲州市總工會舉辦職工技能大賽,主席林海生出席並講話。
"""
ONE_MEGABYTE = 2**20
PATIENCE = 600  # seconds for a process to do what it was started for; a busy machine is no fault


def write(folder: Path, name: str = "page.txt", text: str = PAGE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def run(*paths, code: int = 0, **options) -> tuple[str, str]:
    """Standard output and standard error of the command, which must end with `code`."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("import_seeds", *map(str, paths), stdout=out, stderr=err, **options)
        found, message = 0, ""
    except CommandError as error:
        found, message = error.returncode, str(error)
    assert found == code, err.getvalue() + message
    return out.getvalue(), err.getvalue() + message


def counts(err: str) -> dict[str, str]:
    """The closing table."""
    return dict(re.findall(r"^(\S+) +([\d,.]+)$", err, flags=re.MULTILINE))


# What it does


@pytest.mark.django_db
def test_files_come_in_as_drafts(tmp_path):
    write(tmp_path)
    _, err = run(tmp_path)
    table = counts(err)
    assert (table["文件：新增"], table["文件：未变"], table["文件：失败"]) == ("1", "0", "0")
    assert table["新建稿件"] == str(Article.objects.count()) != "0"
    assert not Article.objects.published().exists()


@pytest.mark.django_db
def test_the_table_is_aligned(tmp_path):
    write(tmp_path)
    lines = run(tmp_path)[1].splitlines()
    widths = {sum(1 if each.isascii() else 2 for each in line) for line in lines}
    assert len(widths) == 1


@pytest.mark.django_db
def test_a_second_run_changes_no_row(tmp_path):
    write(tmp_path)
    run(tmp_path, publish=True)
    before = dump()
    assert counts(run(tmp_path, publish=True)[1])["文件：未变"] == "1"
    assert dump() == before


@pytest.mark.django_db
def test_publish_is_for_what_came_in_with_this_run(tmp_path):
    write(tmp_path, "a.txt")
    run(tmp_path)
    write(tmp_path, "b.txt", PAGE.replace("5月1日", "6月1日"))
    run(tmp_path, publish=True)
    status = dict(SourceDocument.objects.values_list("name", "articles__status"))
    assert status == {"a.txt": Status.DRAFT, "b.txt": Status.PUBLISHED}


@pytest.mark.django_db
def test_the_report_has_a_line_for_each_document_in_input_order(tmp_path):
    write(tmp_path, "in/b/page.txt")
    write(tmp_path, "in/a.md", PAGE.replace("5月1日", "6月1日"))
    write(tmp_path, "in/c.txt", "")
    report = tmp_path / "report.jsonl"
    report.write_text("old")
    run(tmp_path / "in", code=1, report=str(report))
    lines = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    assert [each["source"] for each in lines] == ["a.md", "b/page.txt"]
    assert list(tmp_path.glob(".report*")) == []


def test_the_report_goes_to_standard_output(tmp_path):
    write(tmp_path)
    out, err = run(tmp_path, dry_run=True, report="-")
    assert json.loads(out)["source"] == "page.txt"
    assert counts(err)["文件：已解析"] == "1"


def test_a_report_that_cannot_be_written_stops_the_start(tmp_path):
    write(tmp_path)
    _, err = run(tmp_path, dry_run=True, report=str(tmp_path / "missing" / "report.jsonl"), code=2)
    assert "无法写入报告" in err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full on this system")
@pytest.mark.django_db
def test_a_report_that_cannot_be_finished_is_said_and_the_import_stands(tmp_path):
    write(tmp_path)
    _, err = run(tmp_path, report="/dev/full", code=1)
    assert "报告没有写成" in err
    assert counts(err)["文件：新增"] == "1"
    assert ImportRun.objects.get().counts["documents"] == {"new": 1}


def test_a_reader_of_the_report_that_has_gone_is_no_fault(tmp_path):
    """import_seeds --report - | head -1"""
    write(tmp_path)
    options = ("--dry-run", "--report", "-")
    with start("import_seeds", str(tmp_path), *options, database="sqlite://:memory:") as child:
        child.stdout.close()
        err = child.stderr.read()
    assert child.returncode == 1
    assert "报告没有写成" in err
    assert "Traceback" not in err
    assert "Exception ignored" not in err


def test_a_dry_run_touches_no_database(tmp_path):
    """pytest-django refuses every query of a test that has not asked for the database."""
    write(tmp_path)
    assert counts(run(tmp_path, dry_run=True)[1])["文件：已解析"] == "1"


@pytest.mark.django_db
def test_two_processes_give_the_same_as_one(tmp_path, monkeypatch):
    monkeypatch.setattr(preparing, "SMALL_IMPORT", 0)
    for number in range(5):
        write(tmp_path, f"in/{number}.txt", PAGE.replace("5月1日", f"{number + 1}月1日"))
    reports = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    run(tmp_path / "in", dry_run=True, workers=1, report=str(reports[0]))
    run(tmp_path / "in", workers=2, report=str(reports[1]))
    assert reports[0].read_bytes() == reports[1].read_bytes()
    assert SourceDocument.objects.count() == 5


def test_help_is_in_chinese(capsys):
    with pytest.raises(SystemExit) as stop:
        call_command("import_seeds", "--help")
    assert stop.value.code == 0
    out = capsys.readouterr().out
    assert "只解析，不写数据库" in out
    assert "show this help" not in out


# Which files


def test_folders_are_walked_in_name_order(tmp_path):
    for name in ("b.txt", "a/2.md", "a/10.txt", "c.xls", ".hidden.txt", ".git/x.txt"):
        write(tmp_path, name)
    listing = list_files([tmp_path])
    assert [file.name for file in listing.files] == ["a/10.txt", "a/2.md", "b.txt"]
    assert listing.skipped == 3


def test_a_file_given_twice_comes_once(tmp_path):
    path = write(tmp_path)
    assert len(list_files([tmp_path, path, path]).files) == 1


def test_a_link_that_leads_back_does_not_go_round(tmp_path):
    write(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path)
    assert [file.name for file in list_files([tmp_path]).files] == ["page.txt"]


def test_folders_may_be_nested_however_deep(tmp_path):
    folder = tmp_path.joinpath(*["d"] * 100)
    folder.mkdir(parents=True)
    (folder / "page.txt").write_text(PAGE)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 80)
    try:
        listing = list_files([tmp_path])
    finally:
        sys.setrecursionlimit(limit)
    assert [file.path for file in listing.files] == [folder / "page.txt"]


def test_a_folder_that_lists_its_files_and_opens_none_is_refused(tmp_path, monkeypatch):
    """Mode 444: names may be read, and nothing about them."""
    path = write(tmp_path)

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_symlink", refuse)
    monkeypatch.setattr(Path, "stat", lambda each, **_: os.stat(each) if each != path else refuse())
    assert list_files([tmp_path]).refused == [("page.txt", "没有读取权限")]


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    listing = list_files([tmp_path])
    assert (listing.files, listing.skipped) == ([], 1)


def test_a_strange_file_name_cannot_rewrite_the_terminal(tmp_path):
    odd = os.fsdecode("a\x1b[31m\u202eb".encode() + b"\xff.txt")
    (tmp_path / odd).write_text("x")
    assert [file.name for file in list_files([tmp_path]).files] == ["a\ufffd[31m\ufffdb\ufffd.txt"]


# Bad input


@pytest.mark.django_db
def test_a_missing_path_leaves_the_others_in(tmp_path):
    write(tmp_path)
    _, err = run(tmp_path / "missing", tmp_path, code=1)
    assert f"失败 {tmp_path / 'missing'}：找不到这个文件或目录" in err
    assert Article.objects.exists()
    assert ImportRun.objects.get().failures[0]["reason"] == "找不到这个文件或目录"


@pytest.mark.parametrize("name", ["missing", "page.xls"])
def test_no_usable_path_is_an_error_of_its_own(tmp_path, name):
    (tmp_path / "page.xls").touch()
    assert "没有可以导入" in run(tmp_path / name, code=2)[1]


@pytest.mark.django_db
def test_an_empty_folder_is_no_error(tmp_path):
    assert counts(run(tmp_path)[1])["文件：新增"] == "0"
    assert not ImportRun.objects.exists()


BAD_FILES = {
    "空文件": (b"", "文件是空的"),
    "二进制": (bytes(range(256)) * 64, ""),
    "半个字": ("云州市总工会".encode() + b"\xff\xfe\xfd" + "大赛".encode(), ""),
}


@pytest.mark.parametrize("content", BAD_FILES.values(), ids=BAD_FILES)
@pytest.mark.django_db
def test_a_bad_file_is_named_with_its_reason(tmp_path, content):
    data, reason = content
    (tmp_path / "bad.txt").write_bytes(data)
    write(tmp_path, "good.txt")
    _, err = run(tmp_path, code=1)
    assert re.search(f"^失败 bad.txt：.*{reason}", err, flags=re.MULTILINE)
    assert list(SourceDocument.objects.values_list("name", flat=True)) == ["good.txt"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "big5", "utf-16"])
@pytest.mark.django_db
def test_other_encodings_are_read_and_recorded(tmp_path, encoding):
    (tmp_path / "page.txt").write_bytes((TRADITIONAL * 3).encode(encoding))
    run(tmp_path)
    source = SourceDocument.objects.get()
    assert source.text.splitlines() == (TRADITIONAL * 3).splitlines()
    assert source.encoding[:5].lower() == encoding[:5]


def test_a_large_file_is_refused_in_a_sentence(tmp_path, settings):
    settings.MAX_DOCUMENT_MB = 1
    (tmp_path / "large.txt").write_bytes(b"a" * (ONE_MEGABYTE + 1))
    _, err = run(tmp_path, dry_run=True, code=1)
    assert "失败 large.txt：文件有 1.0 MB，超过上限 1 MB（MAX_DOCUMENT_MB）" in err


def test_a_file_that_vanishes_is_named(tmp_path):
    file = File(tmp_path / "gone.txt", "gone.txt", 10)
    assert "不存在" in next(iter(prepare_all([file], ONE_MEGABYTE, 1))).failure


def test_a_closed_file_is_named(tmp_path, monkeypatch):
    """Told by the system's answer: root, who runs some of these tests, may read every file."""
    open_path = Path.open

    def refuse(self, *args, **options):
        if self.name == "page.txt":
            raise PermissionError(13, "Permission denied")
        return open_path(self, *args, **options)

    write(tmp_path)
    monkeypatch.setattr(Path, "open", refuse)
    assert "失败 page.txt：没有读取权限" in run(tmp_path, dry_run=True, code=1)[1]


def test_a_fault_of_the_parser_costs_one_document(tmp_path, monkeypatch):
    parse = preparing.parse

    def fail_once(source, outline=None):
        if source.name == "a.txt":
            raise RecursionError
        return parse(source, outline)

    monkeypatch.setattr(preparing, "parse", fail_once)
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt")
    _, err = run(tmp_path, dry_run=True, code=1)
    assert "失败 a.txt：解析时出现内部错误（RecursionError, test_import_seeds.py:" in err
    assert counts(err)["文件：已解析"] == "1"


def test_a_process_that_dies_costs_one_document(tmp_path, monkeypatch):
    monkeypatch.setattr(preparing, "SMALL_IMPORT", 0)
    monkeypatch.setattr(preparing, "prepare", prepare_or_die)
    files = [File(tmp_path / f"{each}.txt", f"{each}.txt", 10) for each in range(5)]
    found = list(prepare_all(files, ONE_MEGABYTE, 2))
    assert [each.name for each in found] == [file.name for file in files]
    assert [each.name for each in found if each.failure] == ["2.txt"]
    assert multiprocessing.active_children() == []


# Interrupted, locked, down


@pytest.mark.django_db
def test_ctrl_c_leaves_what_is_in_whole(tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt", "c.txt"):
        write(tmp_path, name, PAGE + name)
    take = Importer._store

    def interrupted(self, prepared, corrects):
        if prepared.name == "b.txt":
            raise KeyboardInterrupt
        return take(self, prepared, corrects)

    monkeypatch.setattr(Importer, "_store", interrupted)
    _, err = run(tmp_path, code=130)
    assert "已中断" in err
    assert list(SourceDocument.objects.values_list("name", flat=True)) == ["a.txt"]
    assert ImportRun.objects.get().counts["documents"] == {"new": 1}


@pytest.fixture(scope="module")
def migrated(tmp_path_factory) -> Path:
    """An SQLite file with the tables and no rows."""
    path = tmp_path_factory.mktemp("database") / "site.sqlite3"
    child = start("migrate", "-v0", database=f"sqlite:///{path}")
    _, err = child.communicate(timeout=PATIENCE)
    assert child.returncode == 0, err
    return path


def start(*arguments: str, database: str, timeout: float = 0.2) -> subprocess.Popen:
    """A management command in a process of its own, which waits `timeout` seconds for a lock."""
    code = f"""
import signal
import sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell lets its background jobs ignore Ctrl-C
from django.conf import settings
from django.core.management import execute_from_command_line
if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    settings.DATABASES["default"]["OPTIONS"]["timeout"] = {timeout}
execute_from_command_line(["manage.py", *sys.argv[1:]])
"""
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "unioncms.settings"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_a_locked_database_is_said_to_be_locked(tmp_path, migrated):
    write(tmp_path)
    holder = sqlite3.connect(migrated, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    child = start("import_seeds", str(tmp_path), database=f"sqlite:///{migrated}")
    _, err = child.communicate(timeout=PATIENCE)
    holder.execute("ROLLBACK")
    assert child.returncode == 1
    assert "数据库被另一个程序占用" in err
    assert "Traceback" not in err
    assert holder.execute("SELECT count(*) FROM articles_sourcedocument").fetchone() == (0,)
    holder.close()


@pytest.mark.parametrize(
    ("database", "sentence"),
    [
        ("postgres://nobody:x@127.0.0.1:1/none", "数据库无法使用"),
        ("sqlite:////nonexistent/folder/site.sqlite3", "数据库无法使用"),
        ("sqlite://:memory:", "请先运行 python manage.py migrate"),
    ],
    ids=["down", "no-folder", "no-tables"],
)
def test_a_database_that_is_not_there_is_said_to_be_so(tmp_path, database, sentence):
    write(tmp_path)
    child = start("import_seeds", str(tmp_path), database=database)
    _, err = child.communicate(timeout=PATIENCE)
    assert child.returncode == 1
    assert sentence in err
    assert "Traceback" not in err


def test_a_dry_run_needs_no_database(tmp_path):
    write(tmp_path)
    child = start("import_seeds", str(tmp_path), "--dry-run", database="postgres://nobody:x@127.0.0.1:1/none")
    _, err = child.communicate(timeout=PATIENCE)
    assert (child.returncode, counts(err)["文件：已解析"]) == (0, "1")


def test_a_wrong_flag_ends_with_two(tmp_path):
    child = start("import_seeds", str(tmp_path), "--workers", "0", database="sqlite://:memory:")
    _, err = child.communicate(timeout=PATIENCE)
    assert child.returncode == 2
    assert "进程数应为不小于 1 的整数" in err


def test_ctrl_c_ends_the_processes_too(tmp_path):
    """Two processes are at work on two large pages when the import is interrupted."""
    folder = tmp_path / "in"
    for number in range(4):
        write(folder, f"{number}.txt", f"{number}\n" + PAGE * 40_000)
    child = start("import_seeds", str(folder), "--dry-run", "--workers", "2", database="sqlite://:memory:")
    try:
        # The two and the one with which Python keeps count of them.
        wait_until(lambda: child.poll() is not None or len(_children(child.pid)) == 3)
        workers = _children(child.pid)
        os.killpg(child.pid, signal.SIGINT)  # as a terminal sends it: to all of them at once
        _, err = child.communicate(timeout=PATIENCE)
    finally:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
    assert child.returncode == 130
    assert "已中断" in err
    assert "Traceback" not in err
    assert len(workers) == 3
    wait_until(lambda: not any(map(_is_running, workers)))


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _children(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []


def _is_running(pid: str) -> bool:
    """One that has ended stays in the list until its parent, by then the system's first process, asks after it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_two_imports_at_once_make_one_of_each(tmp_path, migrated):
    folder = tmp_path / "in"
    for number in range(12):
        write(folder, f"{number}.txt", f"{PAGE}\n第{number}页\n")
    database = f"sqlite:///{migrated}"
    both = [start("import_seeds", str(folder), database=database, timeout=PATIENCE) for _ in range(2)]
    assert [(child.communicate(timeout=PATIENCE)[1], child.returncode)[1] for child in both] == [0, 0]
    rows = sqlite3.connect(migrated)
    assert rows.execute("SELECT count(*) FROM articles_sourcedocument").fetchone() == (12,)
    names = rows.execute("SELECT name FROM people_person").fetchall()
    assert len(names) == len(set(names))
    rows.close()
