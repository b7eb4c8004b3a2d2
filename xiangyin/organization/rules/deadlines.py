"""When something is due: figures of the jurisdiction, counted from the norm's start."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from xiangyin.organization.queries.figures import figure
from xiangyin.organization.queries.roster import FRIDAY, LOCAL
from xiangyin.organization.terms import Colour

GRAVE = (Colour.RED, Colour.ORANGE)


def after(name: str, *, since: str = "") -> Callable[[Any, datetime], datetime]:
    """Due a figure's length after the step, or after a column of the record (the name tells the unit)."""

    def due(subject: Any, now: datetime) -> datetime:
        return due_after(name, subject, getattr(subject, since) if since else now)

    return due


def due_after(name: str, subject: Any, start: datetime) -> datetime:
    """`start` plus a figure: `…_min` minutes, `…_days` calendar days, `…_workdays` working days."""
    value = float(figure(name, jurisdiction_id=subject.jurisdiction_id))
    if name.endswith("_workdays"):
        return workdays_after(start, int(value))
    return start + (timedelta(days=value) if name.endswith("_days") else timedelta(minutes=value))


def length(name: str, subject: Any) -> timedelta:
    """A figure in minutes, as a span of time."""
    return timedelta(minutes=float(figure(name, jurisdiction_id=subject.jurisdiction_id)))


def at_next_hour(start: datetime, hours: list[int]) -> datetime:
    """The first of these full local hours at or after `start`."""
    local = start.astimezone(LOCAL)
    today = local.replace(minute=0, second=0, microsecond=0)
    moments = [today.replace(hour=hour) + timedelta(days=day) for day in (0, 1) for hour in sorted(hours)]
    return next(moment for moment in moments if moment >= local)


def workdays_after(start: datetime, days: int) -> datetime:
    """The same local time of day that many working days later: Monday to Friday, public holidays not yet known."""
    moment = start.astimezone(LOCAL)
    while days:
        moment += timedelta(days=1)
        days -= moment.weekday() <= FRIDAY
    return moment
