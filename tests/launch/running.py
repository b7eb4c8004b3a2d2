"""Runs `python -m xiangyin run` on the stand-in project, as a person at a terminal would."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import psutil

from xiangyin.launch.home import CHECKOUT, Home

PATIENCE_S = 30.0


class Running:
    """One `run` with its output in a file, and the processes below it."""

    def __init__(self, home: Home, port: int, **environment: str) -> None:
        self.port = port
        self.output = home.root / f"output-{port}.txt"
        told = {"XIANGYIN_HOME": str(home.root), "PORT": str(port), "DJANGO_SETTINGS_MODULE": STANDIN, **environment}
        with self.output.open("wb") as stream:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "xiangyin", "run"],
                cwd=CHECKOUT,
                env={**os.environ, **told},
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def page(self) -> list[str]:
        """The stand-in's page, once it comes: process number, database role, whether the owner's address is known."""
        return eventually(self._page).split()

    def below(self) -> list[psutil.Process]:
        return list(psutil.Process(self.process.pid).children(recursive=True))

    def web(self) -> psutil.Process:
        """The web server's main process; its worker is below it."""
        return next(each for each in self.below() if each.cmdline()[-1:] == ["web"])

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


STANDIN = "tests.launch.standin.settings"


@contextmanager
def running(home: Home, **environment: str) -> Iterator[Running]:
    started = Running(home, free_port(), **environment)
    try:
        yield started
    finally:
        started.stop()


T = TypeVar("T")


def eventually(look: Callable[[], T]) -> T:
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
