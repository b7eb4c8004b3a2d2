from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.accountability.terms import CaseState, DecidedHow, Heard
from xiangyin.shared.ledger.stateful import Stateful

TOLD = ["told", "heard", "decided", "review_asked", "reviewed", "closed"]
HEARD = ["heard", "decided", "review_asked", "reviewed", "closed"]
DECIDED = ["decided", "review_asked", "reviewed", "closed"]


class Case(Stateful):
    """A case of accountability (5.3.2, 7.1): of one person or one unit, for its parties only.

    Its link to an event is not named `event`: its acts must not stand in the event's file, which the office reads.
    """

    confined: ClassVar[bool] = True

    state = models.CharField(max_length=12, choices=CaseState)
    number = models.CharField(max_length=40)
    officer = models.ForeignKey("organization.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey("organization.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    about_event = models.ForeignKey("monitoring.Event", models.PROTECT, null=True, related_name="+")
    about_task = models.ForeignKey("organization.Task", models.PROTECT, null=True, related_name="+")
    issue = models.CharField(max_length=200)
    basis = models.CharField(max_length=300)
    investigator = models.ForeignKey("organization.Officer", models.PROTECT, related_name="+")
    second = models.ForeignKey("organization.Officer", models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    told_how = models.CharField(max_length=200, blank=True)
    told_at = models.DateTimeField(null=True)
    statement_due_at = models.DateTimeField(null=True)
    heard = models.CharField(max_length=12, choices=Heard, blank=True)
    statement = models.TextField(blank=True)
    heard_at = models.DateTimeField(null=True)
    body = models.CharField(max_length=120, blank=True)
    decided_how = models.CharField(max_length=12, choices=DecidedHow, blank=True)
    decision = models.TextField(blank=True)
    decision_basis = models.CharField(max_length=300, blank=True)
    on_statement = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    grounds = models.TextField(blank=True)
    review_asked_at = models.DateTimeField(null=True)
    review_body = models.CharField(max_length=120, blank=True)
    review_outcome = models.TextField(blank=True)
    review_basis = models.CharField(max_length=300, blank=True)
    reviewed_at = models.DateTimeField(null=True)
    paper_place = models.CharField(max_length=120, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["jurisdiction", "number"], name="a_case_has_its_own_number"),
            CheckConstraint(
                name="a_case_concerns_one_person_or_one_unit",
                condition=Q(officer__isnull=False, unit=None) | Q(officer=None, unit__isnull=False),
            ),
            CheckConstraint(
                name="two_investigators_neither_concerned",
                condition=~Q(investigator=F("second"))
                & (Q(officer=None) | ~Q(officer=F("investigator")) & ~Q(officer=F("second"))),
            ),
            CheckConstraint(
                name="nobody_is_heard_untold", condition=~Q(state__in=TOLD) | Q(told_at__isnull=False)
            ),
            CheckConstraint(
                name="nothing_is_decided_unheard",
                condition=~Q(state__in=HEARD)
                | Q(heard__in=["own", "recorded"]) & ~Q(statement="") | Q(heard__in=["declined", "lapsed"]),
            ),
            CheckConstraint(
                name="a_decision_names_body_and_basis",
                condition=~Q(state__in=DECIDED) | ~Q(body="") & ~Q(decision="") & ~Q(decision_basis=""),
            ),
            CheckConstraint(
                name="a_review_names_body_and_basis",
                condition=Q(reviewed_at=None) | ~Q(review_body="") & ~Q(review_outcome="") & ~Q(review_basis=""),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        """The number alone: it stands in clocks and notices."""
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("accountability:case", args=[self.pk])

    @property
    def concerned(self) -> str:
        """The name of the person or the unit."""
        return self.officer.name if self.officer else self.unit.name if self.unit else ""
