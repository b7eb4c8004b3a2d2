"""Three weeks of duty behind, two ahead: shifts of a day from eight to eight, handed over in time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from xiangyin.launch.demonstration.moments import moment
from xiangyin.launch.demonstration.people import Cast
from xiangyin.organization.models import Shift
from xiangyin.organization.rules.shift import SHIFT_STEPS
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import open_record, take

BEHIND, AHEAD = 21, 14
DUTY = ("zhiban", "zhiban2")


def plan_roster(cast: Cast, *, now: datetime) -> list[Shift]:
    """Plan every shift; published before the first of them begins."""
    first = _starts(-BEHIND, now)
    return [_plan(cast, number, at=first - timedelta(days=1), now=now) for number in range(-BEHIND, AHEAD)]


def _starts(day: int, now: datetime) -> datetime:
    return moment(f"{day}d 08:00", now=now)


def _plan(cast: Cast, day: int, *, at: datetime, now: datetime) -> Shift:
    on_duty, second = DUTY if day % 2 else reversed(DUTY)
    answers: dict[str, Any] = {
        "starts_at": _starts(day, now), "ends_at": _starts(day + 1, now),
        "first_id": str(cast.officers[on_duty].id), "second_id": str(cast.officers[second].id),
        "lead_id": str(cast.officers["daiban"].id),
    }  # fmt: skip
    actor = cast.actor("zhuren", at)
    return open_record(SHIFT_STEPS, "plan", Shift(), actor=actor, command=Command(answers=answers), now=at)


@dataclass(frozen=True, slots=True)
class Change:
    """One shift takes over from the one before, at eight."""

    at: datetime
    shift: Shift
    before: Shift | None


def changes_of(shifts: list[Shift], *, now: datetime) -> list[Change]:
    """Every change of shift until now, in order."""
    started = [shift for shift in shifts if shift.starts_at <= now]
    before = [None, *started][: len(started)]
    return [Change(shift.starts_at, shift, last) for last, shift in zip(before, started, strict=True)]


def hand_over(cast: Cast, change: Change) -> None:
    """The one before offers, the next accepts; the very first simply begins."""
    shift, before, now = change.shift, change.before, change.at
    if before is None:
        _take(cast, shift, "take", shift.first_id, now)
        return
    before.refresh_from_db()
    _take(cast, before, "offer", before.taken_by_id, now, remarks="无未办事项；设备、通信正常。")
    _take(cast, before, "accept", shift.first_id, now)


def _take(cast: Cast, shift: Shift, action: str, officer_id: Any, now: datetime, **answers: Any) -> None:
    actor = cast.actor(cast.login_of(officer_id), now)
    take(SHIFT_STEPS, shift.pk, action, actor=actor, command=Command(answers=answers), now=now)
