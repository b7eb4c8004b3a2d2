from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q
from django.urls import reverse

from xiangyin.readiness.terms import Topic, TrainingKind, TrainingState
from xiangyin.shared.ledger.stateful import Stateful


class TrainingSession(Stateful):
    """A lecture, seminar or case study (6.1). `invited`, `came` and `excused` are officers' ids; entered once, no scores."""

    state = models.CharField(max_length=12, choices=TrainingState)
    title = models.CharField(max_length=120)
    topic = models.CharField(max_length=12, choices=Topic)
    kind = models.CharField(max_length=12, choices=TrainingKind)
    starts_at = models.DateTimeField()
    lecturer = models.CharField(max_length=60)
    event = models.ForeignKey("monitoring.Event", models.PROTECT, null=True, blank=True, related_name="+")
    invited = ArrayField(models.UUIDField(), default=list)
    came = ArrayField(models.UUIDField(), default=list)
    excused = ArrayField(models.UUIDField(), default=list)
    gist = models.TextField(blank=True)
    recorded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="attendance_is_entered_once",
                condition=Q(state="recorded", recorded_at__isnull=False)
                | ~Q(state="recorded") & Q(recorded_at=None, came=[], excused=[]),
            ),
            CheckConstraint(name="only_a_case_study_names_an_event", condition=Q(event=None) | Q(kind="case_study")),
        ]
        indexes = [models.Index(fields=["jurisdiction", "starts_at"], name="sessions_by_date")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("readiness:session", args=[self.pk])
