"""What the clock's process does each second. Kept apart from the worker's queue, which a hanging fetch can hold up."""

import logging
from datetime import datetime

from django.db import Error

from xiangyin.readiness.operations.play import play_running_drills
from xiangyin.shared.obligations.tick import tick

log = logging.getLogger("xiangyin.clock")


def turn(now: datetime) -> None:
    """Ring what is due, then let the drills go on. A drill that cannot go on never stops the clocks.

    :raises django.db.Error: the database is away; the caller comes again.
    """
    tick(now)
    try:
        play_running_drills(now)
    except Error:
        raise
    except Exception:
        log.exception("a drill could not go on this time")
