"""The records of the shared parts, gathered here because Django looks for them under this name."""

from xiangyin.shared.clock.models import Heartbeat, Timeline
from xiangyin.shared.ledger.models import Head, LedgerEntry
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.sealed.models import Look, Purge, SealedChunk, SealedKey, SealedObject
from xiangyin.shared.steps.models import Confirmation

__all__ = [
    "Confirmation",
    "Head",
    "Heartbeat",
    "LedgerEntry",
    "Look",
    "Notice",
    "Obligation",
    "Purge",
    "SealedChunk",
    "SealedKey",
    "SealedObject",
    "Timeline",
]
