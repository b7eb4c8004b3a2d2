from collections.abc import Callable
from pathlib import Path

import psycopg

from xiangyin.launch.backup.dump import dump_before_restore
from xiangyin.launch.backup.programs import ProgramFailed, call, find_program, verify
from xiangyin.launch.database import Database, opened_database
from xiangyin.launch.home import Home
from xiangyin.launch.postgres import Server
from xiangyin.launch.postgres.passwords import OWNER
from xiangyin.launch.processes.single import only_one
from xiangyin.launch.refusal import Refusal

NEW = "xiangyin_restored"
TABLES = """SELECT count(*) FROM pg_class JOIN pg_namespace AS n ON n.oid = relnamespace
WHERE relkind IN ('r', 'p', 'v', 'm', 'S') AND nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'"""


def restore_into_empty(file: Path, home: Home) -> None:
    """Restore a dump into the database, which must have nothing in it.

    :raises Refusal: it is not empty, the program runs, or the dump cannot be restored; nothing has changed.
    """
    _restore(file, home, _refuse_data)


def restore_in_place(file: Path, home: Home) -> None:
    """Restore a dump in the place of what is there, which is dumped first. Only for the embedded database.

    :raises Refusal: the first dump fails, the program runs, or the dump cannot be restored; nothing has changed.
    """
    _restore(file, home, _save_data)


def _restore(file: Path, home: Home, before: Callable[[Home, Database], None]) -> None:
    """`before` is asked what to do about data that is there."""
    _require_dump(file)
    with only_one(home.prepare()), opened_database(home) as database:
        if not _is_empty(database):
            before(home, database)
        if database.server:
            _restore_beside(file, database.server)
        else:
            _pg_restore(file, database.owner or "")


def _require_dump(file: Path) -> None:
    try:
        verify(find_program("pg_restore", 0), file)
    except ProgramFailed as error:
        raise Refusal(f"{file} 不是完好的备份文件：{error}", "The file is not a sound dump.") from error


def _is_empty(database: Database) -> bool:
    if database.owner is None:
        raise Refusal("恢复需要 DATABASE_OWNER_URL。", "A restore needs DATABASE_OWNER_URL.")
    with psycopg.connect(database.owner) as connection:
        row = connection.execute(TABLES).fetchone()
        return row is not None and row[0] == 0


def _refuse_data(_: Home, __: Database) -> None:
    raise Refusal(
        "数据库里已有数据，没有恢复。要用备份替换它（会先自动备份现有数据），请加 --replace。",
        "The database is not empty; add --replace to put the dump in its place (a dump is made first).",
    )


def _save_data(home: Home, database: Database) -> None:
    if database.server is None:
        raise Refusal(
            "外部数据库不是空的。请数据库管理员新建一个空库，让 DATABASE_URL 和 DATABASE_OWNER_URL 指向它，再恢复。",
            "The external database is not empty; restore into a new one.",
        )
    saved = dump_before_restore(home)
    if not saved.ok:
        raise Refusal(f"现有数据没能先备份，所以没有恢复：{saved.problem}", "The present data could not be dumped.")
    print(f"现有数据已备份到 {saved.file}\n  The present data has been dumped first.")


def _restore_beside(file: Path, server: Server) -> None:
    """Into a database of another name; only a complete one takes the place of the old."""
    server.drop_database(NEW)
    server.create_database(NEW)
    try:
        _pg_restore(file, server.url(OWNER, NEW))
    except Refusal:
        server.drop_database(NEW)
        raise
    server.replace_database(NEW)


def _pg_restore(file: Path, owner: str) -> None:
    with psycopg.connect(owner) as connection:
        major = connection.info.server_version // 10000
    words = ["--exit-on-error", "--single-transaction", "--no-owner", "--no-password", str(file)]
    try:
        call(find_program("pg_restore", major), words, owner)
    except ProgramFailed as error:
        raise Refusal(
            f"恢复失败，数据没有改变：\n{error}", "The restore failed; nothing has changed.", status=1
        ) from error
