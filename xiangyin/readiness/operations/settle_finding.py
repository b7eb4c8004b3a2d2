"""A finding becomes a task or a revision of the plan: actual ones, on the same tables as all others."""

from xiangyin.organization.models import Task
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.readiness.models import Finding
from xiangyin.response.models import PlanVersion
from xiangyin.response.queries.plans import plan_in_force, plan_in_revision
from xiangyin.response.rules.plan import PLAN_STEPS
from xiangyin.shared.steps.take import open_record
from xiangyin.shared.steps.taken import Taken


def assign_task(taken: Taken) -> None:
    """Open the task that puts the finding right."""
    finding: Finding = taken.subject
    said = {name: taken.answers[name] for name in ("title", "unit_id", "due_at")}
    task = Task(origin_id=finding.pk)
    finding.task = open_record(
        TASK_STEPS, "assign", task, actor=taken.machine, command=taken.consequence("task", what=finding.what, **said),
        now=taken.now,
    )  # fmt: skip
    finding.save(update_fields=["task"])


def revise_plan(taken: Taken) -> None:
    """Join the revision in work, or begin one; what the plan has to change is said in the ledger either way."""
    finding: Finding = taken.subject
    finding.plan = plan_in_revision() or _drafted(taken)
    finding.save(update_fields=["plan"])


def _drafted(taken: Taken) -> PlanVersion:
    before = plan_in_force()
    title = before.title if before else str(taken.subject.drill)
    command = taken.consequence("plan", title=title, basis=taken.answers["basis"])
    return open_record(PLAN_STEPS, "draft", PlanVersion(), actor=taken.actor, command=command, now=taken.now)
