"""Proving the chain: every entry is hashed again over the one before it."""

from dataclasses import dataclass
from uuid import UUID

from xiangyin.shared.ledger.append import sealed_values
from xiangyin.shared.ledger.canonical import chained_hash
from xiangyin.shared.ledger.models import Head, LedgerEntry

FIRST_HASH = "0" * 64


@dataclass(frozen=True, slots=True)
class Verdict:
    """`broken_at` is the number of the first entry that does not fit, or None; `last_hash` proves the rest."""

    entries: int
    last_hash: str
    broken_at: int | None
    why: str


def verify(jurisdiction_id: UUID) -> Verdict:
    """Walk the whole chain of a jurisdiction. Reads every entry once, in order."""
    number, last_hash = 0, FIRST_HASH
    entries = LedgerEntry.objects.filter(jurisdiction_id=jurisdiction_id).order_by("number")
    for entry in entries.iterator(chunk_size=2000):
        if why := _flaw(entry, number, last_hash):
            return Verdict(number, last_hash, entry.number, why)
        number, last_hash = entry.number, entry.hash
    head = Head.objects.get(pk=jurisdiction_id)
    if (head.length, head.last_hash) != (number, last_hash):
        return Verdict(number, last_hash, number + 1, "entries are missing at the end")
    return Verdict(number, last_hash, None, "")


def _flaw(entry: LedgerEntry, number: int, last_hash: str) -> str:
    if entry.number != number + 1:
        return "an entry is missing"
    if entry.previous_hash != last_hash:
        return "it does not follow the entry before it"
    if entry.hash != chained_hash(last_hash, sealed_values(entry)):
        return "its content was changed"
    return ""
