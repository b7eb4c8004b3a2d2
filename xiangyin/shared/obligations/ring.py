"""Ringing the clocks: due rows decide, from `now` as an argument."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from xiangyin.shared.access.actor import MACHINE_POST, Seat
from xiangyin.shared.clock.models import Timeline
from xiangyin.shared.ledger.append import Act, append, lock_head
from xiangyin.shared.ledger.models import Way
from xiangyin.shared.obligations.ladder import ring_at
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.outbox.enqueue import Message, enqueue
from xiangyin.shared.ports.outside import Recipient, Rung, outside

BATCH = 200


@transaction.atomic
def ring(jurisdiction_id: UUID, *, timeline: Timeline | None, now: datetime) -> int:
    """Ring what is due in one jurisdiction on one timeline, with one ledger entry for the batch. Returns how many rang.

    Safe to run twice, late, or on two machines: rows are claimed with SKIP LOCKED under the ledger's head.
    """
    head = lock_head(jurisdiction_id)
    rows = Obligation.objects.filter(jurisdiction_id=jurisdiction_id, timeline=timeline, next_ring_at__lte=now)
    due = list(rows.select_for_update(skip_locked=True).order_by("next_ring_at", "id")[:BATCH])
    told = [(each, *_ring_one(each, now=now)) for each in due]
    if told:
        rung = [{"obligation": str(each.id), "rung": number, "told": names} for each, number, names in told]
        append(head, _batch_act(jurisdiction_id, told[0][0], rung=rung, now=now))
    return len(told)


def _ring_one(obligation: Obligation, *, now: datetime) -> tuple[int, list[str]]:
    """Tell whom the reached rungs name. Rungs missed while the machine was off are summed into the newest."""
    ladder = outside().roster.ladder(obligation.ladder, jurisdiction_id=obligation.jurisdiction_id)
    reached = [obligation.rung]
    while (at := _moment(obligation, ladder, reached[-1] + 1)) is not None and at <= now:
        reached.append(reached[-1] + 1)
    recipients = {one.officer_id: one for rung in reached for one in _told(obligation, ladder[rung], now=now)}
    enqueue(_message(obligation, rung=reached[-1], now=now), to=recipients.values(), now=now)
    obligation.rung = reached[-1] + 1
    obligation.next_ring_at = _moment(obligation, ladder, obligation.rung)
    obligation.save(update_fields=["rung", "next_ring_at"])
    return reached[-1], sorted(each.name for each in recipients.values())


def _moment(obligation: Obligation, ladder: tuple[Rung, ...], rung: int) -> datetime | None:
    return ring_at(ladder, rung, started_at=obligation.started_at, due_at=obligation.due_at)


def _told(obligation: Obligation, rung: Rung, *, now: datetime) -> list[Recipient]:
    roster = outside().roster
    if not rung.posts and obligation.officer is not None:
        return [Recipient(obligation.officer.id, str(obligation.officer))]
    seats = frozenset(map(Seat, rung.posts)) or obligation.seats
    return roster.holders(seats, jurisdiction_id=obligation.jurisdiction_id, at=now)


def _message(obligation: Obligation, *, rung: int, now: datetime) -> Message:
    late = now >= obligation.due_at
    return Message(
        jurisdiction_id=obligation.jurisdiction_id,
        cause=obligation.id,
        reason="late" if late else "owed",
        text=f"{obligation.label}：{obligation.subject_label}",
        link=obligation.link,
        mode=obligation.mode,
        dossier_id=obligation.dossier_id,
        timeline_id=obligation.timeline_id,
        urgent=True,
        rung=rung,
    )


def _batch_act(jurisdiction_id: UUID, first: Obligation, *, rung: list[dict[str, object]], now: datetime) -> Act:
    return Act(
        at=now, mode=first.mode, way=Way.MACHINE, officer_id=None, officer_name="系统", post=MACHINE_POST,
        subject_kind="organization.jurisdiction", subject_id=jurisdiction_id, action="ring", clause="1.3.3",
        said={"rung": rung}, command_id=uuid5(first.id, f"ring {first.rung} {now.isoformat()}"),
    )  # fmt: skip
