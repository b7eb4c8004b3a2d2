"""Reading command posts."""

from uuid import UUID

from django.db.models import QuerySet

from xiangyin.response.models import CommandPost as CommandPost  # noqa: PLC0414 - the board knows the type from here
from xiangyin.response.terms import PostState


def open_post(event_id: UUID) -> CommandPost | None:
    return posts_of(event_id).filter(state=PostState.OPEN).first()


def posts_of(event_id: UUID) -> QuerySet[CommandPost]:
    """Every command post of an event, the oldest first."""
    rows = CommandPost.objects.filter(event_id=event_id).select_related("commander", "response__plan")
    return rows.order_by("opened_at")
