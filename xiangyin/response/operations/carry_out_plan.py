"""Starting a plan creates what the plan says: a task for each duty of the level, to the unit it concerns (3.3.3)."""

from xiangyin.organization.models import Task
from xiangyin.organization.terms import Colour
from xiangyin.response.models import Response
from xiangyin.response.operations.give_duties import give
from xiangyin.shared.steps.taken import Taken


def assign_plan_tasks(taken: Taken) -> None:
    """Open the tasks that the frozen plan version names for this level."""
    response: Response = taken.subject
    content = response.plan.content
    for key in content["levels"][Colour(response.colour).name.lower()]["tasks"]:
        task = Task(
            event_id=response.event_id, origin_id=response.id, colour=response.colour, mode=response.mode,
            timeline_id=response.timeline_id,
        )  # fmt: skip
        give(task, key, content, taken, lead_id=response.lead_unit_id)
