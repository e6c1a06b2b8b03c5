"""A worker that dies over one file. A module of its own: a process that prepares files has no Django."""

import os
import signal

from articles.preparing import Prepared


def prepare_or_die(file, max_bytes):
    if file.name == "2.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return Prepared(file.name)
