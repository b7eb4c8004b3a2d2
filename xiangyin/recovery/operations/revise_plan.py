"""A review that found the plan wanting brings its revision (5.2.1, process.md 8)."""

from xiangyin.recovery.terms import PlanDecision
from xiangyin.response.operations.begin_revision import revision_for
from xiangyin.shared.steps.taken import Taken


def revise_plan(taken: Taken) -> None:
    """Begin the revision that was decided, or join the one in work."""
    if taken.answers["plan_decision"] == PlanDecision.REVISE:
        revision_for(taken, basis=taken.answers["reason"])
