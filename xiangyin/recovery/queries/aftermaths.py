"""Reading what is left after an event."""

from uuid import UUID

from django.db.models import QuerySet

from xiangyin.recovery.models import Aftermath as Aftermath  # noqa: PLC0414 - the board knows the type from here
from xiangyin.recovery.models import Relief
from xiangyin.recovery.terms import AftermathState


def open_aftermath(event_id: UUID) -> Aftermath | None:
    return Aftermath.objects.filter(event_id=event_id, state=AftermathState.OPEN).select_related("event").first()


def newest_aftermath(event_id: UUID) -> Aftermath | None:
    return Aftermath.objects.filter(event_id=event_id).select_related("event").order_by("-opened_at").first()


def reliefs_of(event_id: UUID) -> QuerySet[Relief]:
    return Relief.objects.filter(event_id=event_id).order_by("registered_at", "id")
