"""A child process ends when the process that started it is gone, even by kill -9, on every system."""

import ctypes
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from threading import Thread

SUPERVISED = "XIANGYIN_SUPERVISED"
"""In a child's environment: the process number of the supervisor, which holds the other end of its standard input."""
GRACE_S = 8.0
PR_SET_PDEATHSIG = 1


def end_with_supervisor() -> None:
    """In a child of `run`: end when the supervisor does. Elsewhere nothing.

    The name leaves the environment, because a child of this process has another standard input.
    """
    supervisor = os.environ.pop(SUPERVISED, None)
    if supervisor is None:
        return
    _ask_the_kernel(int(supervisor))
    _when_over(lambda: os.read(0, 1))


def end_with_spawner() -> None:
    """In a process started by `multiprocessing`: end when the process that started it does."""
    spawner = multiprocessing.parent_process()
    if spawner is not None:
        _when_over(spawner.join)


def _ask_the_kernel(supervisor: int) -> None:
    """On Linux a signal arrives even where no thread of ours can run."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != supervisor:
            _leave()


def _when_over(wait: Callable[[], object]) -> None:
    def watch() -> None:
        wait()
        _leave()

    Thread(target=watch, name="end-with-parent", daemon=True).start()


def _leave() -> None:
    """Ask politely, as a stopping service does, then go."""
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE_S)
    os._exit(1)
