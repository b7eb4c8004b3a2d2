"""The machine notes that a matter is in an event's hands, so that nobody is asked to look at it a second time."""

from datetime import datetime
from uuid import uuid4

from xiangyin.monitoring.models import Matter
from xiangyin.monitoring.rules.matter import LOOK, MATTER_STEPS, is_news
from xiangyin.shared.access.actor import machine
from xiangyin.shared.ledger.models import Way
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import take


def take_up(matter: Matter, *, now: datetime) -> None:
    """Note it once for each level: where nobody waits for a look and none is due, nothing is written."""
    waited_for = still_open().filter(subject_id=matter.id, kind=LOOK.kind).exists()
    if waited_for or is_news(matter):
        by, command = machine(matter.jurisdiction_id, at=now), Command(id=uuid4(), way=Way.MACHINE)
        take(MATTER_STEPS, matter.id, "take_up", actor=by, command=command, now=now)
