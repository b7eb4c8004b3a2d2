from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.monitoring.terms import ERASED, MatterState
from xiangyin.organization.terms import Colour
from xiangyin.shared.ledger.stateful import Stateful


class Matter(Stateful):
    """The machine's group of items about one thing (事项). It grows by itself, has no owner and no clock of its own.

    `number` is the engine's. Its figures are of the last batch that touched it; only people change its state.
    """

    state = models.CharField(max_length=12, choices=MatterState, default=MatterState.KNOWN)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    items = models.PositiveIntegerField()
    sources = models.PositiveIntegerField()
    heat = models.FloatField()
    forecast = models.JSONField(default=list)
    colour = models.PositiveSmallIntegerField(choices=Colour, null=True)
    reasons = models.JSONField(default=list)
    in_scope = models.BooleanField(default=True)
    topic = models.CharField(max_length=80, blank=True)
    unit = models.ForeignKey("organization.Unit", models.PROTECT, null=True, related_name="+")
    places = ArrayField(models.CharField(max_length=12), default=list)
    absorbed_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="absorbed")
    looked_colour = models.PositiveSmallIntegerField(choices=Colour, null=True)
    graded_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["jurisdiction", "number"], name="a_matter_has_the_engines_number"),
            CheckConstraint(name="a_matter_is_not_absorbed_into_itself", condition=~Q(absorbed_into=F("id"))),
            CheckConstraint(
                name="an_erased_matter_says_nothing", condition=Q(erased_at=None) | Q(title="", reasons=[])
            ),
        ]
        indexes = [
            models.Index(F("jurisdiction"), F("last_at").desc(), name="newest_matters"),
            models.Index(fields=["jurisdiction", "colour"], name="matters_by_level", condition=Q(colour__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.title or str(ERASED)

    def get_absolute_url(self) -> str:
        return reverse("monitoring:matter", args=[self.pk])

    @property
    def level_now(self) -> str:
        return Colour(self.colour).name.lower() if self.colour else ""


class MatterDecision(models.Model):
    """What a person decided about grouping; the engine respects it for ever. Carried out in the order of `serial`."""

    serial = models.BigAutoField(primary_key=True)
    jurisdiction = models.ForeignKey("organization.Jurisdiction", models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="decisions")
    joined_with = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="+")
    parted_items = ArrayField(models.UUIDField(), default=list)
    made_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="a_decision_joins_or_parts",
                condition=Q(joined_with__isnull=False, parted_items=[]) | Q(joined_with=None) & ~Q(parted_items=[]),
            ),
        ]
