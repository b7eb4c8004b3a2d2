"""The one writer: every state of every chapter changes here and nowhere else."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from xiangyin.shared.access.actor import EMERGENCY_POST, Actor, Seat
from xiangyin.shared.ledger.append import Act, append, lock_head
from xiangyin.shared.ledger.models import Way
from xiangyin.shared.ledger.queries import created_by, was_taken
from xiangyin.shared.ledger.stateful import Stateful, dossier_of, kind_of
from xiangyin.shared.obligations.keep import EVERYTHING, stop
from xiangyin.shared.obligations.models import Ending
from xiangyin.shared.ports.outside import outside
from xiangyin.shared.steps import registry
from xiangyin.shared.steps.answers import Answered, accepted, for_ledger, in_words, plain
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.follow import start_owed, tell
from xiangyin.shared.steps.long_texts import sealed_texts
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError
from xiangyin.shared.steps.step import S, Step
from xiangyin.shared.steps.table import Steps, barred, first, seat_for
from xiangyin.shared.steps.taken import Taken


@transaction.atomic
def take(steps: Steps[S], pk: UUID, action: str, *, actor: Actor, command: Command, now: datetime) -> S:
    """Take one listed step, with its obligations, notices and ledger entry; a repeated command does nothing.

    :raises StepRefusedError: the table, the post or an objection forbids it; nothing has changed.
    :raises AnswersInvalidError: what was asked was not given.
    """
    lock_head(actor.jurisdiction_id)  # the subject's, before any row: the other order deadlocks
    subject = steps.locked(pk)
    if was_taken(command.id, pk, action):
        return subject
    step = steps.find(action, subject)
    return _perform(steps, step, subject, actor=actor, command=command, now=now)


@transaction.atomic
def open_record(steps: Steps[S], action: str, subject: S, *, actor: Actor, command: Command, now: datetime) -> S:
    """Create a record by a creating step of its table; `subject` is built but not yet saved.

    :raises StepRefusedError: the post or an objection forbids it.
    :raises AnswersInvalidError: what was asked was not given.
    """
    lock_head(actor.jurisdiction_id)
    if made := created_by(command.id, steps.kind, action):
        return steps.model._default_manager.get(pk=made)
    step = steps.named(action)
    if not step.creates or step.target is None:
        raise StepRefusedError.wrong_state(step, "–", "–")
    subject.jurisdiction_id, subject.state = actor.jurisdiction_id, step.target
    return _perform(steps, step, subject, actor=actor, command=command, now=now)


def _perform(steps: Steps[S], step: Step[S], subject: S, *, actor: Actor, command: Command, now: datetime) -> S:
    decider = replace(command.decider or actor, at=now)
    seat, provisional = _permitted(step, subject, decider, now)
    answers = accepted(step.asks, command.answers, subject, decider)
    if step.checks is not None and (errors := step.checks(subject, answers, decider)):
        raise AnswersInvalidError(errors)
    # In words before the record changes, and its options with it.
    answered = Answered(answers, in_words(step.asks, answers, subject, decider))
    _write(step, subject, decider, answers, now)
    late = _stop(step, subject, now)
    act = _act(step, subject, seat, answered, actor=actor, command=command, now=now, late_min=late)
    entry = append(lock_head(actor.jurisdiction_id), act)
    taken = Taken(subject, step, decider, command, answers, entry, now, provisional)
    start_owed(step, subject, actor=decider, now=now)
    tell(step, subject, command.id, now=now)
    registry.follow(steps.kind, taken)
    return subject


def _permitted(step: Step[S], subject: S, decider: Actor, now: datetime) -> tuple[Seat, bool]:
    """The seat that allows the step, and whether it is an emergency act still to be ratified."""
    if subject.is_over:
        raise StepRefusedError(_("演练已经结束，里面的事不再办理。"), clause=step.clause)
    seat, provisional = seat_for(step, subject, decider), False
    if seat is None and step.emergency and decider.holds(Seat(EMERGENCY_POST)):
        provisional = not outside().roster.office_is_open(jurisdiction_id=decider.jurisdiction_id, at=now)
        seat = Seat(EMERGENCY_POST) if provisional else None
    if seat is None:
        raise StepRefusedError.wrong_post(step)
    if not step.creates and barred(step, subject.id, decider):
        raise StepRefusedError.second_person(step)
    if why := first((*step.hides, *step.refuses), subject, decider):
        raise StepRefusedError(why, clause=step.clause)
    return seat, provisional


def _write(step: Step[S], subject: S, decider: Actor, answers: Mapping[str, Any], now: datetime) -> None:
    if step.target is not None:
        subject.state = step.target
    for name in [each for each in step.writes if each in answers]:
        setattr(subject, name, _in_its_column(subject, name, answers[name]))
    if step.sets is not None:
        for name, value in step.sets(subject, decider, now).items():
            setattr(subject, name, value)
    subject.save(force_insert=step.creates)


def _stop(step: Step[S], subject: S, now: datetime) -> int | None:
    """End what the step fulfils or voids, on the record and on its event; the greatest lateness of the first, or None."""
    touched = [each for each in {subject.id, dossier_of(subject)} if each]
    if step.voids:
        alone = [subject.id] if EVERYTHING in step.voids else touched
        stop(step.voids, subject_ids=alone, ending=Ending.DROPPED, now=now)
    fulfilled = step.stops | step.stops_also(subject)
    return stop(fulfilled, subject_ids=touched, ending=Ending.DONE, now=now) if fulfilled else None


def _in_its_column(subject: Stateful, name: str, answer: Any) -> Any:
    """The answer in the column's own type; an unanswered question leaves nothing, in the column's own way."""
    field = getattr(type(subject), name).field
    if answer in ("", None):
        return None if field.null else field.get_default()
    return field.to_python(answer)


def _act(
    step: Step[S], subject: S, seat: Seat, answered: Answered, *,
    actor: Actor, command: Command, now: datetime, late_min: int | None,
) -> Act:  # fmt: skip
    decider, answers = command.decider or actor, answered.values
    changes = {"state": subject.state} | {name: plain(answers[name]) for name in step.writes if name in answers}
    return Act(
        at=now, mode=subject.mode, way=command.way if actor.officer_id else Way.MACHINE, officer_id=decider.officer_id,
        officer_name=decider.name, post=seat.post, recorded_by_id=actor.officer_id if command.decider else None,
        on_behalf_of_id=decider.on_behalf_of_id, subject_kind=kind_of(subject), subject_id=subject.id,
        dossier_id=dossier_of(subject), action=step.action, clause=step.clause, changes=changes,
        said=for_ledger({name: value for name, value in answers.items() if name not in step.writes}),
        told=answered.words,
        evidence=tuple(each.as_kept() for each in (*command.evidence, *sealed_texts(step.asks, answers, subject, now=now))),
        level=str(getattr(subject, "level_now", "") or ""), plan_version=str(getattr(subject, "plan_version_now", "") or ""),
        late_min=late_min, claimed_at=command.claimed_at, command_id=command.id,
    )  # fmt: skip
