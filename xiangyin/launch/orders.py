"""Which processes `run` starts, and what each of them is told."""

import os

from xiangyin.launch.database import SETTINGS, Database
from xiangyin.launch.home import Home
from xiangyin.launch.processes.child import Order
from xiangyin.launch.table import COMMANDS
from xiangyin.launch.website import Website

LASTING = ("web", "clock", "worker")
DUMPING = {"migrate", "worker"}
"""Only these learn the owner's address: the one migrates, the other dumps at night."""


def lasting_orders(home: Home, site: Website, database: Database) -> list[Order]:
    """List the processes that are to live as long as `run`, the web server first."""
    return [_order(name, home, site, database) for name in LASTING if name in COMMANDS]


def migrate_order(home: Home, site: Website, database: Database) -> Order:
    return _order("migrate", home, site, database)


def _order(name: str, home: Home, site: Website, database: Database) -> Order:
    environment = {**os.environ, **_told(home, site), "DATABASE_URL": database.program}
    environment.pop("DATABASE_OWNER_URL", None)
    if name in DUMPING and database.owner:
        environment["DATABASE_OWNER_URL"] = database.owner
    return Order(name, (name,), environment, home.logs / f"{name}.log")


def _told(home: Home, site: Website) -> dict[str, str]:
    return {
        "XIANGYIN_HOME": str(home.root),
        "XIANGYIN_DUMPS": str(home.dumps),
        "XIANGYIN_ADDRESS": site.address,
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE") or SETTINGS,
        "PYTHONUNBUFFERED": "1",  # a log must have the last words of a process that was killed
        "PYTHONUTF8": "1",
    }
