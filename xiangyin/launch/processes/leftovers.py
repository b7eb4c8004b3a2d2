"""The processes of the last run, written down so that the next one can clear away what a kill left behind."""

import json
from collections.abc import Iterable
from pathlib import Path

import psutil

from xiangyin.launch.home import Home
from xiangyin.launch.living import Living
from xiangyin.launch.private import write_private

OWN_END_S = 3.0
"""What a left child gets to notice by itself that its parent is gone."""


def note(home: Home, children: Iterable[Living]) -> None:
    write_private(_file(home), json.dumps([each.as_row() for each in children]))


def clear(home: Home) -> int:
    """End what an earlier run left, with all it started. Returns how many processes had to be killed."""
    left = [process for each in _noted(home) if (process := each.process())]
    left += [below for process in left for below in _below(process)]
    _, stubborn = psutil.wait_procs(left, timeout=OWN_END_S)
    for process in stubborn:
        process.kill()
    psutil.wait_procs(stubborn, timeout=OWN_END_S)
    _file(home).unlink(missing_ok=True)
    return len(stubborn)


def _below(process: psutil.Process) -> list[psutil.Process]:
    try:
        return list(process.children(recursive=True))
    except psutil.NoSuchProcess:
        return []


def _noted(home: Home) -> list[Living]:
    try:
        return [Living(**row) for row in json.loads(_file(home).read_text(encoding="utf-8"))]
    except (FileNotFoundError, ValueError, TypeError):
        return []


def _file(home: Home) -> Path:
    return home.run / "processes.json"
