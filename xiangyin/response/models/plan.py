from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.response.terms import PlanState
from xiangyin.shared.ledger.stateful import Stateful


class PlanVersion(Stateful):
    """One version of the emergency plan (应急预案). A published one is frozen; `content` follows response/plan.json."""

    state = models.CharField(max_length=12, choices=PlanState)
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    content = models.JSONField()
    basis = models.CharField(max_length=200, blank=True)
    drafted_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    superseded_at = models.DateTimeField(null=True)
    filed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["jurisdiction", "version"], name="a_plan_has_one_version"),
            CheckConstraint(
                name="a_published_plan_says_when",
                condition=~Q(state__in=["published", "superseded"]) | Q(published_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}（第 {self.version} 版）"

    def get_absolute_url(self) -> str:
        return reverse("response:plan", args=[self.pk])
