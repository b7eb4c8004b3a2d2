from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.organization.terms import UNIT_POSTS, OfficerState, Post, TenureState
from xiangyin.shared.ledger.stateful import Stateful


class Officer(Stateful):
    """A person in one jurisdiction. The same account may serve as an officer of several."""

    state = models.CharField(max_length=12, choices=OfficerState)
    account = models.ForeignKey("organization.Account", models.PROTECT, null=True, related_name="officers")
    name = models.CharField(max_length=60)
    phone = models.CharField(max_length=40, blank=True)
    enrolled_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["jurisdiction", "account"], name="an_account_is_one_officer_here"),
            CheckConstraint(
                name="an_officer_who_left_says_when",
                condition=Q(state="serving", left_at=None) | Q(state="left", left_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organization:officer", args=[self.pk])


class Tenure(Stateful):
    """A post held by an officer for a period (2.1). History is kept: a tenure ends, it is never edited."""

    state = models.CharField(max_length=12, choices=TenureState)
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="tenures")
    post = models.CharField(max_length=20, choices=Post)
    unit = models.ForeignKey("organization.Unit", models.PROTECT, null=True, blank=True, related_name="tenures")
    basis = models.CharField(max_length=200, blank=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            CheckConstraint(
                name="an_ended_tenure_says_when",
                condition=Q(state="held", until_at=None) | Q(state="ended", until_at__isnull=False),
            ),
            CheckConstraint(name="a_tenure_ends_after_it_began", condition=Q(until_at=None) | Q(until_at__gte=F("from_at"))),
            CheckConstraint(
                name="a_post_of_a_unit_names_the_unit",
                condition=~Q(post__in=sorted(UNIT_POSTS)) | Q(unit__isnull=False),
            ),
            UniqueConstraint(
                fields=["officer", "post", "unit"], condition=Q(state="held"), nulls_distinct=False,
                name="a_post_is_held_once_by_a_person",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        post = Post(self.post).label
        return f"{self.officer.name}·{self.unit.name if self.unit else ''}{post}"

    def get_absolute_url(self) -> str:
        return reverse("organization:officer", args=[self.officer_id])
