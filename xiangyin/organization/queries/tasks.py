"""Reading tasks."""

from uuid import UUID

from django.db.models import QuerySet

from xiangyin.organization.models import Task
from xiangyin.organization.terms import TaskState
from xiangyin.shared.ledger.models import Mode


def tasks_of_event(*event_ids: UUID) -> QuerySet[Task]:
    """The tasks of an event, or of these, in the order they were given. One query."""
    return Task.objects.filter(event_id__in=event_ids).select_related("unit").order_by("assigned_at", "id")


def tasks_of_unit(unit_id: UUID) -> QuerySet[Task]:
    """Everything a unit was ever given, drills aside, the newest first."""
    rows = Task.objects.filter(unit_id=unit_id, mode=Mode.ACTUAL)
    return rows.select_related("unit").order_by("-assigned_at", "-id")


def task(task_id: UUID) -> Task | None:
    return Task.objects.filter(pk=task_id).select_related("unit").first()


def units_with_tasks(event_id: UUID) -> list[UUID]:
    """The units that had something to do in an event, each once. One query."""
    done = Task.objects.filter(event_id=event_id).exclude(state__in=[TaskState.WAIVED, TaskState.CANCELLED])
    return list(done.order_by("unit__code").values_list("unit_id", flat=True).distinct())
