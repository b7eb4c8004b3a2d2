"""The processes of the last run, written down so that the next one can clear away what a kill left behind."""

import json
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import psutil

from xiangyin.launch.home import Home
from xiangyin.launch.living import Living
from xiangyin.launch.private import write_private

OWN_END_S = 2.0
"""What a left child gets to notice by itself that its parent is gone."""


def note(home: Home, children: Iterable[Living]) -> None:
    write_private(_file(home), json.dumps([each.as_row() for each in children]))


def clear(home: Home) -> int:
    """End what an earlier run left, with all it started. Returns how many processes had to be killed."""
    top = [process for each in _noted(home) if (process := each.process())]
    left = [Living.of(process.pid) for process in top] + [living for process in top for living in _below(process)]
    stubborn = _wait(left)
    for process in stubborn:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    _wait(left)
    _file(home).unlink(missing_ok=True)
    return len(stubborn)


def _wait(left: list[Living]) -> list[psutil.Process]:
    """Wait for their end and return those that live on. One that is dead but not yet reaped is not waited for."""
    until = time.monotonic() + OWN_END_S
    while living := [process for each in left if (process := each.process())]:
        if time.monotonic() > until:
            break
        time.sleep(0.05)
    return living


def _below(process: psutil.Process) -> list[Living]:
    try:
        return [Living.of(child.pid) for child in process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _noted(home: Home) -> list[Living]:
    try:
        return [Living(**row) for row in json.loads(_file(home).read_text(encoding="utf-8"))]
    except (FileNotFoundError, ValueError, TypeError):
        return []


def _file(home: Home) -> Path:
    return home.run / "processes.json"
