"""What is to be said after the start: the demonstration's accounts, or the way to the first page."""

from argparse import ArgumentParser, Namespace

from xiangyin.launch.database import django_on_database
from xiangyin.launch.home import Home
from xiangyin.launch.product import is_product


def configure(_: ArgumentParser) -> None:
    """Nothing to choose."""


def run(_: Namespace) -> int:
    with django_on_database(Home.of()):
        if is_product():
            from xiangyin.launch.demonstration.welcome import lines  # only here: Django must be set up

            for line in lines():
                print(line)
    return 0
