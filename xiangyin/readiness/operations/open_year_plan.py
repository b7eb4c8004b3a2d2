"""The year's plan opens by itself: at first run, and when the year before is summed up."""

from datetime import datetime
from uuid import UUID

from xiangyin.readiness.models import YearPlan
from xiangyin.readiness.rules.year_plan import YEAR_PLAN_STEPS
from xiangyin.shared.access.actor import machine
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import open_record
from xiangyin.shared.steps.taken import Taken


def open_first(jurisdiction_id: UUID, now: datetime) -> YearPlan:
    """Open the plan of the year in which the township begins."""
    actor = machine(jurisdiction_id, at=now)
    return open_record(YEAR_PLAN_STEPS, "open", YearPlan(), actor=actor, command=Command(), now=now)


def open_next(taken: Taken) -> None:
    """Open the plan of the following year."""
    following = YearPlan(year=taken.subject.year + 1)
    open_record(YEAR_PLAN_STEPS, "open", following, actor=taken.machine, command=taken.consequence(), now=taken.now)
