"""A random officer tries a random step with plausible answers; refusals are part of the walk."""

import random
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.people import Town
from xiangyin.shared.ledger.stateful import dossier_of, kind_of
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.steps import registry
from xiangyin.shared.steps.answers import asked_of
from xiangyin.shared.steps.asks import Ask, Attachment, Choice, Choices, Moment, Number, Pairs, Text, Tick
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError
from xiangyin.shared.steps.take import open_record, take

KINDS = (
    "monitoring.event", "warning.earlywarning", "response.response", "recovery.aftermath", "organization.task",
    "documents.document", "monitoring.demand", "recovery.relief",
)  # fmt: skip


class Walker:
    """Walks over every record of the town that hangs on an event. `dice` decides everything, so a walk can be repeated."""

    def __init__(self, town: Town, dice: random.Random) -> None:
        self.town, self.dice = town, dice
        self.tried = self.taken = 0
        self._seats = {name: town.who(name) for name in town.officers}  # nobody's posts change during a walk

    def try_something(self) -> None:
        """One try: mostly a step of an existing record, at times a birth or a new call."""
        self.town.later(self.dice.choice([0, 1, 7, 30, 125]))
        self.tried += 1
        with suppress(StepRefusedError, AnswersInvalidError):
            self._try()
            self.taken += 1

    def _try(self) -> None:
        record = self._record()
        if record is None or self.dice.random() < 0.01:
            self.town.call(name=self._name(), title=f"第 {self.tried} 个来电")
            return
        if self.dice.random() < (0.3 if kind_of(record) == "monitoring.event" else 0.05):
            self._bear(record)
        else:
            self._step(record)

    def _step(self, record: Any) -> None:
        table = registry.table(kind_of(record))
        row = self.dice.choice(self._likely(table, record))
        actor = replace(self._seats[self._name_for(row, record)], at=self.town.now)
        command = Command(answers=self._answers(row.asks, record, actor))
        take(table, record.pk, row.action, actor=actor, command=command, now=self.town.now)

    def _bear(self, parent: Any) -> None:
        tables = [table for table in registry.tables() if kind_of(parent) in table.born_of]
        if not tables:
            return
        timely = [table for table in tables if self._is_timely(table, parent)]
        table = self.dice.choice(timely if timely and self.dice.random() < 0.8 else tables)
        subject = table.born(parent)
        if subject is None:
            return
        row = self.dice.choice([row for row in table.rows if row.creates])
        actor = replace(self._seats[self._name_for(row, subject)], at=self.town.now)
        command = Command(answers=self._answers(row.asks, subject, actor))
        open_record(table, row.action, subject, actor=actor, command=command, now=self.town.now)

    def _is_timely(self, table: Any, parent: Any) -> bool:
        """Whether what is born there is owed now: a level, a response."""
        owed = Obligation.objects.filter(dossier_id=dossier_of(parent), ended_at=None).values_list("kind", flat=True)
        return any(row.stops & set(owed) for row in table.rows if row.creates)

    def _likely(self, table: Any, record: Any) -> list[Any]:
        """Mostly what is owed, or what starts where the record stands: else hardly anything would ever happen."""
        fitting = [row for row in table.rows if record.state in row.sources]
        owed = set(
            Obligation.objects.filter(dossier_id=dossier_of(record), ended_at=None).values_list("kind", flat=True)
        )
        if self.dice.random() < 0.8:  # most days nothing is thrown away
            fitting = [row for row in fitting if not row.danger and row.action != "stand_down"]
        duties = [row for row in fitting if row.stops & owed]
        if duties and self.dice.random() < 0.6:
            return duties
        return fitting if fitting and self.dice.random() < 0.9 else list(table.rows)

    def _name_for(self, row: Any, record: Any) -> str:
        """Mostly somebody who holds a fitting seat, at times anybody at all."""
        fitting: list[str] = []
        with suppress(AttributeError, KeyError):
            seats = row.posts(record)
            fitting = [name for name, actor in self._seats.items() if any(map(actor.holds, seats))]
        return self.dice.choice(fitting) if fitting and self.dice.random() < 0.85 else self._name()

    def _name(self) -> str:
        return self.dice.choice(list(self.town.officers))

    def _record(self) -> Any:
        """One of the newest records of some kind: an old file is seldom taken up again."""
        models = [registry.table(kind).model for kind in KINDS]
        newest = [found for model in models if (found := list(model._default_manager.order_by("-pk")[:4]))]
        return self.dice.choice(self.dice.choice(newest)) if newest else None

    def _answers(self, asks: tuple[Ask, ...], subject: Any, actor: Any) -> dict[str, Any]:
        return {ask.name: self._answer(ask, subject, actor) for ask in asked_of(asks, subject)}

    def _answer(self, ask: Ask, subject: Any, actor: Any) -> Any:
        if isinstance(ask, Choice):
            options = [value for value, _label in ask.options(subject, actor)]
            return self.dice.choice(options) if options else ""
        if isinstance(ask, Choices):
            options = [value for value, _label in ask.options(subject, actor)]
            return options if ask.every or self.dice.random() < 0.7 else options[:1]
        return self._plain(ask)

    def _plain(self, ask: Ask) -> Any:
        answers: dict[type[Ask], Any] = {
            Text: "经核实，情况属实。",
            Number: self.dice.randint(1, 50),
            Moment: self.town.now + timedelta(hours=self.dice.randint(-2, 48)),
            Tick: self.dice.random() < 0.3,
            Pairs: [["学生已送医。", "120"]],
            Attachment: None,
            Ask: None,
        }
        return answers[type(ask)]
