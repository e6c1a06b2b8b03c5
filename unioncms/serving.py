"""An embedded site on this machine: made ready, filled from documents, served until Ctrl-C.

Production runs the same WSGI application under granian by its own command: docs/production.md.
"""

import os
import signal
import socket

from django.core.management import CommandError, call_command
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

ADDRESS = "127.0.0.1"


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
    """The database, the cache's table and the static files, as this version wants them."""
    call_command("migrate", verbosity=0, interactive=False)
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
    """Its worker processes never see Ctrl-C, which a terminal sends to them too: they end when told to.

    A worker that is interrupted and told to end at once hangs, and one that is still starting complains.
    """

    def _spawn_workers(self, *args) -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            super()._spawn_workers(*args)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def serve(port: int) -> None:
    """Serve until Ctrl-C, SIGTERM or the closing of the terminal; the worker process ends first."""
    os.environ["PORT"] = str(port)  # for the settings of the worker process
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
    # A worker for background jobs starts and ends beside the server: here and in on_shutdown.
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    server.serve()
