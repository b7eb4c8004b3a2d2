"""The middle of `run`: the database is there, now the processes around it."""

import os
import time
from collections.abc import Callable

from xiangyin.launch.answering import wait_until_it_answers
from xiangyin.launch.database import Database
from xiangyin.launch.greeting import greet
from xiangyin.launch.home import Home
from xiangyin.launch.keeper import keep
from xiangyin.launch.orders import lasting_orders, migrate_order
from xiangyin.launch.processes.once import run_once
from xiangyin.launch.processes.supervisor import Supervisor
from xiangyin.launch.website import Website

LOOK_S = 0.2


def attend(home: Home, site: Website, database: Database) -> None:
    """Migrate, start the children, say where the pages are, and keep everything alive until interrupted.

    :raises Refusal: the migration fails, or the web server does not come up.
    """
    if database.owner:
        run_once(migrate_order(home, site, database))
    supervisor = Supervisor(home, lasting_orders(home, site, database))
    with supervisor.running():
        wait_until_it_answers(site, supervisor)
        greet(home, site, supervisor.posts[0].order.environment)
        _attend(supervisor, database)


def _attend(supervisor: Supervisor, database: Database) -> None:
    keep_database = keep(database.server)
    orphaned = _orphaned()
    while not orphaned():
        keep_database()
        supervisor.look_after()
        time.sleep(LOOK_S)
    raise KeyboardInterrupt


def _orphaned() -> Callable[[], bool]:
    """Whether the `make` that started us was killed. Started otherwise, we are meant to outlive our starter."""
    parent = os.getppid()
    return lambda: "MAKELEVEL" in os.environ and os.getppid() != parent
