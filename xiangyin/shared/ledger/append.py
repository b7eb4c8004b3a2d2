"""Writing the ledger: lock the head, append, move the head."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from xiangyin.shared.ledger.canonical import FIELDS_V1, chained_hash
from xiangyin.shared.ledger.models import Head, LedgerEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What one entry tells; the columns of `LedgerEntry` that are not the chain's own."""

    at: datetime
    mode: str
    way: str
    officer_id: UUID | None
    officer_name: str
    post: str
    subject_kind: str
    subject_id: UUID
    action: str
    command_id: UUID
    clause: str = ""
    recorded_by_id: UUID | None = None
    on_behalf_of_id: UUID | None = None
    dossier_id: UUID | None = None
    changes: Mapping[str, object] | None = None
    said: Mapping[str, object] | None = None
    told: Mapping[str, str] | None = None
    evidence: tuple[Mapping[str, object], ...] = ()
    level: str = ""
    plan_version: str = ""
    late_min: int | None = None
    claimed_at: datetime | None = None
    cause_number: int | None = None


def lock_head(jurisdiction_id: UUID) -> Head:
    """Lock the jurisdiction's chain until the transaction ends; first of all locks, or two steps deadlock."""
    return Head.objects.select_for_update().get(pk=jurisdiction_id)


def append(head: Head, act: Act) -> LedgerEntry:
    """Append one entry to a locked chain."""
    entry = LedgerEntry(
        jurisdiction_id=head.jurisdiction_id,
        number=head.length + 1,
        server_at=datetime.now(UTC),  # the machine's own time, kept beside the timeline's
        previous_hash=head.last_hash,
        **_columns(act),
    )
    entry.hash = chained_hash(entry.previous_hash, sealed_values(entry))
    entry.save(force_insert=True)
    head.length, head.last_hash = entry.number, entry.hash
    head.save(update_fields=["length", "last_hash"])
    return entry


def sealed_values(entry: LedgerEntry) -> dict[str, object]:
    """The values that the hash covers."""
    return {name: getattr(entry, name) for name in FIELDS_V1}


def _columns(act: Act) -> dict[str, object]:
    columns = {name: getattr(act, name) for name in act.__slots__}
    columns["changes"] = dict(act.changes or {})
    columns["said"] = dict(act.said or {})
    columns["told"] = dict(act.told or {})
    columns["evidence"] = [dict(each) for each in act.evidence]
    return columns
