"""A PostgreSQL server of the tests' own: `python -m tests.postgres COMMAND …` runs COMMAND beside one.

It is made from the installed server's binaries in a temporary folder, listens on a unix socket only, runs as
an unprivileged user (initdb refuses root) and is gone at the end, also after Ctrl-C. COMMAND finds it by
TEST_DATABASE_URL. Where no server is installed COMMAND is skipped; with REQUIRE_ALL=1 that is a failure.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg2

# Nothing here outlives the run, so nothing has to reach the disk.
SERVER_OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "40",
}


def find_server() -> Path | None:
    """The folder of initdb and postgres: the newest installed, or None."""
    folders = []
    if shutil.which("pg_config"):
        printed = subprocess.run(
            ["pg_config", "--bindir"], capture_output=True, text=True, check=False
        ).stdout
        folders.append(Path(printed.strip()))
    packaged = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(packaged, key=lambda path: float(path.parent.name), reverse=True)
    folders += [Path(name) for name in os.get_exec_path()]
    for folder in folders:
        if (folder / "initdb").is_file() and (folder / "postgres").is_file():
            return folder
    return None


def server_user() -> str | None:
    """Whom the server runs as when root starts it: postgres or, where that is missing, nobody."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@contextmanager
def running_server(folder: Path) -> Iterator[str]:
    """The address of a database on a server that lives as long as the block."""
    user = server_user()
    identity = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}
    home = Path(tempfile.mkdtemp(prefix="unioncms-postgres-"))
    log = home / "server.log"
    try:
        log.touch()
        if user:
            for path in (home, log):
                shutil.chown(path, user, identity["group"])
        data = home / "data"
        common = {"cwd": home, "stdin": subprocess.DEVNULL, **identity}
        command = [folder / "initdb", "-D", data, "-U", "unioncms", "--auth=trust", "--no-sync"]
        made = subprocess.run(
            [*command, "-E", "UTF8", "--locale=C.UTF-8"],
            capture_output=True,
            text=True,
            check=False,
            **common,
        )
        if made.returncode:
            raise RuntimeError(f"initdb failed: {made.stderr or made.stdout}")
        options = [f"-c{name}={value}" for name, value in SERVER_OPTIONS.items()]
        with log.open("ab") as output:
            # Its own session: Ctrl-C in the terminal is for the tests, which need the server to end well.
            server = subprocess.Popen(
                [folder / "postgres", "-D", data, "-k", home, *options],
                stdout=output,
                stderr=output,
                start_new_session=True,
                **common,
            )
        try:
            _wait_until_ready(server, home, log)
            yield f"postgres://unioncms@/postgres?host={quote(str(home))}"
        finally:
            _stop(server)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _wait_until_ready(server: subprocess.Popen, home: Path, log: Path) -> None:
    for _ in range(3000):
        if server.poll() is not None:
            raise RuntimeError(f"the server ended: {log.read_text()}")
        try:
            psycopg2.connect(host=str(home), user="unioncms", dbname="postgres").close()
        except psycopg2.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"the server did not answer in five minutes: {log.read_text()}")


def _stop(server: subprocess.Popen) -> None:
    """SIGINT asks for a fast shutdown, which drops connections; SIGQUIT for one at once."""
    for request in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        if server.poll() is None:
            server.send_signal(request)
        try:
            server.wait(timeout=15)
        except subprocess.TimeoutExpired:
            continue
        return


def _interrupt(*_) -> None:
    raise KeyboardInterrupt


def main(command: list[str]) -> int:
    folder = find_server()
    if folder is None:
        must = os.environ.get("REQUIRE_ALL") == "1"
        outcome = "REQUIRE_ALL=1 wants" if must else "skipped"
        sys.stderr.write(f"PostgreSQL is not installed: {outcome} the database tests on it.\n")
        return int(must)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with running_server(folder) as address:
            child = subprocess.Popen(command, env={**os.environ, "TEST_DATABASE_URL": address})
            try:
                return child.wait()
            except KeyboardInterrupt:
                child.send_signal(signal.SIGINT)
                return child.wait() or 130
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
