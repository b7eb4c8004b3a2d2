"""What the browser tells of its notices: delivered when fetched, read when opened."""

from datetime import datetime
from uuid import UUID

from xiangyin.shared.outbox.models import Notice, NoticeState


def mark_delivered(ids: list[UUID], *, now: datetime) -> None:
    """The page has fetched these. Compare-and-set: a later state is never set back."""
    waiting = Notice.objects.filter(id__in=ids, state__in=[NoticeState.DUE, NoticeState.SENT])
    waiting.update(state=NoticeState.DELIVERED, sent_at=now, delivered_at=now)


def mark_read(notice_id: UUID, *, recipient_id: UUID, now: datetime) -> None:
    """The officer has opened what the notice points to."""
    before = [NoticeState.DUE, NoticeState.SENT, NoticeState.DELIVERED]
    mine = Notice.objects.filter(id=notice_id, recipient_id=recipient_id, state__in=before)
    mine.update(state=NoticeState.READ, read_at=now)
