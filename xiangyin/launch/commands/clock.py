"""The clock loop: rings what is due, each second, in a process of its own."""

import logging
import time
from argparse import ArgumentParser, Namespace

from xiangyin.launch.database import django_on_database
from xiangyin.launch.home import Home

PAUSE_S = 1.0
log = logging.getLogger("xiangyin.clock")


def configure(_: ArgumentParser) -> None:
    """Nothing to choose."""


def run(_: Namespace) -> int:
    with django_on_database(Home.of()):
        from django.db import Error, connection

        from xiangyin.config.clock import turn
        from xiangyin.shared.clock.reading import now

        while True:
            try:
                turn(now())
            except Error:  # the database restarts: the next turn finds it again, and rings what became due meanwhile
                log.exception("the clocks could not ring this time")
                connection.close()
            time.sleep(PAUSE_S)
