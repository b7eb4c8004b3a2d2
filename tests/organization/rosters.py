"""Shifts of the test township: day and night, each with its own people."""

from datetime import timedelta

from tests.people import Town
from xiangyin.organization.models import Shift
from xiangyin.organization.operations.set_up import appoint, enrol
from xiangyin.organization.rules.shift import SHIFT_STEPS

HALF_A_DAY = timedelta(hours=12)


def duty_officer(town: Town, name: str) -> str:
    """Another officer who may have the duty."""
    if name not in town.officers:
        town.officers[name] = enrol(town.place, name, now=town.now)
        appoint(town.officers[name], "duty_officer", basis="任命", now=town.now)
    return name


def planned(town: Town, first: str, *, number: int = 0, second: str = "", lead: str = "韩带班") -> Shift:
    """A shift of twelve hours, the `number`-th from now on."""
    starts_at = town.now + number * HALF_A_DAY
    who = {"first_id": str(town.officers[first].id), "lead_id": str(town.officers[lead].id)}
    if second:
        who["second_id"] = str(town.officers[second].id)
    return town.open(SHIFT_STEPS, "plan", Shift(), "周主任", starts_at=starts_at, ends_at=starts_at + HALF_A_DAY, **who)


def on_duty(town: Town) -> Shift:
    """李值班 has the duty; 方值班 has the night after it."""
    shift = planned(town, "李值班")
    planned(town, duty_officer(town, "方值班"), number=1)
    return town.take(SHIFT_STEPS, shift.pk, "take", "李值班")
