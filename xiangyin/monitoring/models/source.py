from datetime import datetime

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.monitoring.terms import Channel, FeedProblem, Health, SourceKind, SourceState
from xiangyin.shared.ledger.stateful import Stateful

RED_FROM = 3  # failures in a row


class Source(Stateful):
    """A place on the network that is read at a set rhythm (3.1.1). `health` says whether it still gives."""

    state = models.CharField(max_length=8, choices=SourceState)
    kind = models.CharField(max_length=8, choices=SourceKind, default=SourceKind.FEED)
    name = models.CharField(max_length=120)
    url = models.URLField(max_length=500)
    channel = models.CharField(max_length=12, choices=Channel, default=Channel.NEWS)
    interval_min = models.PositiveIntegerField(default=30)
    added_at = models.DateTimeField()
    next_try_at = models.DateTimeField(null=True)
    last_tried_at = models.DateTimeField(null=True)
    last_good_at = models.DateTimeField(null=True)
    last_new_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=16, choices=FeedProblem, blank=True)
    problem_detail = models.CharField(max_length=200, blank=True)
    etag = models.CharField(max_length=300, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    items_taken = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["jurisdiction", "url"], condition=~Q(state="removed"), name="a_source_is_read_once"
            ),
            CheckConstraint(
                name="only_an_active_source_is_read",
                condition=Q(state="active", next_try_at__isnull=False) | ~Q(state="active") & Q(next_try_at=None),
            ),
            CheckConstraint(
                name="a_failing_source_says_since_when_and_why",
                condition=Q(failures=0, failing_since=None, problem="")
                | Q(failures__gt=0, failing_since__isnull=False) & ~Q(problem=""),
            ),
        ]
        indexes = [models.Index(fields=["next_try_at"], name="sources_by_next_try")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("monitoring:source", args=[self.pk])

    def silent_since(self, limit: datetime) -> datetime | None:
        """When it last brought something new, if that lies before the limit though it answers."""
        last = self.last_new_at or self.added_at
        return last if last < limit else None

    def health(self, *, silent_limit: datetime) -> Health:
        """Red after three failures in a row, yellow after one or while it is silent."""
        if self.failures >= RED_FROM:
            return Health.RED
        if self.failures or self.last_good_at is None or self.silent_since(silent_limit):
            return Health.YELLOW
        return Health.GREEN
