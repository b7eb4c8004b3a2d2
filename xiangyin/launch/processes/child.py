import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from xiangyin.launch.home import CHECKOUT
from xiangyin.launch.living import Living
from xiangyin.launch.processes.log import keep_short
from xiangyin.launch.processes.parent import SUPERVISED

POSIX = os.name == "posix"


@dataclass(frozen=True, slots=True)
class Order:
    """What a child is: its name for people, the words after `python -m xiangyin`, its environment, its log."""

    name: str
    words: tuple[str, ...]
    environment: Mapping[str, str]
    log: Path

    def last_words(self, rows: int = 12) -> str:
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-rows:])


class Child:
    """One process of `run`, in a process group of its own, so that a Ctrl-C reaches the supervisor alone."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self._asked = False
        keep_short(order.log)
        with order.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own command
                [sys.executable, "-m", "xiangyin", *order.words],
                cwd=CHECKOUT,
                env={**order.environment, SUPERVISED: str(os.getpid())},
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=POSIX,
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            )
        self.living = Living.of(self._process.pid)

    def exit_status(self) -> int | None:
        """None while it lives; negative for the signal that ended it."""
        return self._process.poll()

    def wait(self) -> int:
        return self._process.wait()

    def ask_to_stop(self) -> None:
        """Signal it once; where there are no signals, close its standard input, which it watches."""
        if self._asked:
            return
        self._asked = True
        if POSIX:
            self._process.terminate()
        else:
            self._close_input()

    def end(self, patience_s: float) -> None:
        """Wait until it has ended; end it by force after `patience_s`. Nothing of its group stays."""
        self.ask_to_stop()
        try:
            self._process.wait(patience_s)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._kill_group()
        self._close_input()

    def _close_input(self) -> None:
        if self._process.stdin:
            self._process.stdin.close()

    def _kill_group(self) -> None:
        if POSIX:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
