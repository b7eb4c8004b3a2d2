"""The plan that the product ships is adopted at first run, so that a response can start on the first night."""

from datetime import datetime
from uuid import UUID

from xiangyin.response.models import PlanVersion
from xiangyin.response.queries.plans import shipped_plan
from xiangyin.response.rules.plan import PLAN_STEPS
from xiangyin.shared.access.actor import machine
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import open_record


def adopt_shipped_plan(jurisdiction_id: UUID, now: datetime) -> PlanVersion:
    """Adopt the shipped plan as the first version in force."""
    plan = PlanVersion(content=shipped_plan())
    said = {"title": shipped_plan()["title"], "basis": shipped_plan()["basis"]}
    actor = machine(jurisdiction_id, at=now)
    return open_record(PLAN_STEPS, "adopt", plan, actor=actor, command=Command(answers=said), now=now)
