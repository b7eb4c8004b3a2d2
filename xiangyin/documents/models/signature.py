from django.db import models
from django.db.models import UniqueConstraint

from xiangyin.documents.terms import SignatureKind
from xiangyin.shared.access.tenancy import Tenanted


class Signature(Tenanted):
    """Who stands for the exact text. Appended, never changed; a trigger refuses every change."""

    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="signatures")
    officer = models.ForeignKey("organization.Officer", models.PROTECT, related_name="+")
    post = models.CharField(max_length=32)
    step = models.CharField(max_length=16)
    kind = models.CharField(max_length=12, choices=SignatureKind)
    digest = models.CharField(max_length=64)
    algorithm = models.CharField(max_length=12, default="sha256")
    at = models.DateTimeField()
    entry_number = models.PositiveBigIntegerField()

    class Meta:
        constraints = [UniqueConstraint(fields=["jurisdiction", "entry_number"], name="a_signature_follows_one_entry")]
