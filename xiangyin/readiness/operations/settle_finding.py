"""A finding becomes a task or a revision of the plan: actual ones, on the same tables as all others."""

from xiangyin.organization.models import Task
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.readiness.models import Finding
from xiangyin.response.operations.begin_revision import revision_for
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
    finding.plan = revision_for(taken, basis=taken.answers["basis"])
    finding.save(update_fields=["plan"])
