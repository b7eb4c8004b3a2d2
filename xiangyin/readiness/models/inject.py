from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from xiangyin.monitoring.terms import Channel
from xiangyin.shared.access.tenancy import Tenanted


class Inject(Tenanted):
    """A call that a drill plays, frozen from its scenario. `fired_at` is a moment of the drill's own timeline."""

    drill = models.ForeignKey("readiness.Drill", models.PROTECT, related_name="injects")
    number = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=40)
    about = models.CharField(max_length=40, blank=True)
    at_min = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    text = models.TextField()
    channel = models.CharField(max_length=12, choices=Channel)
    place = models.CharField(max_length=200, blank=True)
    affected = models.PositiveIntegerField(null=True)
    is_sensitive = models.BooleanField(default=False)
    fired_at = models.DateTimeField(null=True)
    event = models.ForeignKey("monitoring.Event", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            UniqueConstraint(fields=["drill", "number"], name="injects_have_an_order"),
            UniqueConstraint(fields=["drill", "key"], name="an_inject_has_its_own_key"),
            CheckConstraint(
                name="a_fired_inject_shows_its_event",
                condition=Q(fired_at=None, event=None) | Q(fired_at__isnull=False, event__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Expectation(Tenanted):
    """A step that a call should bring about within minutes. Whether it did, the ledger tells: nothing is copied here."""

    inject = models.ForeignKey(Inject, models.PROTECT, related_name="expectations")
    number = models.PositiveSmallIntegerField()
    record = models.CharField(max_length=60)
    step = models.CharField(max_length=40)
    within_min = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["inject", "number"], name="expectations_have_an_order"),
        ]
