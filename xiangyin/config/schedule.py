"""Every clock of the installation in one list: what the worker does by itself, and when (cron, UTC)."""

import subprocess
import sys

from procrastinate.contrib.django import app

from xiangyin.shared.clock.heartbeat import DUMP, beat
from xiangyin.shared.clock.reading import now

DUMP_TIMEOUT_S = 3600


@app.periodic(cron="30 18 * * *")  # 02:30 in the office
@app.task(queueing_lock="nightly_dump")
def nightly_dump(timestamp: int) -> None:
    """Dump the database to the second folder, in a process of its own: a hanging disk must not hold the queue."""
    del timestamp
    command = [sys.executable, "-m", "xiangyin", "dump"]
    subprocess.run(command, check=True, timeout=DUMP_TIMEOUT_S)  # noqa: S603 - our own command
    beat(DUMP, now=now())
