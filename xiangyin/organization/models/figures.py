from django.db import models
from django.db.models import UniqueConstraint

from xiangyin.shared.access.tenancy import Tenanted


class FigureSet(Tenanted):
    """One version of the figures that a jurisdiction may set: limits, thresholds, ladders, with their sources."""

    version = models.PositiveIntegerField()
    figures = models.JSONField()
    adopted_at = models.DateTimeField()
    adopted_by = models.ForeignKey("organization.Officer", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [UniqueConstraint(fields=["jurisdiction", "version"], name="figures_have_one_version")]

    def __str__(self) -> str:
        return f"v{self.version}"
