"""Reading responses."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Min, QuerySet

from xiangyin.response.models import Response as Response  # noqa: PLC0414 - the board knows the type from here
from xiangyin.response.terms import ResponseState


def active_response(event_id: UUID) -> Response | None:
    rows = Response.objects.filter(event_id=event_id, state=ResponseState.ACTIVE)
    return rows.select_related("plan", "commander", "event").first()


def responses_of(event_id: UUID) -> QuerySet[Response]:
    rows = Response.objects.filter(event_id=event_id).select_related("plan", "commander", "lead_unit")
    return rows.order_by("activated_at")


def active() -> QuerySet[Response]:
    """Every response that runs, the gravest first."""
    rows = Response.objects.filter(state=ResponseState.ACTIVE).select_related("event", "commander")
    return rows.order_by("colour", "activated_at")


def first_started(event_ids: Collection[UUID]) -> dict[UUID, datetime | None]:
    """When each event's first response was started; no key where none ever was. One query."""
    rows = Response.objects.filter(event_id__in=event_ids).values("event_id").annotate(first=Min("activated_at"))
    return dict(rows.values_list("event_id", "first"))
