import os
import subprocess
import sys
from importlib import import_module

import pytest

from xiangyin.launch.cli import main
from xiangyin.launch.home import CHECKOUT, Home
from xiangyin.launch.refusal import Refusal
from xiangyin.launch.table import COMMANDS
from xiangyin.launch.website import EVERYWHERE, Website


def called(*words: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    command, told = [sys.executable, *words], os.environ | environment
    return subprocess.run(command, cwd=CHECKOUT, env=told, capture_output=True, check=False)  # noqa: S603


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_has_a_module_and_its_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    module = import_module(COMMANDS[name].module)
    assert callable(module.run)

    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert name in capsys.readouterr().out


def test_the_help_imports_no_command() -> None:
    code = "import sys, xiangyin.launch.cli as c\ntry: c.main(['--help'])\nexcept SystemExit: print(*sys.modules)"
    loaded = called("-c", code).stdout

    assert b"xiangyin.launch.cli" in loaded
    assert b"xiangyin.launch.commands" not in loaded
    assert b"django" not in loaded.split()


def test_an_old_terminal_shows_question_marks_but_does_not_fail() -> None:
    done = called("-m", "xiangyin", "run", PORT="none", PYTHONIOENCODING="ascii")

    assert done.returncode == 2
    assert b"PORT is not a port number." in done.stderr


@pytest.mark.parametrize("port", ["0", "65536", "80a", "-1", "８０"])
def test_what_is_no_port_is_refused(empty_home: Home, port: str) -> None:
    with pytest.raises(Refusal, match="PORT 应是"):
        Website.of({"PORT": port}, empty_home)


def test_without_https_only_this_machine_is_served(empty_home: Home) -> None:
    assert Website.of({}, empty_home) == Website("127.0.0.1", 8000, None)
    assert Website.of({"HTTPS": "self"}, empty_home).host == EVERYWHERE
    assert Website.of({}, empty_home).for_others() == []
    assert Website.of({"HOST": "192.0.2.7"}, empty_home).address == "http://192.0.2.7:8000/"


def test_the_home_is_where_it_is_told_to_be_else_in_the_checkout() -> None:
    assert Home.of({}).root == CHECKOUT / "var"
    told = Home.of({"XIANGYIN_HOME": "/srv/xy", "XIANGYIN_DUMPS": "/mnt/disk"})
    assert (str(told.root), str(told.dumps), str(told.keys)) == ("/srv/xy", "/mnt/disk", "/srv/xy/keys")
