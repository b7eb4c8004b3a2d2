from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.urls import reverse

from xiangyin.monitoring.terms import Channel, FileFormat, UploadState
from xiangyin.shared.ledger.stateful import Stateful


class Upload(Stateful):
    """A file of items that somebody handed in: the original sealed, its columns named, its rows counted (3.1.1)."""

    state = models.CharField(max_length=12, choices=UploadState)
    name = models.CharField(max_length=200)
    sealed = models.ForeignKey("shared.SealedObject", models.PROTECT, related_name="+")
    format = models.CharField(max_length=8, choices=FileFormat)
    layout = models.JSONField()
    is_history = models.BooleanField(default=False)
    text_column = models.CharField(max_length=100, blank=True)
    title_column = models.CharField(max_length=100, blank=True)
    time_column = models.CharField(max_length=100, blank=True)
    id_column = models.CharField(max_length=100, blank=True)
    channel_column = models.CharField(max_length=100, blank=True)
    source_column = models.CharField(max_length=100, blank=True)
    author_column = models.CharField(max_length=100, blank=True)
    url_column = models.CharField(max_length=100, blank=True)
    reposts_column = models.CharField(max_length=100, blank=True)
    comments_column = models.CharField(max_length=100, blank=True)
    likes_column = models.CharField(max_length=100, blank=True)
    views_column = models.CharField(max_length=100, blank=True)
    default_channel = models.CharField(max_length=12, choices=Channel, default=Channel.OTHER)
    default_source = models.CharField(max_length=120, blank=True)
    received_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    imported_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField(null=True)
    run = models.PositiveIntegerField(default=0)
    last_row = models.PositiveIntegerField(default=0)
    taken = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    damaged = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=dict)
    problem = models.TextField(blank=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="an_imported_file_says_when",
                condition=Q(state="imported", imported_at__isnull=False) | ~Q(state="imported"),
            ),
            CheckConstraint(
                name="a_file_is_imported_by_named_columns",
                condition=Q(state__in=["received", "discarded"])
                | ~Q(time_column="") & (~Q(text_column="") | ~Q(title_column="")),
            ),
        ]
        indexes = [models.Index(F("jurisdiction"), F("received_at").desc(), name="newest_uploads")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("monitoring:upload", args=[self.pk])

    @property
    def columns(self) -> list[str]:
        """The names of the file's columns, in their order."""
        return list(self.layout["columns"])

    @property
    def rows(self) -> int:
        """Every row read so far is taken, known or rejected."""
        return self.taken + self.known + self.rejected
