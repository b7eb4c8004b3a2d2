from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.organization.terms import ShiftState
from xiangyin.shared.ledger.stateful import Stateful


class Shift(Stateful):
    """A duty shift (3.1.2). Responsibility moves only when the next officer has taken over and signed."""

    state = models.CharField(max_length=16, choices=ShiftState)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    first = models.ForeignKey("organization.Officer", models.PROTECT, related_name="+")
    second = models.ForeignKey("organization.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    lead = models.ForeignKey("organization.Officer", models.PROTECT, related_name="+")
    taken_by = models.ForeignKey("organization.Officer", models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    offered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    remarks = models.TextField(blank=True)

    class Meta:
        constraints = [
            CheckConstraint(name="a_shift_ends_after_it_starts", condition=Q(ends_at__gt=F("starts_at"))),
            CheckConstraint(name="the_lead_is_another_person", condition=~Q(first=F("lead"))),
            CheckConstraint(
                name="a_shift_taken_says_by_whom",
                condition=Q(state="planned") | Q(taken_by__isnull=False, taken_at__isnull=False) | Q(state="closed"),
            ),
            UniqueConstraint(
                fields=["jurisdiction"], condition=Q(state__in=["on_duty", "offered_to_next"], mode="actual"),
                name="exactly_one_shift_answers",
            ),
            UniqueConstraint(fields=["jurisdiction", "starts_at", "mode"], name="shifts_have_no_twin"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.first.name} {self.starts_at:%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("organization:duty")
