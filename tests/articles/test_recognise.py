"""recognise: a line in, a JSON list out; without a database."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

TEXT = "云州市总工会主席韩文涛到会。\n\n教育部部长陈立言说。\n"
EXPECTED = [
    [["organisation", "云州市总工会"], ["title", "主席"], ["person", "韩文涛"]],
    [],
    [["organisation", "教育部"], ["title", "部长"], ["person", "陈立言"]],
]


def lines_of(*arguments):
    out = io.StringIO()
    call_command("recognise", *arguments, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_reads_a_file(tmp_path):
    (tmp_path / "texts.txt").write_text(TEXT, encoding="utf-8")
    assert lines_of(str(tmp_path / "texts.txt")) == EXPECTED


def test_reads_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert lines_of() == EXPECTED


def test_a_file_that_is_not_there_is_said_plainly(tmp_path):
    with pytest.raises(CommandError, match="无法读取文件"):
        lines_of(str(tmp_path / "none.txt"))
