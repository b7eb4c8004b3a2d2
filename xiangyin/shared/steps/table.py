"""A rule table: every step of one kind of record. What is not listed is forbidden."""

from collections.abc import Callable, Mapping
from typing import Any, Generic
from uuid import UUID

from xiangyin.shared.access.actor import MACHINE_POST, Actor, Seat
from xiangyin.shared.ledger.queries import doers
from xiangyin.shared.ledger.stateful import kind_of
from xiangyin.shared.steps.refusals import StepRefusedError, state_name
from xiangyin.shared.steps.step import Objection, Offer, Owed, S, Step

Visible = Callable[[S, Actor], bool]


def _seen_by_all(_subject: Any, _actor: Actor) -> bool:
    return True


class Steps(Generic[S]):
    """The rows of one record, in the order of the regulation. `visible` narrows who may see a record at all.

    `born_of` tells on whose page the record is created: the parent's kind, and how to build it from the parent; None
    where nothing may be created any more.
    """

    def __init__(
        self, model: type[S], rows: tuple[Step[S], ...], *,
        visible: Visible[S] = _seen_by_all, born_of: Mapping[str, Callable[[Any], S | None]] | None = None,
    ) -> None:  # fmt: skip
        self.model, self.rows, self.visible = model, rows, visible
        self.born_of = dict(born_of or {})
        self.kind = kind_of(model)
        self.states = dict(model.state.field.choices or ())

    def named(self, action: str) -> Step[S]:
        """The row of that name.

        :raises StepRefusedError: the table has none.
        """
        for step in self.rows:
            if step.action == action:
                return step
        raise StepRefusedError(f"{self.kind}: {action}", clause="")

    def find(self, action: str, subject: S) -> Step[S]:
        """The row of that name, if it starts where the record stands.

        :raises StepRefusedError: the record's state does not allow it.
        """
        step = self.named(action)
        if subject.state not in step.sources:
            raise StepRefusedError.wrong_state(step, state_name(subject), self._names(step.sources))
        return step

    def offers(self, subject: S, actor: Actor) -> list[Offer[S]]:
        """What this officer may do with the record now, with what still stands in the way."""
        if subject.is_over:
            return []
        rows = [row for row in self.rows if subject.state in row.sources and offered(row, subject, actor)]
        return [Offer(row, first(row.refuses, subject, actor)) for row in rows if not barred(row, subject.id, actor)]

    def born(self, parent: Any) -> S | None:
        """The record, not yet saved, as it would be created on the parent's page; None where it cannot be."""
        build = self.born_of.get(kind_of(parent))
        return build(parent) if build else None

    def births(self, parent: Any, actor: Actor) -> list[Offer[S]]:
        """What this officer may create on the parent's page."""
        subject = self.born(parent)
        if subject is None or subject.is_over:
            return []
        rows = [row for row in self.rows if row.creates and offered(row, subject, actor)]
        return [Offer(row, first(row.refuses, subject, actor)) for row in rows]

    def recordable(self, subject: S) -> list[Step[S]]:
        """Steps from here that a person takes: what may be recorded by word or on paper for somebody else."""
        return [row for row in self.rows if subject.state in row.sources and row.posts(subject) != {Seat(MACHINE_POST)}]

    def owed(self) -> dict[str, Owed]:
        """Every kind of obligation that a row of this table starts."""
        return {owed.kind: owed for row in self.rows for owed in row.starts}

    def locked(self, pk: UUID) -> S:
        return self.model._default_manager.select_for_update(of=("self",)).get(pk=pk)

    def _names(self, states: frozenset[str]) -> str:
        return "、".join(str(label) for state, label in self.states.items() if state in states)


def seat_for(step: Step[S], subject: S, actor: Actor) -> Seat | None:
    """The seat by which the actor may take the step, or None."""
    wanted = sorted(step.posts(subject), key=lambda seat: seat.post)
    return next((seat for seat in wanted if actor.holds(seat)), None)


def barred(step: Step[S], subject_id: UUID, actor: Actor) -> bool:
    """Whether an earlier act of the same person, or its absence, forbids the step (two-person rules)."""
    if step.not_by and actor.officer_id in doers(subject_id, step.not_by):
        return True
    return bool(step.only_by) and actor.officer_id not in doers(subject_id, step.only_by)


def offered(step: Step[S], subject: S, actor: Actor) -> bool:
    """Whether the step makes sense for this record and this actor's seats."""
    return seat_for(step, subject, actor) is not None and not first(step.hides, subject, actor)


def first(objections: tuple[Objection, ...], subject: Any, actor: Actor) -> str:
    """The first objection raised, or nothing."""
    return next((why for objects in objections if (why := objects(subject, actor))), "")
