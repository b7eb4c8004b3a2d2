from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.readiness.terms import YearPlanState
from xiangyin.shared.ledger.stateful import Stateful


class YearPlan(Stateful):
    """The year's plan of trainings and drills (6.1, 6.2). Closing one opens the next, so that the clock never ends."""

    state = models.CharField(max_length=12, choices=YearPlanState)
    year = models.PositiveSmallIntegerField()
    items = models.JSONField(default=list)
    summary = models.TextField(blank=True)
    opened_at = models.DateTimeField()
    adopted_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["jurisdiction", "year"], name="a_year_has_one_plan"),
            CheckConstraint(
                name="an_adopted_year_plan_says_when",
                condition=Q(state="open", adopted_at=None) | ~Q(state="open") & Q(adopted_at__isnull=False),
            ),
            CheckConstraint(
                name="a_closed_year_plan_is_summed_up",
                condition=~Q(state="closed") & Q(closed_at=None)
                | Q(state="closed", closed_at__isnull=False) & ~Q(summary=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} 年培训演练计划"

    def get_absolute_url(self) -> str:
        return reverse("readiness:readiness")
