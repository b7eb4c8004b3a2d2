"""What a step starts: obligations and notices, from its own row."""

from datetime import datetime
from typing import Any
from uuid import UUID

from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ledger.stateful import Stateful, dossier_of, kind_of
from xiangyin.shared.obligations import keep
from xiangyin.shared.obligations.keep import Owner
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.outbox.enqueue import Message, enqueue
from xiangyin.shared.ports.outside import Recipient, outside
from xiangyin.shared.steps.step import Owed, Step


def start_owed(step: Step[Any], subject: Stateful, *, actor: Actor, now: datetime) -> None:
    """Start every obligation that the row names and the record needs."""
    for owed in step.starts:
        if owed.needed(subject):
            start_one(owed, subject, actor=actor, now=now)


def start_one(owed: Owed, subject: Stateful, *, actor: Actor, now: datetime) -> Obligation:
    """Start one obligation on the record, or on its event."""
    holder = subject.event if owed.on == "event" else subject  # type: ignore[attr-defined]
    obligation = Obligation(
        jurisdiction_id=subject.jurisdiction_id, kind=owed.kind, label=str(owed.label), clause=owed.clause,
        link=holder.get_absolute_url(), mode=subject.mode, timeline_id=subject.timeline_id,
        subject_kind=kind_of(holder), subject_id=holder.id, subject_label=str(holder)[:200],
        dossier_id=dossier_of(subject), blocks=sorted(owed.blocks(subject)), started_at=now, due_at=owed.due(subject, now),
        ladder=owed.ladder,
    )  # fmt: skip
    return keep.start(obligation, owner=owed.owner(subject), started_by=actor.officer_id)


def tell(step: Step[Any], subject: Stateful, cause: UUID, *, now: datetime) -> None:
    """Queue the notices that the row names."""
    for told in step.tells:
        message = Message(
            jurisdiction_id=subject.jurisdiction_id, cause=cause, reason=told.reason, text=f"{told.text}：{subject}",
            link=subject.get_absolute_url(), mode=subject.mode, dossier_id=dossier_of(subject), timeline_id=subject.timeline_id,
            urgent=told.urgent, is_confined=subject.confined,
        )  # fmt: skip
        enqueue(message, to=recipients(told.to(subject), subject, now=now), now=now)


def recipients(owner: Owner, subject: Stateful, *, now: datetime) -> list[Recipient]:
    """The officers behind an owner at this moment."""
    if owner.officer_id is not None:
        return [Recipient(owner.officer_id, "")]
    return outside().roster.holders(owner.seats, jurisdiction_id=subject.jurisdiction_id, at=now)
