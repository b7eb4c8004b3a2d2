"""Every clock of the installation in one list: what the worker does by itself, and when (cron, UTC)."""

import subprocess
import sys
from uuid import UUID

from procrastinate.contrib.django import app

from xiangyin.monitoring.operations.analysis.run import analyse_everywhere, analyse_place
from xiangyin.monitoring.operations.collect import collect_due
from xiangyin.monitoring.operations.intake.run import import_upload, take_up_stalled
from xiangyin.monitoring.operations.retention.run import purge_everywhere
from xiangyin.shared.clock.heartbeat import DUMP, PURGE, beat
from xiangyin.shared.clock.reading import now

DUMP_TIMEOUT_S = 3600


@app.periodic(cron="0 18 * * *")  # 02:00 in the office: before the dump, which then has nothing past its term in it
@app.task(queueing_lock="nightly_purge")
def nightly_purge(timestamp: int) -> None:
    """Destroy what is past its term: keys, contact data, items that are nobody's evidence (1.3.5)."""
    del timestamp
    purge_everywhere(clock=now)
    beat(PURGE, now=now())


@app.periodic(cron="30 18 * * *")  # 02:30 in the office
@app.task(queueing_lock="nightly_dump")
def nightly_dump(timestamp: int) -> None:
    """Dump the database to the second folder, in a process of its own: a hanging disk must not hold the queue."""
    del timestamp
    command = [sys.executable, "-m", "xiangyin", "dump"]
    subprocess.run(command, check=True, timeout=DUMP_TIMEOUT_S)  # noqa: S603 - our own command
    beat(DUMP, now=now())


@app.task
def import_file(upload_id: str, jurisdiction_id: str) -> None:
    """Read a handed-in file, batch by batch; queued by the step that names its columns."""
    import_upload(UUID(upload_id), jurisdiction_id=UUID(jurisdiction_id), clock=now)
    analyse_place(UUID(jurisdiction_id), clock=now)


@app.task(queueing_lock="analyse")
def analyse() -> None:
    """Judge what waits, and carry out what people decided about matters."""
    analyse_everywhere(clock=now)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="analyse_waiting")
def analyse_waiting(timestamp: int) -> None:
    """Judge what nobody queued: notes from the desk, items whose worker died."""
    del timestamp
    analyse_everywhere(clock=now)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="collect_sources")
def collect_sources(timestamp: int) -> None:
    """Read every source that is due."""
    del timestamp
    collect_due(now=now())
    analyse_everywhere(clock=now)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="take_up_imports")
def take_up_imports(timestamp: int) -> None:
    """Go on with imports whose worker died."""
    del timestamp
    take_up_stalled(clock=now)
