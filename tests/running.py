"""A site as `make run` builds it, in a process of its own: for tests that look at it from outside."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 600  # seconds; a busy machine is no fault


def free_port() -> int:
    """A port below those that the system gives to clients: nobody takes it by chance until the site listens on it."""
    for port in random.sample(range(20_000, 32_000), 100):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no port is free")


@dataclass
class Site:
    """`manage.py serve` with its files in `folder`; `start` waits until it answers."""

    folder: Path
    port: int = field(default_factory=free_port)
    seeds: Path = ROOT / "seeds"
    process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def output(self) -> str:
        return (self.folder / "serve.log").read_text()

    @property
    def password(self) -> str:
        return re.search(r"密码 (\S+)$", self.output, re.MULTILINE).group(1)

    def start(self) -> "Site":
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), "VAR_ROOT": str(self.folder / "var")}
        with (self.folder / "serve.log").open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--port", str(self.port), "--seeds", str(self.seeds)],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"the site did not start:\n{self.output}")
            time.sleep(0.2)
        return self

    def stop(self) -> int:
        """As Ctrl-C in a terminal does: SIGINT to the whole group. The exit code."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
        try:
            return self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            raise

    def _answers(self) -> bool:
        if "Ctrl-C" not in self.output:
            return False
        try:
            urlopen(f"{self.url}/", timeout=30).close()
        except HTTPError:
            return True
        except (URLError, ConnectionError, TimeoutError):
            return False
        return True
