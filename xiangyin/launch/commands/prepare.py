"""Before the pages: migrations, then an empty database gets the demonstration, unless DEMO=0.

One process for both, because a second start of Django would cost each start of the product a second.
"""

import os
import time
from argparse import ArgumentParser, Namespace

from xiangyin.launch.database import django_on_database
from xiangyin.launch.home import Home
from xiangyin.launch.migrations import migrate
from xiangyin.launch.product import is_product

NO = {"0", "no", "off", "false"}


def configure(_: ArgumentParser) -> None:
    """Nothing to choose: DEMO is read from the environment."""


def run(_: Namespace) -> int:
    with django_on_database(Home.of()) as database:
        if database.owner:
            migrate(database)
        if is_product() and os.environ.get("DEMO", "1").lower() not in NO:
            _demonstrate_if_empty()
    return 0


def _demonstrate_if_empty() -> None:
    from xiangyin.organization.models import Jurisdiction

    if not Jurisdiction.objects.exists():
        _demonstrate()


def _demonstrate() -> None:
    from xiangyin.launch.demonstration.perform import perform
    from xiangyin.shared.clock.reading import now

    began = time.monotonic()
    print("空数据库：正在建立演示乡镇……\n  The database is empty: playing the demonstration.", flush=True)
    place = perform(now())
    print(f"演示乡镇 {place.name} 已建立，用了 {time.monotonic() - began:.0f} 秒。", flush=True)
