"""Starting, moving and ending obligations, always inside the transaction of a step."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from xiangyin.shared.access.actor import Seat
from xiangyin.shared.obligations.models import Ending, Obligation
from xiangyin.shared.obligations.rungs import first_ring, moment_of, ring_one
from xiangyin.shared.outbox.enqueue import cancel, reword

EVERYTHING = "*"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owes: the holders of these seats, or one officer."""

    seats: frozenset[Seat] = frozenset()
    officer_id: UUID | None = None


def start(obligation: Obligation, *, owner: Owner, started_by: UUID | None = None) -> Obligation:
    """Save a new obligation with its owner and its next ring. The same kind open on the subject is dropped first.

    Where its ladder begins at once, the owners are told in this transaction; the clock loop rings the rest.
    """
    units = {seat.unit_id for seat in owner.seats}
    obligation.posts = sorted({seat.post for seat in owner.seats})
    obligation.unit_id = units.pop() if len(units) == 1 else None
    obligation.officer_id = owner.officer_id
    obligation.next_ring_at = first_ring(obligation)
    twins = Obligation.objects.filter(subject_id=obligation.subject_id, kind=obligation.kind)
    _end(twins, ending=Ending.DROPPED, now=obligation.started_at)
    obligation.save(force_insert=True)
    if obligation.next_ring_at is not None and obligation.next_ring_at <= obligation.started_at:
        ring_one(obligation, now=obligation.started_at, except_id=started_by)
    return obligation


def stop(kinds: Collection[str], *, subject_ids: Collection[UUID], ending: Ending, now: datetime) -> int | None:
    """End the open obligations of these kinds on these subjects ("*" ends all of them).

    Returns the greatest lateness among them in whole minutes, 0 if all were in time, None if there was none.
    """
    rows = Obligation.objects.filter(subject_id__in=subject_ids)
    if EVERYTHING not in kinds:
        rows = rows.filter(kind__in=kinds)
    return _end(rows, ending=ending, now=now)


def drop_dossier(dossier_id: UUID, *, now: datetime) -> None:
    """Drop everything still owed on an event: another one owes it now."""
    _end(Obligation.objects.filter(dossier_id=dossier_id), ending=Ending.DROPPED, now=now)


def drop_timeline(timeline_id: UUID, *, now: datetime) -> None:
    """Drop everything still owed on a timeline that has come to its end: no clock of a drill rings after it."""
    _end(Obligation.objects.filter(timeline_id=timeline_id), ending=Ending.DROPPED, now=now)


def rehome(subject_ids: Collection[UUID], *, dossier_id: UUID) -> None:
    """What is owed on these records belongs to another event's file from now on."""
    Obligation.objects.filter(subject_id__in=subject_ids).update(dossier_id=dossier_id)


def revive_dossier(dossier_id: UUID, *, dropped_at: datetime) -> None:
    """Take back `drop_dossier`: what was dropped at that moment is owed again, and rings where it had got to."""
    for obligation in Obligation.objects.filter(dossier_id=dossier_id, ended_at=dropped_at, ending=Ending.DROPPED):
        obligation.ended_at, obligation.ending = None, ""
        obligation.next_ring_at = moment_of(obligation, obligation.rung)
        obligation.save(update_fields=["ended_at", "ending", "next_ring_at"])


def rename(subject_ids: Collection[UUID], *, name: str) -> None:
    """Call these records by another name, on clocks and in the notices that those gave: what they were called is gone."""
    rows = Obligation.objects.filter(subject_id__in=subject_ids)
    for label in set(rows.values_list("label", flat=True)):
        reword(rows.filter(label=label).values_list("id", flat=True), text=f"{label}：{name}")
    rows.update(subject_label=name)


def move(obligation: Obligation, *, due_at: datetime) -> None:
    """Set another due time (a level changed, a deadline was lengthened by a step); its rings start again from there."""
    obligation.due_at = due_at
    obligation.next_ring_at = moment_of(obligation, obligation.rung)
    obligation.save(update_fields=["due_at", "next_ring_at"])


def _end(rows: QuerySet[Obligation], *, ending: Ending, now: datetime) -> int | None:
    ended = list(rows.filter(Q(ended_at=None)))
    for obligation in ended:
        obligation.ended_at, obligation.ending, obligation.next_ring_at = now, ending, None
        obligation.save(update_fields=["ended_at", "ending", "next_ring_at"])
    cancel([obligation.id for obligation in ended])
    return max((late_min(each, now=now) for each in ended), default=None)


def late_min(obligation: Obligation, *, now: datetime) -> int:
    """Whole minutes past the due time at `now` or at its end; 0 when in time."""
    until = obligation.ended_at or now
    return max(0, int((until - obligation.due_at).total_seconds() // 60))
