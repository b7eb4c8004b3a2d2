"""The first of the two commands, from start to Ctrl-C, with every process killed in between."""

import os
import signal
import socket
import sys
from collections.abc import Iterator

import psutil
import pytest

from tests.launch.conftest import asked, fresh_home, pid_file, told
from tests.launch.running import PRODUCT, Running, eventually, free_port, gone, running
from xiangyin.launch.home import Home
from xiangyin.launch.postgres import Server


@pytest.fixture(scope="module")
def shared_home(seed: Home) -> Iterator[Home]:
    with fresh_home(seed) as made:
        yield made


@pytest.fixture(scope="module")
def started(shared_home: Home) -> Iterator[Running]:
    """One for all tests that leave it running."""
    with running(shared_home) as made:
        made.page()
        yield made


def test_the_page_comes_as_a_role_that_cannot_own_and_does_not_know_the_owner(started: Running) -> None:
    _, role, knows_owner = started.page()

    assert role == "xiangyin_program"
    assert knows_owner == "False"
    started.says(f"http://localhost:{started.port}/")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_ctrl_c_and_a_closed_terminal_leave_no_process(home: Home, number: int) -> None:
    with running(home) as started:
        started.page()
        all_of_it = [*started.below(), psutil.Process(int(pid_file(home).read_text().split()[0]))]

        assert started.stop(number) == 0
        assert gone(all_of_it)
        assert not pid_file(home).exists()
        started.says("已全部停止")


def test_a_web_server_that_was_killed_is_started_again(started: Running) -> None:
    first = started.page()[0]
    below = started.child("web").children(recursive=True)
    started.child("web").kill()

    started.says("web 意外结束")
    assert started.page()[0] != first
    assert gone(below)


def test_a_web_worker_that_was_killed_is_replaced(started: Running) -> None:
    first = started.page()[0]
    os.kill(int(first), signal.SIGKILL)

    eventually(lambda: started.page()[0] != first)


def test_a_database_that_was_killed_comes_back_with_what_was_committed(shared_home: Home, started: Running) -> None:
    joined = Server(shared_home)
    joined.start()
    told(joined.owner_url, "CREATE TABLE call AS SELECT '学校来电' AS text")
    os.kill(joined.pid, signal.SIGKILL)

    started.says("数据库意外停止")
    assert started.page()[1] == "xiangyin_program"
    assert asked(joined.owner_url, "SELECT text FROM call") == "学校来电"


def test_after_a_kill_of_everything_at_the_top_the_children_go_and_the_next_start_is_clean(home: Home) -> None:
    with running(home) as first:
        first.page()
        children = first.below()
        first.process.kill()
        first.process.wait()

    with running(home) as second:
        second.page()
        assert gone(children)
        left = psutil.Process(int(pid_file(home).read_text().split()[0]))
        second.stop(signal.SIGTERM)
    assert gone([left])


def test_a_child_that_cannot_notice_is_cleared_away_by_the_next_start(home: Home) -> None:
    with running(home) as first:
        first.page()
        stuck = first.child("web")
        below = stuck.children(recursive=True)
        stuck.suspend()
        first.process.kill()
        first.process.wait()

    with running(home) as second:
        second.page()
        assert gone([stuck, *below])


def test_a_port_in_use_is_told_in_one_sentence(home: Home) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        refused = Running(home, port)

        assert refused.process.wait(30) == 2
        assert f"端口 {port} 已被别的程序占用" in refused.output.read_text(encoding="utf-8")
        assert not pid_file(home).exists()


def test_a_second_run_in_the_same_home_is_refused(shared_home: Home, started: Running) -> None:
    second = Running(shared_home, free_port())

    assert second.process.wait(30) == 2
    assert "已经在运行" in second.output.read_text(encoding="utf-8")
    assert started.page()


def test_a_migration_that_fails_stops_everything_and_shows_its_last_words(home: Home) -> None:
    failed = Running(home, free_port(), DJANGO_SETTINGS_MODULE="tests.launch.standin.absent")

    assert failed.process.wait(30) == 1
    assert "No module named 'tests.launch.standin.absent'" in failed.output.read_text(encoding="utf-8")
    assert not pid_file(home).exists()


def test_the_product_itself_starts_and_each_of_its_processes_comes_back(home: Home) -> None:
    with running(home, **PRODUCT, DEMO="0") as product:
        assert "<html" in " ".join(product.page())
        product.says(f"http://localhost:{product.port}/first-run/")
        for name in ("clock", "worker", "web"):
            killed = product.child(name)
            killed.kill()
            product.says(f"{name} 意外结束")
            assert product.child(name).pid != killed.pid
        assert product.page()


def test_a_word_that_names_no_process_is_refused(home: Home) -> None:
    refused = Running(home, free_port(), XIANGYIN_PROCESSES="web,cron")

    assert refused.process.wait(30) == 2
    assert "XIANGYIN_PROCESSES 只能是" in refused.output.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="no shell to stand for make")
def test_it_ends_when_the_make_that_started_it_is_killed(home: Home) -> None:
    command = ["/bin/sh", "-c", '"$0" -m xiangyin run & wait', sys.executable]
    with running(home, command, MAKELEVEL="1") as make:
        make.page()
        all_of_it = make.below()
        make.stop(signal.SIGKILL)

        eventually(lambda: gone(all_of_it))
        assert not pid_file(home).exists()
