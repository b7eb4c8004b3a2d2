from django.db import models
from django.db.models import UniqueConstraint

from xiangyin.shared.access.tenancy import Tenanted


class LedgerFact(Tenanted):
    """A fact of a case: an entry of the ledger, copied with its number and hash, never typed, never changed (7.1)."""

    case = models.ForeignKey("accountability.Case", models.PROTECT, related_name="facts")
    entry_number = models.PositiveBigIntegerField()
    entry_hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    who = models.CharField(max_length=60)
    post = models.CharField(max_length=32)
    what = models.CharField(max_length=200)
    late_min = models.PositiveIntegerField(null=True)
    clause = models.CharField(max_length=16, blank=True)

    class Meta:
        constraints = [UniqueConstraint(fields=["case", "entry_number"], name="a_fact_is_copied_once")]

    def __str__(self) -> str:
        return f"{self.entry_number} {self.what}"
