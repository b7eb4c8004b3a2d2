"""Reading the ledger."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from xiangyin.shared.ledger.models import Head, LedgerEntry
from xiangyin.shared.ledger.stateful import confined_kinds


def of_subject(subject_id: UUID) -> QuerySet[LedgerEntry]:
    """Every act on one record, oldest first."""
    return LedgerEntry.objects.filter(subject_id=subject_id).order_by("number")


def of_dossier(*dossier_ids: UUID) -> QuerySet[LedgerEntry]:
    """Every act on an event (or on these) and on all that hangs on it, oldest first."""
    return LedgerEntry.objects.filter(dossier_id__in=dossier_ids).order_by("number")


def doers(subject_id: UUID, actions: Collection[str]) -> set[UUID]:
    """The officers who took one of these steps on the record, themselves or through a recorder. One query."""
    rows = LedgerEntry.objects.filter(subject_id=subject_id, action__in=actions)
    pairs = rows.values_list("officer_id", "on_behalf_of_id")
    return {officer for pair in pairs for officer in pair if officer}


def created_by(command_id: UUID, subject_kind: str, action: str) -> UUID | None:
    """The record that this very command created before, if it did."""
    entries = LedgerEntry.objects.filter(command_id=command_id, subject_kind=subject_kind, action=action)
    return entries.values_list("subject_id", flat=True).first()


def was_taken(command_id: UUID, subject_id: UUID, action: str) -> bool:
    """Whether this very command was carried out before."""
    return LedgerEntry.objects.filter(command_id=command_id, subject_id=subject_id, action=action).exists()


def is_known(command_id: UUID) -> bool:
    """Whether this very command was carried out before, whatever it was about."""
    return LedgerEntry.objects.filter(command_id=command_id).exists()


def entry(entry_id: UUID) -> LedgerEntry | None:
    return LedgerEntry.objects.filter(pk=entry_id).first()


def head_of(jurisdiction_id: UUID) -> Head | None:
    """How long the chain is and with which hash it ends: what an outsider has to hold to notice a cut or a rewrite."""
    return Head.objects.filter(pk=jurisdiction_id).first()


def newest_first() -> QuerySet[LedgerEntry]:
    """Every entry of the tenant that all officers may read, the newest first."""
    return LedgerEntry.objects.exclude(subject_kind__in=confined_kinds()).order_by("-number")
