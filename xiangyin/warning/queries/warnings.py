"""Reading warnings and the history of levels."""

from uuid import UUID

from django.db.models import QuerySet

from xiangyin.warning.models import EarlyWarning, Grading
from xiangyin.warning.terms import WarningState

LIVING = (WarningState.PROPOSED, WarningState.VERIFIED, WarningState.ISSUED)


def living(event_id: UUID) -> EarlyWarning | None:
    """The event's present warning, from proposal until lifted. One query."""
    return EarlyWarning.objects.filter(event_id=event_id, state__in=LIVING).first()


def colour_in_force(event_id: UUID) -> int | None:
    """The level proposed or set for an event now; None where there is none. One query."""
    warning = living(event_id)
    return warning.colour if warning else None


def newest(event_id: UUID) -> EarlyWarning | None:
    """The event's last warning, living or not. One query."""
    return EarlyWarning.objects.filter(event_id=event_id).order_by("-proposed_at", "-id").first()


def issued() -> QuerySet[EarlyWarning]:
    """Warnings in force, the gravest first."""
    rows = EarlyWarning.objects.filter(state=WarningState.ISSUED).select_related("event")
    return rows.order_by("colour", "issued_at")


def gradings_of(event_id: UUID) -> QuerySet[Grading]:
    """The history of an event's level, oldest first."""
    return Grading.objects.filter(event_id=event_id).select_related("officer").order_by("entry_number")
