"""What a person sends to have a step taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from xiangyin.shared.access.actor import Actor
from xiangyin.shared.access.identity import uuid7
from xiangyin.shared.ledger.models import Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A file in the sealed store, by its hash."""

    sealed_id: UUID
    sha256: str
    name: str

    def as_kept(self) -> dict[str, str]:
        """What the ledger keeps of it."""
        return {"sha256": self.sha256, "name": self.name, "sealed": str(self.sealed_id)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One wish to take a step. The same `id` again does nothing.

    `decider` is who decided when somebody else records it (`way` by word or on paper).
    """

    id: UUID = field(default_factory=uuid7)
    answers: Mapping[str, Any] = field(default_factory=dict)
    way: str = Way.IN_PERSON
    decider: Actor | None = None
    evidence: tuple[Evidence, ...] = ()
    claimed_at: datetime | None = None
