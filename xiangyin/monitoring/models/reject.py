from django.db import models
from django.db.models import UniqueConstraint

from xiangyin.monitoring.terms import RowFault
from xiangyin.shared.access.tenancy import Tenanted


class RejectedRow(Tenanted):
    """A row of a file that was not taken: where and why. What stood in it lies sealed, masked (`batch`, `place`)."""

    upload = models.ForeignKey("monitoring.Upload", models.PROTECT, related_name="rejects")
    number = models.PositiveIntegerField()
    column = models.CharField(max_length=100, blank=True)
    fault = models.CharField(max_length=20, choices=RowFault)

    class Meta:
        constraints = [UniqueConstraint(fields=["upload", "number"], name="a_row_is_rejected_once")]


class RejectBatch(Tenanted):
    """The rejected rows of one batch, sealed as JSON Lines: number and masked cells."""

    upload = models.ForeignKey("monitoring.Upload", models.PROTECT, related_name="reject_batches")
    first_number = models.PositiveIntegerField()
    sealed = models.ForeignKey("shared.SealedObject", models.PROTECT, related_name="+")
