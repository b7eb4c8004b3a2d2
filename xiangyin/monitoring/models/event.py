from datetime import datetime
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.monitoring.terms import Channel, DismissedAs, EventState
from xiangyin.organization.terms import Colour
from xiangyin.shared.access.tenancy import Tenanted
from xiangyin.shared.ledger.stateful import Stateful


class Event(Stateful):
    """A public-opinion event (舆情事件): opened by a person, owned, with clocks and a ledger (3.1, 3.3.1)."""

    state = models.CharField(max_length=12, choices=EventState)
    number = models.CharField(max_length=16)
    title = models.CharField(max_length=120)
    summary = models.TextField(blank=True)
    channel = models.CharField(max_length=12, choices=Channel)
    village = models.ForeignKey("organization.Village", models.PROTECT, null=True, blank=True, related_name="+")
    place = models.CharField(max_length=200, blank=True)
    affected = models.PositiveIntegerField(null=True, blank=True)
    is_sensitive = models.BooleanField(default=False)
    suggested_colour = models.PositiveSmallIntegerField(choices=Colour, null=True, blank=True)
    suggestion = models.JSONField(default=list)
    occurred_at = models.DateTimeField(null=True, blank=True)
    found_at = models.DateTimeField()
    logged_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    reopened_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    cycle = models.PositiveSmallIntegerField(default=1)
    dismissed_as = models.CharField(max_length=16, choices=DismissedAs, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="absorbed")
    split_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            UniqueConstraint(fields=["jurisdiction", "number"], name="an_event_has_its_own_number"),
            CheckConstraint(
                name="a_merged_event_points_to_another",
                condition=(Q(state="merged", merged_into__isnull=False) & ~Q(merged_into=F("id")))
                | (~Q(state="merged") & Q(merged_into=None)),
            ),
            CheckConstraint(
                name="a_dismissed_event_says_as_what",
                condition=Q(state="dismissed") & ~Q(dismissed_as="") | ~Q(state="dismissed") & Q(dismissed_as=""),
            ),
            CheckConstraint(
                name="an_event_that_is_over_says_when",
                condition=Q(state__in=["logged", "verifying"], ended_at=None)
                | ~Q(state__in=["logged", "verifying"]) & Q(ended_at__isnull=False),
            ),
            CheckConstraint(name="an_event_is_found_before_it_is_logged", condition=Q(found_at__lte=F("logged_at"))),
        ]
        indexes = [models.Index(F("jurisdiction"), F("logged_at").desc(), name="newest_events")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("board:event", args=[self.pk])

    @property
    def event_id(self) -> UUID:
        """An event's file is its own."""
        return self.pk

    @property
    def event(self) -> Self:
        return self

    @property
    def clock_from(self) -> datetime:
        """Where the clocks of the present cycle start."""
        return self.reopened_at or self.logged_at

    @property
    def level_now(self) -> str:
        """The suggested colour, until a warning gives one; for the ledger."""
        return Colour(self.suggested_colour).name.lower() if self.suggested_colour else ""


class EventItem(Tenanted):
    """An item that belongs to an event, with the hash of its text as it was then: sealed evidence."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="event_items")
    item = models.ForeignKey("monitoring.Item", models.PROTECT, related_name="event_items")
    text_sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [UniqueConstraint(fields=["event", "item"], name="an_item_is_in_an_event_once")]
