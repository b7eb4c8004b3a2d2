from argparse import ArgumentParser, Namespace

from xiangyin.launch.database import django_on_database
from xiangyin.launch.home import Home
from xiangyin.launch.migrations import migrate


def configure(_: ArgumentParser) -> None:
    """Nothing to choose."""


def run(_: Namespace) -> int:
    with django_on_database(Home.of().prepare()) as database:
        migrate(database)
    return 0
