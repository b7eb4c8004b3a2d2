"""The account of the operating system that the server runs under. PostgreSQL refuses to run as root."""

import os
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from xiangyin.launch.home import as_root
from xiangyin.launch.refusal import Refusal

PREFERRED = ("postgres", "_postgres", "nobody")
CREATED = "xiangyin"


@dataclass(frozen=True, slots=True)
class Account:
    """Another account than our own; only root may act as one."""

    uid: int
    gid: int


def server_account(data: Path) -> Account | None:
    """Choose the server's account: None, our own, for an ordinary user.

    For root it is the owner of `data` if that exists, else an unprivileged account that exists, else a new one.

    :raises Refusal: no account can be had, or the data folder belongs to somebody else.
    """
    owner = _owner(data)
    if not as_root():
        _refuse_foreign(data, owner)
        return None
    return owner or _existing() or _create()


def run(account: Account | None, command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    """Run one of the server's programs as that account, in a session of its own (a Ctrl-C is not meant for it).

    Its output goes through a file: a server that `pg_ctl` starts would keep a pipe open, and us waiting.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        done = subprocess.run(  # noqa: S603 - our own programs, no shell
            command,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
            cwd=Path(command[0]).anchor,
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            check=False,
        )
        said.seek(0)
        return subprocess.CompletedProcess(done.args, done.returncode, said.read(), "")


def can_run(account: Account, program: str) -> bool:
    try:
        return run(account, [program, "--version"]).returncode == 0
    except PermissionError:
        return False


def can_enter(account: Account, folder: Path) -> bool:
    return run(account, ["/bin/sh", "-c", 'test -x "$0"', str(folder)]).returncode == 0


def clean_environment() -> dict[str, str]:
    """Our environment without what would redirect PostgreSQL's programs, and with messages in English."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("PG", "LC_"))}
    return kept | {"LC_ALL": "C"}


def _owner(data: Path) -> Account | None:
    if not data.exists():
        return None
    found = data.stat()
    return Account(found.st_uid, found.st_gid)


def _refuse_foreign(data: Path, owner: Account | None) -> None:
    if owner and hasattr(os, "geteuid") and owner.uid != os.geteuid():
        raise Refusal(
            f"数据库文件夹 {data} 属于另一个系统用户（编号 {owner.uid}）。请用当初启动的那个用户（可能是 root）启动，"
            "或用 XIANGYIN_HOME 另指一个文件夹。",
            f"The database folder belongs to user {owner.uid}; start as that user (perhaps root).",
        )


def _existing() -> Account | None:
    import pwd  # not on Windows, where nobody is root

    known = {entry.pw_name: Account(entry.pw_uid, entry.pw_gid) for entry in pwd.getpwall()}
    return next((known[name] for name in (*PREFERRED, CREATED) if name in known), None)


def _create() -> Account:
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", CREATED]
    try:
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - fixed words
    except (OSError, subprocess.CalledProcessError) as error:
        raise Refusal(
            "数据库不能以 root 身份运行，也没能建立系统用户 xiangyin。请用普通用户启动。",
            "PostgreSQL refuses to run as root and no account could be created; start as an ordinary user.",
        ) from error
    created = _existing()
    if created is None:
        raise LookupError(CREATED)
    return created
