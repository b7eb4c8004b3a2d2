from django.db import models
from django.db.models import CheckConstraint, Q
from django.urls import reverse

from xiangyin.recovery.terms import ReliefKind, ReliefState
from xiangyin.shared.ledger.stateful import Stateful


class Relief(Stateful):
    """One entitlement after an event: compensation, relief, condolence, commendation, from claim to done (5.1)."""

    state = models.CharField(max_length=12, choices=ReliefState)
    event = models.ForeignKey("monitoring.Event", models.PROTECT, related_name="reliefs")
    kind = models.CharField(max_length=16, choices=ReliefKind)
    for_whom = models.CharField(max_length=120)
    what = models.TextField()
    basis = models.CharField(max_length=200, blank=True)
    amount_yuan = models.PositiveIntegerField(null=True, blank=True)
    registered_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="a_decided_relief_has_its_basis",
                condition=~Q(state__in=["decided", "done"]) | Q(decided_at__isnull=False) & ~Q(basis=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.for_whom}"

    def get_absolute_url(self) -> str:
        return reverse("board:event", args=[self.event_id])
