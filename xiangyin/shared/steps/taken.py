"""A step that was just taken, as those see it that follow from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid5

from xiangyin.shared.access.actor import Actor, machine
from xiangyin.shared.ledger.models import LedgerEntry, Way
from xiangyin.shared.ledger.stateful import kind_of
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.step import Step


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was just taken, for what follows from it inside the same transaction."""

    subject: Any
    step: Step[Any]
    actor: Actor
    command: Command
    answers: Mapping[str, Any]
    entry: LedgerEntry
    now: datetime
    provisional: bool

    @property
    def machine(self) -> Actor:
        return machine(self.actor.jurisdiction_id, at=self.now)

    def consequence(self, key: str = "", **answers: Any) -> Command:
        """A command for a step that follows: its id comes from this one's and `key`, so that a repeat repeats nothing."""
        name = f"{kind_of(self.subject)} {self.step.action} {key}"
        return Command(id=uuid5(self.command.id, name), answers=answers, way=Way.MACHINE)
