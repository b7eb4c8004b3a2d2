"""What shows the plan to be wrong joins the revision in work, or begins one (process.md 8)."""

from django.utils.translation import gettext as _

from xiangyin.response.models import PlanVersion
from xiangyin.response.queries.plans import plan_in_force, plan_in_revision
from xiangyin.response.rules.plan import PLAN_STEPS
from xiangyin.shared.steps.take import open_record
from xiangyin.shared.steps.taken import Taken

BASIS_CHARS = 200


def revision_for(taken: Taken, *, basis: str) -> PlanVersion:
    """The version that is being written; what the plan has to change stands in the ledger either way."""
    return plan_in_revision() or _drafted(taken, basis)


def _drafted(taken: Taken, basis: str) -> PlanVersion:
    before = plan_in_force()
    command = taken.consequence(
        "plan", title=before.title if before else _("乡镇舆情应急预案"), basis=basis[:BASIS_CHARS]
    )
    return open_record(PLAN_STEPS, "draft", PlanVersion(), actor=taken.machine, command=command, now=taken.now)
