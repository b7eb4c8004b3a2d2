from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.organization.terms import Colour
from xiangyin.response.terms import ResponseState
from xiangyin.shared.ledger.stateful import Stateful


class Response(Stateful):
    """The response to an event under a frozen plan version (3.3.3, 4). Its level is a scale of its own: 一级–四级."""

    state = models.CharField(max_length=12, choices=ResponseState)
    event = models.ForeignKey("monitoring.Event", models.PROTECT, related_name="responses")
    plan = models.ForeignKey("response.PlanVersion", models.PROTECT, related_name="responses")
    level = models.PositiveSmallIntegerField()
    colour = models.PositiveSmallIntegerField(choices=Colour)
    commander = models.ForeignKey("organization.Officer", models.PROTECT, related_name="+")
    lead_unit = models.ForeignKey("organization.Unit", models.PROTECT, related_name="+")
    measures = models.TextField(blank=True)
    situation = models.TextField(blank=True)
    met = ArrayField(models.CharField(max_length=12), default=list)
    assessment = models.TextField(blank=True)
    activated_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["event"], condition=Q(state="active"), name="an_event_has_one_response_at_a_time"),
            CheckConstraint(
                name="an_ended_response_is_assessed",
                condition=Q(state="active", ended_at=None)
                | Q(state="ended", ended_at__isnull=False) & ~Q(assessment=""),
            ),
        ]

    def __str__(self) -> str:
        return f"响应 {self.event}"

    def get_absolute_url(self) -> str:
        return reverse("board:event", args=[self.event_id])

    @property
    def level_now(self) -> str:
        return Colour(self.colour).name.lower()

    @property
    def plan_version_now(self) -> str:
        return str(self.plan.version)
