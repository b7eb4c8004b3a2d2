"""Writing what was chosen into the content of a plan version that is still a draft."""

from xiangyin.organization.terms import Colour
from xiangyin.response.models import PlanVersion
from xiangyin.shared.steps.taken import Taken


def apply_edit(taken: Taken) -> None:
    """Set each level's tasks and rhythm as answered."""
    plan: PlanVersion = taken.subject
    for name in (colour.name.lower() for colour in Colour):
        level = plan.content["levels"][name]
        level["watch"] = taken.answers[f"watch_{name}"]
        level["tasks"] = taken.answers[f"tasks_{name}"]
        level["report_min"] = taken.answers[f"report_min_{name}"]
    plan.save(update_fields=["content"])
