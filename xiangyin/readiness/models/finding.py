from django.db import models
from django.db.models import CheckConstraint, Q
from django.urls import reverse

from xiangyin.readiness.terms import FindingState
from xiangyin.shared.ledger.stateful import Stateful


class Finding(Stateful):
    """What a drill showed to be wrong in the process. It ends as a task or as a revision of the plan (6.2)."""

    state = models.CharField(max_length=12, choices=FindingState)
    drill = models.ForeignKey("readiness.Drill", models.PROTECT, related_name="findings")
    expectation = models.ForeignKey("readiness.Expectation", models.PROTECT, null=True, related_name="findings")
    what = models.CharField(max_length=300)
    task = models.ForeignKey("organization.Task", models.PROTECT, null=True, related_name="+")
    plan = models.ForeignKey("response.PlanVersion", models.PROTECT, null=True, related_name="+")
    noted_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="a_settled_finding_says_when",
                condition=Q(state="open", settled_at=None) | ~Q(state="open") & Q(settled_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.what[:60]

    def get_absolute_url(self) -> str:
        return reverse("readiness:drill", args=[self.drill_id])
