from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from xiangyin.shared.ledger.stateful import Stateful


class ConfirmationKind(models.TextChoices):
    BY_WORD = "by_word", _("口头决定待确认")
    EMERGENCY = "emergency", _("应急处置待追认")


class ConfirmationState(models.TextChoices):
    AWAITED = "awaited", _("待确认")
    CONFIRMED = "confirmed", _("已确认")
    DENIED = "denied", _("不予确认")


class Confirmation(Stateful):
    """An act that its decider, or the holder of the power, has still to confirm within 24 h (process.md, ratify)."""

    state = models.CharField(max_length=12, choices=ConfirmationState)
    kind = models.CharField(max_length=12, choices=ConfirmationKind)
    event_id = models.UUIDField(null=True)
    what = models.CharField(max_length=300)
    entry_number = models.PositiveBigIntegerField()
    link = models.CharField(max_length=200)
    decider = models.ForeignKey("organization.Officer", models.PROTECT, related_name="+")
    posts = ArrayField(models.CharField(max_length=32), default=list)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="an_awaited_confirmation_is_undated",
                condition=Q(state="awaited", confirmed_at=None) | (~Q(state="awaited") & Q(confirmed_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return self.link
