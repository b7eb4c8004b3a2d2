"""Started as an ordinary user while the tests run as root: nothing may need a right that only root has."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from xiangyin.launch.home import CHECKOUT, as_root
from xiangyin.launch.postgres.account import Account, can_run
from xiangyin.launch.postgres.binaries import binaries

NOBODY = Account(65534, 65534)
INSTALLED = sysconfig.get_path("purelib")
START = """
import os, psycopg
from xiangyin.launch.home import Home
from xiangyin.launch.postgres import Server
server = Server(Home.of())
server.start()
with psycopg.connect(server.program_url) as connection:
    print(os.geteuid(), *connection.execute("SELECT current_user").fetchone())
server.stop()
"""


def interpreter() -> str:
    """One of our version that nobody may run; the one that runs the tests may lie in root's closed home."""
    of_system = shutil.which(f"python{sys.version_info.major}.{sys.version_info.minor}", path="/usr/bin:/usr/local/bin")
    found = [each for each in (sys.executable, of_system) if each and can_run(NOBODY, each)]
    if not found or not can_run(NOBODY, binaries().program("postgres")):
        pytest.skip("Python or the installed packages lie where an ordinary user may not go")
    return found[0]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="xy-") as folder:
        os.chown(folder, NOBODY.uid, NOBODY.gid)
        yield Path(folder)


@pytest.mark.skipif(not as_root(), reason="only root can become somebody else; otherwise every test is this one")
def test_an_ordinary_user_starts_the_server_under_his_own_account(open_folder: Path) -> None:
    shutil.copytree(CHECKOUT / "xiangyin" / "launch", open_folder / "xiangyin" / "launch")
    done = subprocess.run(  # noqa: S603 - our own code
        [interpreter(), "-c", START],
        user=NOBODY.uid,
        group=NOBODY.gid,
        extra_groups=[],
        cwd=open_folder,
        env={"XIANGYIN_HOME": str(open_folder / "var"), "PYTHONPATH": os.pathsep.join([str(open_folder), INSTALLED])},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout.split(), done.stderr) == ([str(NOBODY.uid), "xiangyin_program"], "")
    assert (open_folder / "var" / "database").stat().st_uid == NOBODY.uid
