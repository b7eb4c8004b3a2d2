"""Starting, moving and ending obligations, always inside the transaction of a step."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from xiangyin.shared.access.actor import Seat
from xiangyin.shared.obligations.ladder import ring_at
from xiangyin.shared.obligations.models import Ending, Obligation
from xiangyin.shared.ports.outside import outside


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owes: the holders of these seats, or one officer."""

    seats: frozenset[Seat] = frozenset()
    officer_id: UUID | None = None


def start(obligation: Obligation, *, owner: Owner) -> Obligation:
    """Save a new obligation with its owner and its first ring. The same kind open on the subject is dropped first."""
    units = {seat.unit_id for seat in owner.seats}
    obligation.posts = sorted({seat.post for seat in owner.seats})
    obligation.unit_id = units.pop() if len(units) == 1 else None
    obligation.officer_id = owner.officer_id
    obligation.next_ring_at = _first_ring(obligation)
    twins = Obligation.objects.filter(subject_id=obligation.subject_id, kind=obligation.kind)
    _end(twins, ending=Ending.DROPPED, now=obligation.started_at)
    obligation.save(force_insert=True)
    return obligation


def stop(kinds: Collection[str], *, subject_ids: Collection[UUID], ending: Ending, now: datetime) -> int | None:
    """End the open obligations of these kinds on these subjects ("*" ends all of them).

    Returns the greatest lateness among them in whole minutes, 0 if all were in time, None if there was none.
    """
    rows = Obligation.objects.filter(subject_id__in=subject_ids)
    if "*" not in kinds:
        rows = rows.filter(kind__in=kinds)
    return _end(rows, ending=ending, now=now)


def drop_dossier(dossier_id: UUID, *, now: datetime) -> None:
    """Drop everything still owed on an event: it was merged or cancelled."""
    _end(Obligation.objects.filter(dossier_id=dossier_id), ending=Ending.DROPPED, now=now)


def move(obligation: Obligation, *, due_at: datetime) -> None:
    """Set another due time (a level changed, a deadline was lengthened by a step); its rings start again from there."""
    ladder = outside().roster.ladder(obligation.ladder, jurisdiction_id=obligation.jurisdiction_id)
    obligation.due_at = due_at
    obligation.next_ring_at = ring_at(ladder, obligation.rung, started_at=obligation.started_at, due_at=due_at)
    obligation.save(update_fields=["due_at", "next_ring_at"])


def _first_ring(obligation: Obligation) -> datetime | None:
    ladder = outside().roster.ladder(obligation.ladder, jurisdiction_id=obligation.jurisdiction_id)
    return ring_at(ladder, 0, started_at=obligation.started_at, due_at=obligation.due_at)


def _end(rows: QuerySet[Obligation], *, ending: Ending, now: datetime) -> int | None:
    ended = list(rows.filter(Q(ended_at=None)))
    for obligation in ended:
        obligation.ended_at, obligation.ending, obligation.next_ring_at = now, ending, None
        obligation.save(update_fields=["ended_at", "ending", "next_ring_at"])
    return max((late_min(each, now=now) for each in ended), default=None)


def late_min(obligation: Obligation, *, now: datetime) -> int:
    """Whole minutes past the due time at `now` or at its end; 0 when in time."""
    until = obligation.ended_at or now
    return max(0, int((until - obligation.due_at).total_seconds() // 60))
