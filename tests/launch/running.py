"""Runs `python -m xiangyin run` on the stand-in project, as a person at a terminal would."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import psutil

from xiangyin.launch.home import CHECKOUT, Home

PATIENCE_S = 30.0
STANDIN = {"DJANGO_SETTINGS_MODULE": "tests.launch.standin.settings", "XIANGYIN_PROCESSES": "web"}
PRODUCT = {"DJANGO_SETTINGS_MODULE": "xiangyin.config.settings", "XIANGYIN_PROCESSES": ""}
RUN = (sys.executable, "-m", "xiangyin", "run")


class Running:
    """One `run` with its output in a file, and the processes below it."""

    def __init__(self, home: Home, port: int, command: Sequence[str] = RUN, **environment: str) -> None:
        self.port = port
        self.output = home.root / f"output-{port}.txt"
        told = {"XIANGYIN_HOME": str(home.root), "PORT": str(port), **STANDIN, **environment}
        with self.output.open("wb") as stream:
            self.process = subprocess.Popen(  # noqa: S603 - our own command
                command,
                cwd=CHECKOUT,
                env={**os.environ, **told},
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def page(self) -> list[str]:
        """The words of the first page, once it comes; of the stand-in's:
        process number, database role, whether the owner's address is known.
        """
        return eventually(self._page).split()

    def below(self) -> list[psutil.Process]:
        return list(psutil.Process(self.process.pid).children(recursive=True))

    def child(self, name: str) -> psutil.Process:
        """The main process of that name, such as `web`, whose worker is below it."""
        return eventually(lambda: next((each for each in self.below() if each.cmdline()[-1:] == [name]), None))

    def says(self, words: str) -> None:
        eventually(lambda: words in self.output.read_text(encoding="utf-8"))

    def stop(self, number: int = signal.SIGINT) -> int:
        """Signal it, as Ctrl-C does, and wait for its end."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(PATIENCE_S)

    def _page(self) -> str:
        if self.process.poll() is not None:
            raise AssertionError(self.output.read_text(encoding="utf-8"))
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""


@contextmanager
def running(home: Home, command: Sequence[str] = RUN, **environment: str) -> Iterator[Running]:
    started = Running(home, free_port(), command, **environment)
    try:
        yield started
    finally:
        started.stop()


T = TypeVar("T")


def eventually(look: Callable[[], T | None]) -> T:
    """Look again until there is something to see."""
    until = time.monotonic() + PATIENCE_S
    while not (seen := look()):
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)
    return seen


def gone(processes: list[psutil.Process]) -> bool:
    """Whether none of them lives, apart from those only waiting to be reaped."""
    return not [each for each in processes if each.is_running() and each.status() != psutil.STATUS_ZOMBIE]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
