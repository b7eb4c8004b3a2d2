"""Reading what is owed."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ledger.models import Mode
from xiangyin.shared.ledger.stateful import confined_kinds
from xiangyin.shared.obligations.models import Obligation


def still_open() -> QuerySet[Obligation]:
    """Every open obligation, the most urgent first."""
    return Obligation.objects.filter(ended_at=None).order_by("due_at", "id")


def in_sight() -> QuerySet[Obligation]:
    """Open obligations that every officer may see: actual ones, of records that are not for their parties only."""
    return still_open().filter(mode=Mode.ACTUAL).exclude(subject_kind__in=confined_kinds())


def of_dossier(dossier_id: UUID) -> QuerySet[Obligation]:
    """Every obligation of an event, open and ended, in the order they began."""
    return Obligation.objects.filter(dossier_id=dossier_id).order_by("started_at", "due_at", "id")


def waiting_for(actor: Actor) -> list[Obligation]:
    """What this officer owes now, by name or by a seat, the most urgent first. One query."""
    rows = (
        still_open()
        .select_related("timeline")
        .filter(Q(officer_id=actor.officer_id) | Q(posts__overlap=sorted(actor.posts)))
    )
    return [each for each in rows if each.officer_id == actor.officer_id or any(map(actor.holds, each.seats))]


def blocking(guard: str, *, dossier_id: UUID, except_kinds: Collection[str] = ()) -> list[Obligation]:
    """Open obligations of an event that stand in the way of a guard ("end", "close")."""
    rows = still_open().filter(dossier_id=dossier_id, blocks__contains=[guard])
    return list(rows.exclude(kind__in=except_kinds))


def unheard(*, now: datetime) -> QuerySet[Obligation]:
    """Late obligations whose ladder has come to its end: nobody answered. A loud banner for everyone on duty."""
    return in_sight().filter(next_ring_at=None, due_at__lt=now)
