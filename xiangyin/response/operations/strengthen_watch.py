"""A warning makes units strengthen their watch before any response, as the plan in force says (3.3.4)."""

from xiangyin.organization.models import Task
from xiangyin.organization.terms import Colour, TaskKind
from xiangyin.response.operations.give_duties import give
from xiangyin.response.queries.plans import plan_in_force
from xiangyin.shared.steps.taken import Taken
from xiangyin.warning.models import EarlyWarning


def assign_watch(taken: Taken) -> None:
    """Open the watch tasks of the warning's level; a township without a published plan has none."""
    warning: EarlyWarning = taken.subject
    plan = plan_in_force()
    if plan is None:
        return
    for key in plan.content["levels"][Colour(warning.colour).name.lower()].get("watch", []):
        task = Task(
            event_id=warning.event_id, origin_id=warning.id, kind=TaskKind.WATCH, colour=warning.colour,
            mode=warning.mode, timeline_id=warning.timeline_id,
        )  # fmt: skip
        give(task, key, plan.content, taken)
