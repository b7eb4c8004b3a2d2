"""The next shift begins in the same transaction in which the one before it ends."""

from xiangyin.organization.queries.duty import next_shift
from xiangyin.organization.rules.shift import SHIFT_STEPS
from xiangyin.shared.steps.take import Taken, take


def begin_next(taken: Taken) -> None:
    """Put the officer who accepted (or relieved) on duty."""
    shift = next_shift()
    if shift is None:
        return  # the table refuses acceptance without a next shift; a withdrawn one needs no successor
    command = taken.consequence(taken_by_id=str(taken.actor.officer_id))
    take(SHIFT_STEPS, shift.id, "begin", actor=taken.machine, command=command, now=taken.now)
