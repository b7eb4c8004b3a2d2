"""A cluster for one run of the tests: quick, unsafe, gone afterwards."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xiangyin.launch.home import Home
from xiangyin.launch.postgres import postmaster, starter
from xiangyin.launch.postgres.binaries import binaries
from xiangyin.launch.postgres.configuration import FLEETING
from xiangyin.launch.postgres.place import find_place
from xiangyin.launch.postgres.server import Server

PREFIX = "xiangyin-throwaway-"


@contextmanager
def throwaway_server() -> Iterator[Server]:
    """Give a running server in a temporary folder and remove both afterwards.

    Remains of earlier runs that were killed are removed first.
    """
    _sweep()
    home = _home(Path(tempfile.mkdtemp(prefix=PREFIX))).prepare()
    starter.note(home)
    server = Server(home, FLEETING)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        _remove(home)


def _home(root: Path) -> Home:
    return Home(root, root / "dumps")


def _sweep() -> None:
    for root in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        home = _home(root)
        if starter.abandoned(home):
            postmaster.stop(find_place(home, binaries()))
            _remove(home)


def _remove(home: Home) -> None:
    data = home.database.resolve()
    shutil.rmtree(data if home.root in data.parents else data.parent, ignore_errors=True)
    shutil.rmtree(home.root, ignore_errors=True)
