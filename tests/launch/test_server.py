import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from tests.launch.conftest import asked, pid_file, place_of, python, told
from xiangyin.launch.home import Home
from xiangyin.launch.postgres import Server, passwords, throwaway_server
from xiangyin.launch.postgres.binaries import binaries
from xiangyin.launch.postgres.configuration import FLEETING
from xiangyin.launch.postgres.pidfile import is_server
from xiangyin.launch.private import write_private
from xiangyin.launch.refusal import Refusal


def test_what_was_committed_is_there_after_the_server_was_killed(home: Home) -> None:
    server = Server(home)
    server.start()
    told(server.owner_url, "CREATE TABLE call AS SELECT '学校来电' AS text")

    os.kill(server.pid, signal.SIGKILL)
    server.start()

    assert asked(server.owner_url, "SELECT text FROM call") == "学校来电"
    server.stop()
    assert not server.running()


def test_the_program_owns_nothing_and_cannot_pass_row_security(shared_server: Server) -> None:
    told(shared_server.owner_url, "CREATE TABLE call (text text)")

    power = "SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
    assert asked(shared_server.program_url, power) is False
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        told(shared_server.program_url, "SELECT * FROM call")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        told(shared_server.program_url, "CREATE TABLE own (text text)")


def test_the_owner_is_no_superuser(shared_server: Server) -> None:
    assert asked(shared_server.owner_url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
    collation = "SELECT datcollate FROM pg_database WHERE datname = current_database()"
    assert asked(shared_server.owner_url, collation) == "C"
    assert asked(shared_server.owner_url, "SHOW data_checksums") == "on"


def test_starts_at_the_same_moment_give_one_server(home: Home) -> None:
    servers = [Server(home, FLEETING) for _ in range(4)]

    with ThreadPoolExecutor() as together:
        list(together.map(Server.start, servers))

    assert len({each.pid for each in servers}) == 1
    for each in servers:
        each.stop()


def test_only_who_started_the_server_stops_it(home: Home) -> None:
    first, second = Server(home, FLEETING), Server(home, FLEETING)
    first.start()
    second.start()

    second.stop()
    assert first.running()
    first.stop()
    assert not first.running()


def test_a_server_left_by_a_killed_process_is_joined_and_then_stopped(home: Home) -> None:
    start = (
        "from xiangyin.launch.home import Home; from xiangyin.launch.postgres import Server; Server(Home.of()).start()"
    )
    python(start, XIANGYIN_HOME=str(home.root)).communicate()
    left = int(pid_file(home).read_text().split()[0])

    heir = Server(home, FLEETING)
    heir.start()
    assert heir.pid == left
    heir.stop()
    assert not is_server(left)


def test_a_pid_file_whose_number_now_belongs_to_another_program_does_not_hinder_the_start(server: Server) -> None:
    server.start()
    noted = pid_file(server.home).read_text().splitlines()
    server.stop()
    stranger = str(os.getpid())  # alive, and no database
    write_private(pid_file(server.home), "\n".join([stranger, *noted[1:]]))
    place_of(server.home).own(pid_file(server.home))

    server.start()

    assert asked(server.program_url, "SELECT 1") == 1
    server.stop()


def test_a_folder_of_another_version_is_left_alone_and_the_way_out_is_told(server: Server) -> None:
    version = cluster_of_version(server.home, 15)

    with pytest.raises(Refusal, match="PostgreSQL 15"):
        server.start()
    assert [file.name for file in version.parent.iterdir()] == ["PG_VERSION"]


def test_a_lost_password_file_is_named(server: Server) -> None:
    cluster_of_version(server.home, binaries().major)

    with pytest.raises(Refusal, match="口令文件"):
        server.start()


def test_passwords_of_another_database_are_not_taken_for_ours(home: Home) -> None:
    server = Server(home, FLEETING)
    (home.keys / "database.json").unlink()
    passwords.create(home)

    with pytest.raises(Refusal, match="不认"):
        server.start()
    server.stop()
    assert not server.running()


def cluster_of_version(home: Home, major: int) -> Path:
    """The beginning of a cluster; enough to be refused."""
    home.database.mkdir(mode=0o700)
    version = home.database / "PG_VERSION"
    version.write_text(f"{major}\n", encoding="ascii")
    return version


def test_a_first_start_cut_off_on_the_way_is_made_good(server: Server) -> None:
    server.home.database.with_name("database.unfinished").mkdir()

    server.start()

    assert asked(server.program_url, "SELECT 1") == 1
    server.stop()


def test_a_database_is_copied_from_a_template_and_dropped(shared_server: Server) -> None:
    shared_server.create_database("pattern")
    told(shared_server.url("xiangyin_owner", "pattern"), "CREATE TABLE call AS SELECT 7 AS number")

    shared_server.create_database("copy", template="pattern")
    assert asked(shared_server.url("xiangyin_owner", "copy"), "SELECT number FROM call") == 7
    shared_server.drop_database("copy")
    with pytest.raises(psycopg.OperationalError):
        asked(shared_server.url("xiangyin_owner", "copy"), "SELECT 1")


def test_a_throw_away_cluster_leaves_nothing_even_when_its_user_was_killed() -> None:
    begin = """
from xiangyin.launch.postgres import throwaway_server
with throwaway_server() as server:
    print(server.home.root, server.pid, flush=True)
    input()
"""
    with python(begin) as user:
        assert user.stdout
        root, pid = user.stdout.readline().split()
        user.kill()

    with throwaway_server() as next_one:
        assert next_one.pid != int(pid)
        assert not Path(root).exists()
        assert not is_server(int(pid))
    assert not next_one.home.root.exists()


def test_nobody_else_can_read_the_home(shared_server: Server) -> None:
    home = shared_server.home

    for path in (home.keys, home.logs, home.run, home.database, home.database / "PG_VERSION"):
        assert path.stat().st_mode & 0o077 == 0, path
    assert (home.keys / "database.json").stat().st_mode & 0o777 == 0o600
