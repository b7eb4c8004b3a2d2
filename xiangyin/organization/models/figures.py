from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.urls import reverse
from django.utils.translation import gettext as _

from xiangyin.organization.terms import FigureChangeState
from xiangyin.shared.access.tenancy import Tenanted
from xiangyin.shared.ledger.stateful import Stateful


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


class FigureChange(Stateful):
    """New values proposed for some figures (3.2); approved by another person they become a version.

    `proposed` holds by name: value, source, number (of the source's document), read (whether somebody read the source).
    """

    state = models.CharField(max_length=12, choices=FigureChangeState)
    proposed = models.JSONField(default=dict)
    reason = models.CharField(max_length=400)
    proposed_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["jurisdiction"],
                condition=Q(state__in=["proposed", "returned"]),
                name="one_change_of_figures_is_open_at_a_time",
            ),
            CheckConstraint(
                name="adopted_figures_are_a_version",
                condition=Q(state="adopted", version__isnull=False) | ~Q(state="adopted") & Q(version=None),
            ),
        ]

    def __str__(self) -> str:
        return _("数值调整：%(reason)s") % {"reason": self.reason}

    def get_absolute_url(self) -> str:
        return reverse("organization:figure_change", args=[self.pk])
