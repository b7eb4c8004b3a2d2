from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.readiness.terms import DrillState
from xiangyin.shared.ledger.stateful import Stateful

IN_PLAY = (DrillState.RUNNING, DrillState.PAUSED)


class Drill(Stateful):
    """A drill (6.2). The record itself is actual; what it plays is of the mode `drill` on the timeline `played_on`."""

    state = models.CharField(max_length=12, choices=DrillState)
    title = models.CharField(max_length=120)
    scenario = models.ForeignKey("readiness.Scenario", models.PROTECT, related_name="+")
    controller = models.ForeignKey("organization.Officer", models.PROTECT, related_name="+")
    evaluator = models.ForeignKey("organization.Officer", models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    played_on = models.OneToOneField("shared.Timeline", models.PROTECT, null=True, related_name="+")
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    assessment = models.TextField(blank=True)
    aborted_for = models.ForeignKey("monitoring.Event", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            CheckConstraint(
                name="who_plays_a_drill_does_not_evaluate_it", condition=~Q(controller=F("evaluator"))
            ),
            CheckConstraint(
                name="a_drill_that_ran_has_its_own_clock",
                condition=Q(state__in=["planned", "approved", "cancelled"])
                | Q(played_on__isnull=False, started_at__isnull=False),
            ),
            CheckConstraint(
                name="a_drill_that_is_over_says_when",
                condition=Q(state__in=["ended", "evaluated", "improved", "aborted"], ended_at__isnull=False)
                | Q(state__in=["planned", "approved", "running", "paused", "cancelled"], ended_at=None),
            ),
            CheckConstraint(
                name="an_evaluated_drill_is_assessed",
                condition=~Q(state__in=["evaluated", "improved"]) | ~Q(assessment=""),
            ),
            CheckConstraint(
                name="an_aborted_drill_names_the_real_event",
                condition=Q(state="aborted", aborted_for__isnull=False) | ~Q(state="aborted") & Q(aborted_for=None),
            ),
            UniqueConstraint(
                fields=["jurisdiction"], condition=Q(state__in=["running", "paused"]), name="one_drill_plays_at_a_time"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("readiness:drill", args=[self.pk])

    @property
    def is_in_play(self) -> bool:
        return self.state in IN_PLAY
