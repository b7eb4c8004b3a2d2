"""What the township's own configuration has to say after the start, such as the demonstration accounts."""

from argparse import ArgumentParser, Namespace
from importlib import import_module
from importlib.util import find_spec

from xiangyin.launch.database import django_on_database
from xiangyin.launch.home import Home

WELCOME = "xiangyin.config.welcome"


def configure(_: ArgumentParser) -> None:
    """Nothing to choose."""


def run(_: Namespace) -> int:
    if find_spec("xiangyin.config") and find_spec(WELCOME):
        with django_on_database(Home.of()):
            for line in import_module(WELCOME).lines():
                print(line)
    return 0
