import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE

import psycopg
import pytest

from xiangyin.launch.home import Home
from xiangyin.launch.postgres import Server
from xiangyin.launch.postgres.account import run
from xiangyin.launch.postgres.binaries import binaries
from xiangyin.launch.postgres.configuration import FLEETING
from xiangyin.launch.postgres.place import Place, find_place


@pytest.fixture
def home() -> Iterator[Home]:
    """A home of its own, where the server's account can enter; whatever still runs in it is stopped afterwards."""
    with tempfile.TemporaryDirectory(prefix="xy-", ignore_cleanup_errors=True) as folder:
        made = Home.of({"XIANGYIN_HOME": folder}).prepare()
        yield made
        if made.database.exists():
            place = place_of(made)
            run(place.account, [place.programs.program("pg_ctl"), "stop", "-m", "immediate", "-D", str(place.data)])


@pytest.fixture
def server(home: Home) -> Server:
    """A server that has not been started."""
    return Server(home, FLEETING)


def place_of(home: Home) -> Place:
    return find_place(home, binaries())


def pid_file(home: Home) -> Path:
    return home.database / "postmaster.pid"


def python(code: str, **environment: str) -> "subprocess.Popen[str]":
    """Start a process of its own that runs the code."""
    command = [sys.executable, "-c", code]
    return subprocess.Popen(command, env=os.environ | environment, stdin=PIPE, stdout=PIPE, text=True)  # noqa: S603


def asked(address: str, question: str) -> object:
    with psycopg.connect(address) as connection:
        row = connection.execute(question.encode()).fetchone()
        return row[0] if row else None


def told(address: str, order: str) -> None:
    with psycopg.connect(address) as connection:
        connection.execute(order.encode())
