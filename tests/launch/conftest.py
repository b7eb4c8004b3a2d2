import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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

NOT_OURS = (
    *("DATABASE_URL", "DATABASE_OWNER_URL", "PORT", "HOST", "HTTPS", "HTTPS_CERT", "HTTPS_KEY", "MAKELEVEL"),
    *("XIANGYIN_DUMPS", "XIANGYIN_POSTGRES", "XIANGYIN_PROCESSES"),
)
collect_ignore = ["standin"]  # it is loaded by the processes that the tests start


@pytest.fixture(scope="session", autouse=True)
def _only_what_a_test_tells() -> Iterator[None]:
    """Neither the terminal's settings nor `make test` itself reach the processes that the tests start."""
    with pytest.MonkeyPatch.context() as patch:
        for name in NOT_OURS:
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def seed() -> Iterator[Home]:
    """A home with a cluster that has been stopped, to be copied: making one takes longer than the test that needs it."""
    with fresh_home() as made:
        first = Server(made, FLEETING)
        first.start()
        first.stop()
        yield made


@pytest.fixture
def home(seed: Home) -> Iterator[Home]:
    """A home of the test's own, with a database."""
    with fresh_home(seed) as made:
        yield made


@pytest.fixture
def empty_home() -> Iterator[Home]:
    """A home with nothing in it."""
    with fresh_home() as made:
        yield made


@pytest.fixture
def server(empty_home: Home) -> Server:
    """A server that has never been started."""
    return Server(empty_home, FLEETING)


@pytest.fixture(scope="module")
def shared_server(seed: Home) -> Iterator[Server]:
    """A running server for all tests of a file that leave it running."""
    with fresh_home(seed) as made:
        started = Server(made, FLEETING)
        started.start()
        yield started
        started.stop()


@contextmanager
def fresh_home(seed: Home | None = None) -> Iterator[Home]:
    """A home where the server's account can enter; whatever still runs in it is stopped afterwards."""
    with tempfile.TemporaryDirectory(prefix="xy-", ignore_cleanup_errors=True) as folder:
        if seed:
            copy(seed.root, folder)
        made = Home.of({"XIANGYIN_HOME": folder}).prepare()
        yield made
        if made.database.exists():
            place = place_of(made)
            run(place.account, [place.programs.program("pg_ctl"), "stop", "-m", "immediate", "-D", str(place.data)])


def copy(source: Path, target: str) -> None:
    """With the owners of the files, who matter to the server."""
    if os.name == "posix":
        subprocess.run(["/bin/cp", "-a", f"{source}/.", target], check=True)  # noqa: S603 - our own folders
    else:
        shutil.copytree(source, target, dirs_exist_ok=True)


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
