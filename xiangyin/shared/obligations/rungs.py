"""One obligation rings: whom the reached rungs of its ladder name, and when it rings next."""

from datetime import datetime, timedelta
from uuid import UUID

from xiangyin.shared.access.actor import Seat
from xiangyin.shared.ledger.stateful import confined_kinds
from xiangyin.shared.obligations.ladder import ring_at
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.outbox.enqueue import Message, enqueue
from xiangyin.shared.ports.outside import Recipient, Rung, outside

URGENT_WITHIN = timedelta(minutes=60)  # what has more time than that may wait for the next look at the page


def first_ring(obligation: Obligation) -> datetime | None:
    return moment_of(obligation, 0)


def moment_of(obligation: Obligation, rung: int) -> datetime | None:
    """When a rung of the obligation's ladder is reached; None past its end."""
    ladder = outside().roster.ladder(obligation.ladder, jurisdiction_id=obligation.jurisdiction_id)
    return ring_at(ladder, rung, started_at=obligation.started_at, due_at=obligation.due_at)


def ring_one(obligation: Obligation, *, now: datetime, except_id: UUID | None = None) -> tuple[int, list[str]]:
    """Tell whom the reached rungs name. Rungs missed while the machine was off are summed into the newest.

    `except_id` is the officer whose own act started it. Returns the newest rung reached and the names told.
    """
    ladder = outside().roster.ladder(obligation.ladder, jurisdiction_id=obligation.jurisdiction_id)
    reached = [obligation.rung]
    while (at := moment_of(obligation, reached[-1] + 1)) is not None and at <= now:
        reached.append(reached[-1] + 1)
    told = {one.officer_id: one for rung in reached for one in _told(obligation, ladder[rung], now=now)}
    recipients = [one for one in told.values() if one.officer_id != except_id]
    enqueue(_message(obligation, rung=reached[-1], now=now), to=recipients, now=now)
    obligation.rung = reached[-1] + 1
    obligation.next_ring_at = moment_of(obligation, obligation.rung)
    obligation.save(update_fields=["rung", "next_ring_at"])
    return reached[-1], sorted(each.name for each in recipients)


def _told(obligation: Obligation, rung: Rung, *, now: datetime) -> list[Recipient]:
    roster = outside().roster
    if not rung.posts and obligation.officer is not None:
        return [Recipient(obligation.officer.id, str(obligation.officer))]
    seats = frozenset(map(Seat, rung.posts)) or obligation.seats
    return roster.holders(seats, jurisdiction_id=obligation.jurisdiction_id, at=now)


def _message(obligation: Obligation, *, rung: int, now: datetime) -> Message:
    return Message(
        jurisdiction_id=obligation.jurisdiction_id,
        cause=obligation.id,
        reason="late" if now >= obligation.due_at else "owed",
        text=f"{obligation.label}：{obligation.subject_label}",
        link=obligation.link,
        mode=obligation.mode,
        dossier_id=obligation.dossier_id,
        timeline_id=obligation.timeline_id,
        urgent=obligation.due_at - now <= URGENT_WITHIN,
        rung=rung,
        is_confined=obligation.subject_kind in confined_kinds(),
    )
