"""A newly published version takes the place of the one before it."""

from xiangyin.response.models import PlanVersion
from xiangyin.response.rules.plan import PLAN_STEPS
from xiangyin.response.terms import PlanState
from xiangyin.shared.steps.take import Taken, take


def supersede_before(taken: Taken) -> None:
    """Supersede the version that was in force until now."""
    before = PlanVersion.objects.filter(state=PlanState.PUBLISHED).exclude(pk=taken.subject.id).first()
    if before is not None:
        take(PLAN_STEPS, before.id, "supersede", actor=taken.machine, command=taken.consequence(), now=taken.now)
