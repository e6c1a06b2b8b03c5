"""Processes of our own beside this one: they never see Ctrl-C, and do not outlive it."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker

# Not forked: a forked process would share our database connection.
CONTEXT = multiprocessing.get_context("spawn")


@contextmanager
def ctrl_c_waits() -> Iterator[None]:
    """Hold Ctrl-C back while a process is started; it inherits the hold for good and ends when told to.

    A terminal sends Ctrl-C to every process at once.
    """
    # Python's resource tracker comes with the first process, and its start lets Ctrl-C through again: it is started
    # before.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_parent() -> None:
    """Called in the new process: see to it that it does not outlive the one that started it."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    multiprocessing.parent_process().join()
    os._exit(1)
