"""Starting a plan creates what the plan says: a task for each duty of the level, to the unit it concerns (3.3.3)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from xiangyin.organization.models import Task, Unit
from xiangyin.organization.queries.units import units
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.organization.terms import Colour, UnitKind
from xiangyin.response.models import Response
from xiangyin.shared.steps.take import open_record
from xiangyin.shared.steps.taken import Taken


def assign_plan_tasks(taken: Taken) -> None:
    """Open the tasks that the frozen plan version names for this level."""
    response: Response = taken.subject
    content = response.plan.content
    for key in content["levels"][Colour(response.colour).name.lower()]["tasks"]:
        _assign(key, content, taken)


def _assign(key: str, content: dict[str, Any], taken: Taken) -> None:
    response: Response = taken.subject
    duty = content["tasks"][key]
    task = Task(
        event_id=response.event_id, origin_id=response.id, colour=response.colour, mode=response.mode,
        timeline_id=response.timeline_id,
    )  # fmt: skip
    command = taken.consequence(
        key, title=duty["title"], what=duty["what"], unit_id=str(_unit_for(content["units"][duty["unit"]], response)),
        due_at=taken.now + timedelta(hours=duty["hours"]), is_critical=duty["critical"],
    )  # fmt: skip
    open_record(TASK_STEPS, "assign", task, actor=taken.machine, command=command, now=taken.now)


def _unit_for(topics: list[str] | None, response: Response) -> UUID:
    """The unit whose field of work fits best, the lead unit where the plan names no field.

    Without a fit it is the office's duty: none may fall between two chairs.
    """
    if topics is None:
        return response.lead_unit_id
    return max(units(), key=lambda unit: (_fit(unit, topics), unit.kind == UnitKind.OFFICE)).id


def _fit(unit: Unit, topics: list[str]) -> int:
    return len(set(unit.topics) & set(topics))
