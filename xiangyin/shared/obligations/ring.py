"""Ringing the clocks: due rows decide, from `now` as an argument."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from xiangyin.shared.access.actor import MACHINE_POST
from xiangyin.shared.clock.models import Timeline
from xiangyin.shared.ledger.append import Act, append, lock_head
from xiangyin.shared.ledger.models import Way
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.obligations.rungs import ring_one

BATCH = 200


@transaction.atomic
def ring(jurisdiction_id: UUID, *, timeline: Timeline | None, now: datetime) -> int:
    """Ring what is due in one jurisdiction on one timeline, with one ledger entry for the batch. Returns how many rang.

    Safe to run twice, late, or on two machines: rows are claimed with SKIP LOCKED under the ledger's head.
    """
    head = lock_head(jurisdiction_id)
    rows = Obligation.objects.filter(jurisdiction_id=jurisdiction_id, timeline=timeline, next_ring_at__lte=now)
    due = list(rows.select_for_update(skip_locked=True).order_by("next_ring_at", "id")[:BATCH])
    told = [(each, *ring_one(each, now=now)) for each in due]
    if told:
        rung = [{"obligation": str(each.id), "rung": number, "told": names} for each, number, names in told]
        append(head, _batch_act(jurisdiction_id, told[0][0], rung=rung, now=now))
    return len(told)


def _batch_act(jurisdiction_id: UUID, first: Obligation, *, rung: list[dict[str, object]], now: datetime) -> Act:
    return Act(
        at=now, mode=first.mode, way=Way.MACHINE, officer_id=None, officer_name="系统", post=MACHINE_POST,
        subject_kind="organization.jurisdiction", subject_id=jurisdiction_id, action="ring", clause="1.3.3",
        said={"rung": rung}, command_id=uuid5(first.id, f"ring {first.rung} {now.isoformat()}"),
    )  # fmt: skip
