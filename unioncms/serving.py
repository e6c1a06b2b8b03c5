"""An embedded site on this machine: made ready, filled from documents, served until Ctrl-C.

Production runs the same WSGI application under granian by its own command: docs/production.md.
"""

import os
import signal
import socket
import time

import django
from django.core.management import CommandError, call_command
from django.db import OperationalError
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from unioncms.processes import CONTEXT, ctrl_c_waits, end_with_parent

ADDRESS = "127.0.0.1"
WORKER_PATIENCE = 10  # seconds that a job may take to come to its end when the site ends


def require_free_port(port: int) -> None:
    """Raise CommandError when something answers on `port`, or it may not be had."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} cannot be used ({error.strerror}); PORT=8001 make run takes another."
            ) from error
        except OverflowError:
            raise CommandError(f"{port} is not a port: choose one from 1024 to 65535.") from None


def set_up() -> None:
    """The database, the search's index, the cache's table and the static files, as this version wants them."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("reindex", missing=True, verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def fill(documents: list[str]) -> bool:
    """Import and publish `documents`; False when some of them failed and the others are in."""
    try:
        call_command("import_seeds", *documents, publish=True)
    except CommandError as error:
        if error.returncode != 1:
            raise
        return False
    except SystemExit as end:
        if end.code not in (0, 1):
            raise
        return end.code == 0
    return True


class Server(Granian):
    """A worker process that is interrupted and told to end at once hangs, and one still starting complains."""

    def _spawn_workers(self, *args) -> None:
        with ctrl_c_waits():
            super()._spawn_workers(*args)


class Worker:
    """A process beside the server that does the background work."""

    def start(self) -> None:
        self.process = CONTEXT.Process(target=work, name="worker")
        with ctrl_c_waits():
            self.process.start()

    def stop(self) -> None:
        self.process.terminate()
        self.process.join(WORKER_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def work() -> None:
    """Do background work until told to end, or until the process that started this one is gone."""
    django.setup()
    end_with_parent()
    while True:
        try:
            call_command("db_worker", verbosity=0, startup_delay=False, reload=False)
            return
        except OperationalError:  # a long import holds SQLite's write lock, and the queue cannot be read
            time.sleep(1)


def serve(port: int) -> None:
    """Serve until Ctrl-C, SIGTERM or the closing of the terminal; the worker processes end first."""
    os.environ["PORT"] = str(port)  # for the settings of the worker processes
    server = Server(
        "unioncms.wsgi:application",
        address=ADDRESS,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        workers_kill_timeout=5,
        log_level=LogLevels.warning,
    )
    worker = Worker()
    worker.start()
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    try:
        server.serve()
    finally:
        worker.stop()
