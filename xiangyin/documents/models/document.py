import hashlib

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.documents.terms import DocumentKind, DocumentState, Publicity
from xiangyin.organization.terms import Colour
from xiangyin.shared.ledger.stateful import Stateful


class Document(Stateful):
    """A paper from draft to issue (2.2.2). Any edit voids what was reviewed and approved before."""

    state = models.CharField(max_length=12, choices=DocumentState)
    kind = models.CharField(max_length=16, choices=DocumentKind)
    event_id = models.UUIDField(null=True, blank=True)
    origin_id = models.UUIDField(null=True, blank=True)
    colour = models.PositiveSmallIntegerField(choices=Colour, null=True, blank=True)
    title = models.CharField(max_length=120)
    body = models.TextField(blank=True)
    facts = models.JSONField(default=list)
    addressee = models.CharField(max_length=120, blank=True)
    publicity = models.CharField(max_length=12, choices=Publicity, default=Publicity.ON_REQUEST)
    closed_why = models.CharField(max_length=200, blank=True)
    number = models.CharField(max_length=40, blank=True)
    digest = models.CharField(max_length=64)
    reviewed_digest = models.CharField(max_length=64, blank=True)
    approved_digest = models.CharField(max_length=64, blank=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrections")
    paper_place = models.CharField(max_length=120, blank=True)
    drafted_by = models.ForeignKey("organization.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    drafted_at = models.DateTimeField()
    issued_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="an_issued_document_was_approved_as_it_stands",
                condition=~Q(state="issued") | Q(approved_digest=models.F("digest"), issued_at__isnull=False),
            ),
            CheckConstraint(name="a_closed_document_says_why", condition=~Q(publicity="closed") | ~Q(closed_why="")),
            UniqueConstraint(
                fields=["jurisdiction", "number"], condition=~Q(number=""), name="a_document_number_is_given_once"
            ),
        ]
        indexes = [models.Index(fields=["event_id", "drafted_at"], name="documents_of_an_event")]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.title}"

    def get_absolute_url(self) -> str:
        return reverse("documents:document", args=[self.pk])

    def digest_now(self) -> str:
        """SHA-256 of the exact text: title, addressee and body."""
        return hashlib.sha256(f"{self.title}\n{self.addressee}\n{self.body}".encode()).hexdigest()
