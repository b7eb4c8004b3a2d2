from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.organization.terms import Colour
from xiangyin.shared.ledger.stateful import Stateful
from xiangyin.warning.terms import Grade, WarningState


class EarlyWarning(Stateful):
    """The working level of an event, from proposal to lifting (3.2, 3.3). Internal: never shown to the public."""

    state = models.CharField(max_length=12, choices=WarningState)
    event = models.ForeignKey("monitoring.Event", models.PROTECT, related_name="warnings")
    cycle = models.PositiveSmallIntegerField()
    grade = models.PositiveSmallIntegerField(choices=Grade)
    colour = models.PositiveSmallIntegerField(choices=Colour)
    nature = models.CharField(max_length=300)
    severity = models.CharField(max_length=300)
    controllability = models.CharField(max_length=300)
    reach = models.CharField(max_length=300)
    machine_colour = models.PositiveSmallIntegerField(choices=Colour, null=True, blank=True)
    checked = ArrayField(models.CharField(max_length=12), default=list)
    sources = models.TextField(blank=True)
    sources_found = models.PositiveSmallIntegerField(default=0)
    proposed_at = models.DateTimeField()
    verified_at = models.DateTimeField(null=True)
    issued_at = models.DateTimeField(null=True)
    level_since = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["event"], condition=Q(state__in=["proposed", "verified", "issued"]),
                name="an_event_has_one_living_warning",
            ),
            CheckConstraint(
                name="a_verified_warning_says_when",
                condition=~Q(state__in=["verified", "issued", "lifted"]) | Q(verified_at__isnull=False),
            ),
            CheckConstraint(
                name="an_issued_warning_says_when",
                condition=~Q(state__in=["issued", "lifted"]) | Q(issued_at__isnull=False),
            ),
            CheckConstraint(
                name="a_lifted_warning_says_when",
                condition=Q(state="lifted", lifted_at__isnull=False) | ~Q(state="lifted") & Q(lifted_at=None),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_colour_display()}预警 {self.event}" if self.colour else str(self.event)

    def get_absolute_url(self) -> str:
        return reverse("board:event", args=[self.event_id])

    @property
    def level_now(self) -> str:
        """The colour as the ledger writes it."""
        return Colour(self.colour).name.lower()
