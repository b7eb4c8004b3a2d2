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
STARTER = os.getppid()


def end_with_supervisor() -> None:
    """In a child of `run`: end when the supervisor does. Elsewhere nothing.

    The name leaves the environment, because a child of this process has another standard input.
    """
    supervisor = os.environ.pop(SUPERVISED, None)
    if supervisor is None:
        return
    kernel_signals = _ask_the_kernel(int(supervisor))
    _when_over(lambda: os.read(0, 1), _wait_and_go if kernel_signals else _leave)


def end_with_spawner() -> None:
    """In a process started by `multiprocessing`: end when the process that started it does."""
    spawner = multiprocessing.parent_process()
    if spawner is not None:
        _when_over(spawner.join, _leave)


def starter_was_killed() -> bool:
    """Whether the `make` that started us is gone. Started otherwise, we are meant to outlive our starter."""
    return "MAKELEVEL" in os.environ and os.getppid() != STARTER


def _ask_the_kernel(supervisor: int) -> bool:
    """Whether the kernel sends the signal, on Linux, where it arrives even if no thread of ours can run."""
    if sys.platform != "linux":
        return False
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    return os.getppid() == supervisor


def _when_over(wait: Callable[[], object], end: Callable[[], None]) -> None:
    def watch() -> None:
        wait()
        end()

    Thread(target=watch, name="end-with-parent", daemon=True).start()


def _leave() -> None:
    """Ask politely, as a stopping service does, then go.

    Never where another signal comes at the same moment: two of them can lock up a handler that sets an Event,
    as the web server's does, for as long as the grace lasts.
    """
    os.kill(os.getpid(), signal.SIGTERM)
    _wait_and_go()


def _wait_and_go() -> None:
    time.sleep(GRACE_S)
    os._exit(1)
