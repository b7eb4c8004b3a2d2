"""What happens to a warning when its event leaves the chain."""

from xiangyin.shared.steps.take import Taken, take
from xiangyin.warning.queries.warnings import living
from xiangyin.warning.rules.early_warning import WARNING_STEPS
from xiangyin.warning.terms import WarningState


def withdraw_unissued(taken: Taken) -> None:
    """Withdraw a proposal whose event was dismissed, merged or cancelled."""
    warning = living(taken.subject.id)
    if warning is not None and warning.state != WarningState.ISSUED:
        take(WARNING_STEPS, warning.id, "withdraw", actor=taken.machine, command=taken.consequence(), now=taken.now)
