"""Reading what is left after an event."""

from uuid import UUID

from django.db.models import QuerySet

from xiangyin.recovery.models import Aftermath, Relief
from xiangyin.recovery.terms import AftermathState


def open_aftermath(event_id: UUID) -> Aftermath | None:
    return Aftermath.objects.filter(event_id=event_id, state=AftermathState.OPEN).select_related("event").first()


def newest_aftermath(event_id: UUID) -> Aftermath | None:
    return Aftermath.objects.filter(event_id=event_id).select_related("event").order_by("-opened_at").first()


def all_open() -> QuerySet[Aftermath]:
    """Every aftermath still open, the oldest first."""
    return Aftermath.objects.filter(state=AftermathState.OPEN).select_related("event").order_by("opened_at")


def reliefs_of(event_id: UUID) -> QuerySet[Relief]:
    return Relief.objects.filter(event_id=event_id).order_by("registered_at", "id")
