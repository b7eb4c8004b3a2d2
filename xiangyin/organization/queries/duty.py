"""Who answers for the duty."""

from datetime import datetime

from xiangyin.organization.models import Shift
from xiangyin.organization.terms import ShiftState
from xiangyin.shared.ledger.models import Mode

ANSWERING = (ShiftState.ON_DUTY, ShiftState.OFFERED)


def answering_shift() -> Shift | None:
    """The shift whose officer answers now. One query."""
    rows = Shift.objects.filter(state__in=ANSWERING, mode=Mode.ACTUAL)
    return rows.select_related("first", "second", "lead", "taken_by").first()


def shift_before(shift: Shift) -> Shift | None:
    """The shift that was handed over to this one, with what its officer left in writing. One query."""
    rows = Shift.objects.filter(state=ShiftState.CLOSED, mode=Mode.ACTUAL, taken_by__isnull=False)
    earlier = rows.filter(closed_at__lte=shift.taken_at) if shift.taken_at else rows.none()
    return earlier.select_related("taken_by").order_by("closed_at").last()


def next_shift() -> Shift | None:
    """The next planned shift, by its start. One query."""
    rows = Shift.objects.filter(state=ShiftState.PLANNED, mode=Mode.ACTUAL)
    return rows.select_related("first", "second", "lead").order_by("starts_at").first()


def shifts_between(start: datetime, end: datetime) -> list[Shift]:
    """The roster of a period, in order. One query."""
    rows = Shift.objects.filter(starts_at__lt=end, ends_at__gt=start, mode=Mode.ACTUAL)
    return list(rows.select_related("first", "second", "lead", "taken_by").order_by("starts_at"))
