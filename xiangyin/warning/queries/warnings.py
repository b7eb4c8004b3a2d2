"""Reading warnings and the history of levels."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Min, QuerySet

from xiangyin.warning.models import EarlyWarning, Grading
from xiangyin.warning.terms import WarningState

LIVING = (WarningState.PROPOSED, WarningState.VERIFIED, WarningState.ISSUED)


def living(event_id: UUID) -> EarlyWarning | None:
    """The event's present warning, from proposal until lifted. One query."""
    return EarlyWarning.objects.filter(event_id=event_id, state__in=LIVING).first()


def colour_of(event_id: UUID) -> int | None:
    """The level that people proposed or set for an event last; None where they never did. One query."""
    warning = newest(event_id)
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


def first_issued(event_ids: Collection[UUID]) -> dict[UUID, datetime | None]:
    """When each event's first warning was issued; no key, or None, where none ever was. One query."""
    rows = EarlyWarning.objects.filter(event_id__in=event_ids).values("event_id").annotate(first=Min("issued_at"))
    return dict(rows.values_list("event_id", "first"))
