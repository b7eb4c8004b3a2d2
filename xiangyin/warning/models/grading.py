from django.db import models
from django.db.models import UniqueConstraint

from xiangyin.organization.terms import Colour
from xiangyin.shared.access.tenancy import Tenanted
from xiangyin.warning.terms import Grade


class Grading(Tenanted):
    """One entry of the level's history: appended, never overwritten; a trigger refuses every change."""

    event = models.ForeignKey("monitoring.Event", models.PROTECT, related_name="gradings")
    warning = models.ForeignKey("warning.EarlyWarning", models.PROTECT, related_name="gradings")
    at = models.DateTimeField()
    action = models.CharField(max_length=16)
    officer = models.ForeignKey("organization.Officer", models.PROTECT, null=True, related_name="+")
    from_colour = models.PositiveSmallIntegerField(choices=Colour, null=True)
    to_colour = models.PositiveSmallIntegerField(choices=Colour, null=True)
    grade = models.PositiveSmallIntegerField(choices=Grade)
    factors = models.JSONField()
    machine_colour = models.PositiveSmallIntegerField(choices=Colour, null=True)
    reason = models.TextField(blank=True)
    is_provisional = models.BooleanField(default=False)
    entry_number = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["jurisdiction", "entry_number"], name="a_grading_follows_one_entry"),
        ]
