from django.db import models
from django.db.models import CheckConstraint, Q
from django.urls import reverse

from xiangyin.monitoring.terms import DemandKind, DemandState
from xiangyin.shared.ledger.stateful import Stateful


class Demand(Stateful):
    """What somebody asks of the township (1.1). It stays open until it is answered in substance."""

    state = models.CharField(max_length=12, choices=DemandState)
    kind = models.CharField(max_length=16, choices=DemandKind)
    event = models.ForeignKey("monitoring.Event", models.PROTECT, null=True, blank=True, related_name="demands")
    item = models.ForeignKey("monitoring.Item", models.PROTECT, null=True, blank=True, related_name="+")
    asked = models.TextField()
    unit = models.ForeignKey("organization.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    caseworker = models.ForeignKey("organization.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    contact = models.ForeignKey("shared.SealedObject", models.PROTECT, null=True, blank=True, related_name="+")
    joined_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="joined")
    answer = models.TextField(blank=True)
    registered_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="an_answered_demand_has_its_answer",
                condition=~Q(state__in=["answered", "confirmed"]) | Q(answered_at__isnull=False) & ~Q(answer=""),
            ),
            CheckConstraint(
                name="a_joined_demand_points_to_another",
                condition=Q(state="joined", joined_into__isnull=False) | ~Q(state="joined") & Q(joined_into=None),
            ),
        ]

    def __str__(self) -> str:
        return self.asked[:40]

    def get_absolute_url(self) -> str:
        return reverse("monitoring:demand", args=[self.pk])
