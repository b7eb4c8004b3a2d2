from django.db import models
from django.db.models import CheckConstraint, Q
from django.urls import reverse

from xiangyin.organization.terms import Colour, TaskKind, TaskState
from xiangyin.shared.ledger.stateful import Stateful


class Task(Stateful):
    """What a unit has to do by when (2.2.2). Its doer never accepts it."""

    state = models.CharField(max_length=12, choices=TaskState)
    kind = models.CharField(max_length=16, choices=TaskKind, default=TaskKind.ORDINARY)
    event_id = models.UUIDField(null=True, blank=True)
    origin_id = models.UUIDField(null=True, blank=True)
    title = models.CharField(max_length=120)
    what = models.TextField(blank=True)
    unit = models.ForeignKey("organization.Unit", models.PROTECT, related_name="tasks")
    colour = models.PositiveSmallIntegerField(choices=Colour, null=True, blank=True)
    is_critical = models.BooleanField(default=False)
    blocks_closing = models.BooleanField(default=False)
    due_at = models.DateTimeField()
    report = models.TextField(blank=True)
    assigned_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_for = models.CharField(max_length=60, blank=True)
    submitted_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="a_task_submitted_says_when",
                condition=~Q(state__in=["submitted", "accepted", "verified"]) | Q(submitted_at__isnull=False),
            ),
            CheckConstraint(
                name="a_task_accepted_says_when",
                condition=~Q(state__in=["accepted", "verified"]) | Q(accepted_at__isnull=False),
            ),
            CheckConstraint(
                name="only_a_rectification_is_verified", condition=~Q(state="verified") | Q(kind="rectification")
            ),
        ]
        indexes = [
            models.Index(fields=["event_id", "assigned_at"], name="tasks_of_an_event"),
            models.Index(fields=["unit", "state", "due_at"], name="tasks_of_a_unit"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("organization:task", args=[self.pk])
