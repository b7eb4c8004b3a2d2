"""Which processes `run` starts, and what each of them is told."""

import os
from collections.abc import Mapping

from xiangyin.launch.database import SETTINGS, Database
from xiangyin.launch.home import Home
from xiangyin.launch.processes.child import Order
from xiangyin.launch.refusal import Refusal
from xiangyin.launch.website import Website

LASTING = ("web", "clock", "worker")
WEB = LASTING[0]
KNOW_OWNER = {"prepare", "worker"}
"""Only these learn the owner's address: the one migrates, the other dumps at night."""


def lasting_orders(home: Home, site: Website, database: Database) -> list[Order]:
    """List the processes that are to live as long as `run`, the web server first."""
    return [_order(name, home, site, database) for name in chosen_processes(os.environ)]


def chosen_processes(environment: Mapping[str, str]) -> list[str]:
    """Read XIANGYIN_PROCESSES: which of web, clock and worker this machine runs; by default all.

    :raises Refusal: it names something else, or nothing.
    """
    words = {word.strip() for word in (environment.get("XIANGYIN_PROCESSES") or ",".join(LASTING)).split(",")}
    if not words <= set(LASTING):
        told = f"XIANGYIN_PROCESSES 只能是 {'、'.join(LASTING)} 中的几个，用逗号分开。"
        raise Refusal(told, "XIANGYIN_PROCESSES may name web, clock and worker, separated by commas.")
    return [name for name in LASTING if name in words]


def prepare_order(home: Home, site: Website, database: Database) -> Order:
    """The process that runs before the others: migrations, and the demonstration where the database is empty."""
    return _order("prepare", home, site, database)


def _order(name: str, home: Home, site: Website, database: Database) -> Order:
    environment = {**os.environ, **_told(home, site), "DATABASE_URL": database.program}
    environment.pop("DATABASE_OWNER_URL", None)
    if name in KNOW_OWNER and database.owner:
        environment["DATABASE_OWNER_URL"] = database.owner
    return Order(name, (name,), environment, home.logs / f"{name}.log")


def _told(home: Home, site: Website) -> dict[str, str]:
    secure = {"HTTPS_ON": "1"} if site.certificate else {}  # a proxy's administrator may have set it himself
    return {
        **secure,
        "XIANGYIN_HOME": str(home.root),
        "XIANGYIN_DUMPS": str(home.dumps),
        "XIANGYIN_ADDRESS": site.address.rstrip("/"),  # a path is put behind it
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE") or SETTINGS,
        "PYTHONUNBUFFERED": "1",  # a log must have the last words of a process that was killed
        "PYTHONUTF8": "1",
    }
