from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.organization.terms import Colour
from xiangyin.recovery.terms import AftermathState, PlanDecision
from xiangyin.shared.ledger.stateful import Stateful


class Aftermath(Stateful):
    """What is left to do after the response or the warning (5). Light: a blue event without a response."""

    state = models.CharField(max_length=12, choices=AftermathState)
    event = models.ForeignKey("monitoring.Event", models.PROTECT, related_name="aftermaths")
    colour = models.PositiveSmallIntegerField(choices=Colour)
    is_light = models.BooleanField(default=False)
    losses = models.JSONField(default=list)
    summary = models.TextField(blank=True)
    plan_decision = models.CharField(max_length=8, choices=PlanDecision, blank=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["event"], condition=Q(state="open"), name="an_event_has_one_aftermath_at_a_time"),
            CheckConstraint(
                name="a_closed_aftermath_says_when",
                condition=Q(state="open", closed_at=None) | Q(state="closed", closed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"善后 {self.event}"

    def get_absolute_url(self) -> str:
        return reverse("board:event", args=[self.event_id])

    @property
    def level_now(self) -> str:
        return Colour(self.colour).name.lower()
