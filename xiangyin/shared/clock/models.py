from datetime import datetime, timedelta

from django.db import models
from django.db.models import CheckConstraint, Q

from xiangyin.shared.access.tenancy import Tenanted


class Timeline(Tenanted):
    """A clock of its own beside the actual one: a drill's. It may run ahead, behind, or stand still."""

    name = models.CharField(max_length=80)
    offset = models.DurationField(default=timedelta)
    stopped_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="an_ended_timeline_stands_still",
                condition=Q(ended_at=None) | Q(stopped_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def at(self, actual: datetime) -> datetime:
        """The moment on this timeline when the actual clock shows `actual`."""
        return self.stopped_at or actual + self.offset


class Heartbeat(models.Model):
    """When a part of the installation last proved that it runs; of the whole installation, no tenant's."""

    name = models.CharField(max_length=20, primary_key=True)
    beat_at = models.DateTimeField()
