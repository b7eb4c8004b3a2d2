"""Writing a notice, in the transaction of the step that causes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from xiangyin.shared.outbox.models import BROWSER, Notice, NoticeState
from xiangyin.shared.ports.outside import Recipient

STILL_TO_BE_HEARD = (NoticeState.DUE, NoticeState.SENT, NoticeState.DELIVERED, NoticeState.READ, NoticeState.FAILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is said, and what made it necessary. `cause` is a command's or an obligation's id."""

    jurisdiction_id: UUID
    cause: UUID
    reason: str
    text: str
    link: str
    mode: str
    dossier_id: UUID | None = None
    timeline_id: UUID | None = None
    urgent: bool = False
    rung: int = 0
    is_confined: bool = False


def cancel(causes: Iterable[UUID]) -> None:
    """What was owed is done or pointless: nobody needs to be told, or called, about it any more."""
    Notice.objects.filter(cause__in=list(causes), state__in=STILL_TO_BE_HEARD).update(state=NoticeState.CANCELLED)


def reword(causes: Iterable[UUID], *, text: str) -> None:
    """Say less in the notices of these causes: what they named is gone."""
    Notice.objects.filter(cause__in=list(causes)).update(text=text)


def cancel_timeline(timeline_id: UUID) -> None:
    """The timeline has come to its end: its notices call nobody any more."""
    Notice.objects.filter(timeline_id=timeline_id, state__in=STILL_TO_BE_HEARD).update(state=NoticeState.CANCELLED)


def enqueue(message: Message, *, to: Iterable[Recipient], now: datetime) -> int:
    """Queue a browser notice for each recipient; a repeat of the same cause adds nothing. Returns how many were new."""
    rows = [
        Notice(
            jurisdiction_id=message.jurisdiction_id, cause=message.cause, reason=message.reason,
            recipient_id=recipient.officer_id, rung=message.rung, channel=BROWSER, text=message.text[:300],
            link=message.link, urgent=message.urgent, mode=message.mode, timeline_id=message.timeline_id,
            event_id=message.dossier_id, due_at=now, is_confined=message.is_confined,
        )
        for recipient in to
    ]  # fmt: skip
    before = Notice.objects.filter(cause=message.cause).count()
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    return Notice.objects.filter(cause=message.cause).count() - before
