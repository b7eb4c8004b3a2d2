"""A database server of somebody else's; the part is played by one of ours that the launched program does not know."""

from pathlib import Path

import pytest

from tests.launch.conftest import asked, told
from tests.launch.running import running
from xiangyin.launch.backup import dump_now
from xiangyin.launch.backup.restore import restore_in_place
from xiangyin.launch.external import check
from xiangyin.launch.home import Home
from xiangyin.launch.postgres import Server
from xiangyin.launch.refusal import Refusal


@pytest.fixture(scope="module")
def addresses(shared_server: Server) -> tuple[str, str]:
    """Of the program's role and of the owner's."""
    return shared_server.program_url, shared_server.owner_url


def test_everything_runs_on_an_external_database_without_one_of_our_own(
    empty_home: Home, addresses: tuple[str, str]
) -> None:
    program, owner = addresses
    with running(empty_home, DATABASE_URL=program, DATABASE_OWNER_URL=owner) as started:
        assert started.page()[1:] == ["xiangyin_program", "False"]
        assert "migrations" in (empty_home.logs / "prepare.log").read_text(encoding="utf-8")
    assert not empty_home.database.exists()


def test_without_the_owner_nothing_is_migrated_but_the_pages_come(empty_home: Home, addresses: tuple[str, str]) -> None:
    with running(empty_home, DATABASE_URL=addresses[0]) as started:
        assert started.page()
        assert "migrations" not in (empty_home.logs / "prepare.log").read_text(encoding="utf-8")


def test_a_program_that_could_pass_row_security_is_refused(shared_server: Server, addresses: tuple[str, str]) -> None:
    program, owner = addresses

    check(program, owner)
    with pytest.raises(Refusal, match="同一个角色"):
        check(owner, owner)
    with pytest.raises(Refusal, match="超级用户"):
        check(shared_server.url("postgres"), owner)
    with pytest.raises(Refusal, match="超级用户"):
        check(owner, None)  # it has BYPASSRLS, to dump


def test_a_server_that_cannot_be_reached_is_named_with_its_reason(addresses: tuple[str, str]) -> None:
    with pytest.raises(Refusal, match="连不上 DATABASE_URL"):
        check("postgresql://nobody@127.0.0.1:1/none", None)
    with pytest.raises(Refusal, match="连不上 DATABASE_OWNER_URL"):
        check(addresses[0], "postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(Refusal, match="连不上 DATABASE_URL"):
        check("mysql://somewhere", None)


def test_a_dump_restores_into_an_empty_external_database_and_into_no_other(
    shared_server: Server, empty_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared_server.create_database("office")
    told(shared_server.url("xiangyin_owner", "office"), "CREATE TABLE call AS SELECT '学校来电' AS text")
    monkeypatch.setenv("DATABASE_URL", shared_server.url("xiangyin_program", "office"))
    monkeypatch.setenv("DATABASE_OWNER_URL", shared_server.url("xiangyin_owner", "office"))
    dumped = dump_now(empty_home)
    assert dumped.problem == ""

    with pytest.raises(Refusal, match="外部数据库不是空的"):
        restore_in_place(Path(dumped.file), empty_home)

    shared_server.create_database("moved")
    monkeypatch.setenv("DATABASE_URL", shared_server.url("xiangyin_program", "moved"))
    monkeypatch.setenv("DATABASE_OWNER_URL", shared_server.url("xiangyin_owner", "moved"))
    restore_in_place(Path(dumped.file), empty_home)
    assert asked(shared_server.url("xiangyin_owner", "moved"), "SELECT text FROM call") == "学校来电"
