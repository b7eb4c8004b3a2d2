"""Reading notices."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from xiangyin.shared.outbox.models import BROWSER, Notice, NoticeState

OPEN = (NoticeState.DUE, NoticeState.SENDING, NoticeState.SENT, NoticeState.DELIVERED, NoticeState.READ)


def live(officer_id: UUID, *, now: datetime) -> list[Notice]:
    """An officer's notices that wait for an acknowledgement, urgent and newest first. One query."""
    rows = Notice.objects.filter(recipient_id=officer_id, channel=BROWSER, state__in=OPEN, due_at__lte=now)
    return list(rows.order_by("-urgent", "-due_at", "id"))


def unanswered(*, now: datetime) -> QuerySet[Notice]:
    """Urgent notices that nobody acknowledged: the call list. Undelivered ones belong to it, confined ones never."""
    states = (*OPEN, NoticeState.FAILED, NoticeState.UNKNOWN)
    rows = Notice.objects.filter(state__in=states, due_at__lte=now, mode="actual", urgent=True, is_confined=False)
    return rows.select_related("recipient").order_by("due_at", "id")
