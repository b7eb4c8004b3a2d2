"""A duty of the plan given to the unit it concerns, as a task."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from xiangyin.organization.models import Task, Unit
from xiangyin.organization.queries.units import acting_unit, units
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.organization.terms import UnitKind
from xiangyin.shared.steps.take import open_record
from xiangyin.shared.steps.taken import Taken


def give(task: Task, key: str, content: dict[str, Any], taken: Taken, *, lead_id: UUID | None = None) -> None:
    """Assign the plan's duty `key`; `task` is built with its event, colour and mode. `lead_id` leads a response."""
    duty = content["tasks"][key]
    command = taken.consequence(
        key, title=duty["title"], what=duty["what"], unit_id=str(_unit_for(content["units"][duty["unit"]], lead_id)),
        due_at=taken.now + timedelta(hours=duty["hours"]), is_critical=duty["critical"],
    )  # fmt: skip
    open_record(TASK_STEPS, "assign", task, actor=taken.machine, command=command, now=taken.now)


def _unit_for(topics: list[str] | None, lead_id: UUID | None) -> UUID:
    """The unit whose field of work fits best, the lead unit where the plan names no field.

    Without a fit it is the office's duty: none may fall between two chairs.
    """
    if topics is None and lead_id is not None:
        return acting_unit(lead_id)
    return max(units(), key=lambda unit: (_fit(unit, topics or []), unit.kind == UnitKind.OFFICE)).id


def _fit(unit: Unit, topics: list[str]) -> int:
    return len(set(unit.topics) & set(topics))
