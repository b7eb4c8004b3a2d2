import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.launch.conftest import asked, told
from xiangyin.launch.backup import dump_now, last_result
from xiangyin.launch.backup.restore import restore_in_place, restore_into_empty
from xiangyin.launch.backup.retention import tidy
from xiangyin.launch.home import Home
from xiangyin.launch.lock import locked
from xiangyin.launch.postgres import Server
from xiangyin.launch.refusal import Refusal

# As in the product: a table under forced row security, a right of the program's, a function closed to the public.
DUTY_LOG = """
CREATE TABLE call (township int, text text);
ALTER TABLE call ENABLE ROW LEVEL SECURITY;
ALTER TABLE call FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON call USING (township = current_setting('own.township')::int);
GRANT SELECT ON call TO xiangyin_program;
CREATE FUNCTION everything() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM call';
REVOKE EXECUTE ON FUNCTION everything FROM PUBLIC;
INSERT INTO call VALUES (1, '学校来电'), (2, '停水');
"""


@pytest.fixture
def running(shared_server: Server) -> Iterator[Server]:
    """With two calls in the duty log, and no dump yet."""
    told(shared_server.owner_url, DUTY_LOG)
    yield shared_server
    told(shared_server.owner_url, "DROP FUNCTION everything; DROP TABLE call")
    shutil.rmtree(shared_server.home.dumps, ignore_errors=True)
    shared_server.home.last_dump.unlink(missing_ok=True)


def test_a_dump_is_verified_kept_apart_and_noted_down(running: Server) -> None:
    result = dump_now(running.home)

    assert result.problem == ""
    assert Path(result.file).parent == running.home.dumps
    assert Path(result.file).stat().st_mode & 0o777 == 0o600
    assert last_result(running.home) == result
    copies = list(running.home.dumps.glob("keys-*"))
    assert [file.name for file in copies[0].iterdir()] == ["database.json"]
    assert not list(running.home.dumps.glob("*.part"))


def test_a_restored_database_has_the_rows_the_rights_and_the_row_security(running: Server) -> None:
    dumped = Path(dump_now(running.home).file)
    told(running.owner_url, "DELETE FROM call WHERE township = 1")

    restore_in_place(dumped, running.home)

    assert asked(running.owner_url, "SELECT count(*) FROM call") == 2
    seen_by_one = f"{running.program_url}&options=-cown.township%3D1"
    assert asked(seen_by_one, "SELECT string_agg(text, ',') FROM call") == "学校来电"
    rights = "SELECT has_function_privilege('xiangyin_program', 'everything()', 'EXECUTE')"
    assert asked(running.owner_url, rights) is False


def test_a_restore_refuses_a_database_that_has_something_in_it(running: Server) -> None:
    dumped = Path(dump_now(running.home).file)
    told(running.owner_url, "INSERT INTO call VALUES (1, '新的')")

    with pytest.raises(Refusal, match="--replace"):
        restore_into_empty(dumped, running.home)
    assert asked(running.owner_url, "SELECT count(*) FROM call") == 3


def test_what_is_replaced_has_been_dumped_before(running: Server) -> None:
    early = Path(dump_now(running.home).file)
    told(running.owner_url, "INSERT INTO call VALUES (1, '新的')")

    restore_in_place(early, running.home)
    assert asked(running.owner_url, "SELECT count(*) FROM call") == 2
    saved = max(running.home.dumps.glob("xiangyin-*.dump"))
    restore_in_place(saved, running.home)
    assert asked(running.owner_url, "SELECT count(*) FROM call") == 3


def test_an_old_dump_is_not_tidied_away_while_it_is_being_restored(running: Server) -> None:
    now = Path(dump_now(running.home).file)
    old = now.rename(now.with_name("xiangyin-20200101-030000.dump"))

    restore_in_place(old, running.home)

    assert old.exists()


def test_a_dump_goes_into_the_empty_database_of_another_machine(running: Server) -> None:
    dumped = dump_now(running.home).file
    other = Home.of({"XIANGYIN_HOME": f"{running.home.root}-b"})
    try:
        restore_into_empty(Path(dumped), other)

        moved = Server(other)
        moved.start()
        assert asked(moved.owner_url, "SELECT count(*) FROM call") == 2
        moved.stop()
    finally:
        shutil.rmtree(other.root)


def test_nothing_is_restored_while_the_program_runs(running: Server) -> None:
    dumped = Path(dump_now(running.home).file)

    with locked(running.home.run / "run.lock"), pytest.raises(Refusal, match="已经在运行"):
        restore_in_place(dumped, running.home)


def test_a_damaged_dump_changes_nothing(running: Server) -> None:
    dumped = Path(dump_now(running.home).file)
    whole = dumped.read_bytes()
    dumped.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(Refusal, match="不是完好的备份文件"):
        restore_in_place(dumped, running.home)
    assert asked(running.owner_url, "SELECT count(*) FROM call") == 2


def test_a_dump_that_fails_says_so_and_when_the_last_good_one_was(running: Server) -> None:
    good = dump_now(running.home)
    no_folder = Home(running.home.root, running.home.keys / "database.json" / "dumps")

    failed = dump_now(no_folder)

    assert not failed.ok
    assert failed.problem
    assert failed.last_good_at == good.at
    assert last_result(running.home) == failed


def test_old_dumps_and_copies_of_keys_go_but_the_newest_dump_stays(tmp_path: Path) -> None:
    for name in ("xiangyin-20260101-030000.dump", "xiangyin-20260116-030000.dump", "other.dump"):
        (tmp_path / name).touch()
    for name in ("keys-20260101", "keys-20260116"):
        (tmp_path / name).mkdir()

    tidy(tmp_path, date(2026, 1, 30))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "keys-20260101",
        "keys-20260116",
        "other.dump",
        "xiangyin-20260116-030000.dump",
    ]
    tidy(tmp_path, date(2026, 3, 1))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.dump", "xiangyin-20260116-030000.dump"]
