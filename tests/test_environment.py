"""The key of an embedded site: private, made once, the same for everyone who starts."""

import stat
import subprocess
import sys
from pathlib import Path

from unioncms.environment import local_secret_key

ROOT = Path(__file__).resolve().parent.parent


def test_the_key_is_private_and_kept(tmp_path):
    path = tmp_path / "var" / "secret_key"
    key = local_secret_key(path)
    assert len(key) >= 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert local_secret_key(path) == key
    assert [entry.name for entry in path.parent.iterdir()] == ["secret_key"]


def test_processes_that_start_together_read_one_key(tmp_path):
    path = tmp_path / "secret_key"
    program = (
        "import sys; from pathlib import Path; from unioncms.environment import local_secret_key;"
        "sys.stdin.read(1); print(local_secret_key(Path(sys.argv[1])))"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(path)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in started:
        process.stdin.write(".")
        process.stdin.flush()
    keys = {process.communicate()[0].strip() for process in started}
    assert keys == {path.read_text()}
