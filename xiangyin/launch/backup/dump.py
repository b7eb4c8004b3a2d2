import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import psycopg

from xiangyin.launch.backup.keys import copy_keys
from xiangyin.launch.backup.programs import ProgramFailed, call, find_program, verify
from xiangyin.launch.backup.result import DumpResult, last_result, write_result
from xiangyin.launch.backup.retention import tidy
from xiangyin.launch.database import Database, opened_database
from xiangyin.launch.home import Home
from xiangyin.launch.lock import locked
from xiangyin.launch.refusal import Refusal

FAILURES = (Refusal, ProgramFailed, OSError, psycopg.Error)  # TimeoutError, a full or missing disk are among OSError


def dump_now(home: Home | None = None) -> DumpResult:
    """Dump the database and copy the keys into the second folder, verify, remove old ones, write down how it went.

    Never raises for what can go wrong with a backup: the result says it, and the page shows it. Takes about a second
    for a small office.
    """
    return _dump(home or Home.of(), tidy)


def dump_before_restore(home: Home) -> DumpResult:
    """Do the same, but remove nothing old: the dump to be restored may be among it."""
    return _dump(home, lambda _folder, _today: None)


def _dump(home: Home, afterwards: Callable[[Path, date], None]) -> DumpResult:
    began, at = time.monotonic(), datetime.now().astimezone()
    file, problem = Path(), ""
    try:
        with locked(home.prepare().run / "dump.lock"), opened_database(home) as database:
            file = _dump_into_folder(home, database, at)
            copy_keys(home.keys, home.dumps, at.date())
            afterwards(home.dumps, at.date())
    except FAILURES as error:
        problem = str(error) or type(error).__name__
    result = _result(home, file, at, problem, time.monotonic() - began)
    write_result(home, result)
    return result


def _dump_into_folder(home: Home, database: Database, at: datetime) -> Path:
    """Under a temporary name until it has been verified."""
    home.dumps.mkdir(mode=0o700, parents=True, exist_ok=True)
    for remains in home.dumps.glob("xiangyin-*.part"):
        remains.unlink()
    file = _free_name(home.dumps, at)
    unfinished = file.with_suffix(".part")
    unfinished.touch(mode=0o600)
    try:
        _write_dump(_owner(database), unfinished)
        return unfinished.rename(file)
    finally:
        unfinished.unlink(missing_ok=True)


def _free_name(folder: Path, at: datetime) -> Path:
    """Named after the second; a dump made in the same second, perhaps just being restored, is not written over."""
    while (file := folder / f"xiangyin-{at:%Y%m%d-%H%M%S}.dump").exists():
        at += timedelta(seconds=1)
    return file


def _write_dump(owner: str, file: Path) -> None:
    with closing(psycopg.connect(owner, connect_timeout=10)) as connection:
        major = connection.info.server_version // 10000
    words = ["--format=custom", "--no-password", "--lock-wait-timeout=60s", f"--file={file}"]
    call(find_program("pg_dump", major), words, owner)
    verify(find_program("pg_restore", major), file)


def _owner(database: Database) -> str:
    if database.owner is None:
        raise Refusal("备份需要 DATABASE_OWNER_URL。", "A dump needs DATABASE_OWNER_URL.")
    return database.owner


def _result(home: Home, file: Path, at: datetime, problem: str, took_s: float) -> DumpResult:
    before = last_result(home)
    good_before = before.last_good_at if before else ""
    when = at.isoformat(timespec="seconds")
    if problem:
        return DumpResult(when, round(took_s, 1), "", 0, problem, good_before)
    return DumpResult(when, round(took_s, 1), str(file), file.stat().st_size, "", when)
