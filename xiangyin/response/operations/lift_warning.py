"""The end of a response is the end of its warning (4.3)."""

from xiangyin.shared.steps.take import Taken, take
from xiangyin.warning.queries.warnings import living
from xiangyin.warning.rules.early_warning import WARNING_STEPS


def lift_warning(taken: Taken) -> None:
    """Lift the warning of the event whose response has ended."""
    warning = living(taken.subject.event_id)
    if warning is not None:
        take(WARNING_STEPS, warning.id, "lift", actor=taken.machine, command=taken.consequence(), now=taken.now)
