"""A change of level recomputes the clocks that are still open, and only those (process.md, halved clocks)."""

from xiangyin.shared.obligations.keep import move
from xiangyin.shared.obligations.queries import of_dossier
from xiangyin.shared.steps.taken import Taken
from xiangyin.warning.rules.clocks import ACTIVATE, ISSUE, VERIFY
from xiangyin.warning.rules.duties import DUTIES

CLOCKS = {owed.kind: owed for owed in (VERIFY, ISSUE, ACTIVATE, *DUTIES)}


def recompute_clocks(taken: Taken) -> None:
    """Set the due times that follow from the new level; each is counted from where it began."""
    for obligation in of_dossier(taken.subject.event_id).filter(ended_at=None, kind__in=CLOCKS):
        due_at = CLOCKS[obligation.kind].due(taken.subject, obligation.started_at)
        if due_at != obligation.due_at:
            move(obligation, due_at=due_at)
