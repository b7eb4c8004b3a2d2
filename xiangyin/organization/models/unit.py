from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.organization.terms import Standing, UnitKind
from xiangyin.shared.ledger.stateful import Stateful


class Unit(Stateful):
    """A member unit (2.2.3): an office, a line department, a village committee. `topics` are its fields of work.

    One that was dissolved stays for what it did; `successor` does its work now, the office where there is none.
    """

    state = models.CharField(max_length=12, choices=Standing, default=Standing.IN_USE)
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=12, choices=UnitKind)
    topics = ArrayField(models.CharField(max_length=40), default=list)
    former_names = ArrayField(models.CharField(max_length=60), default=list)
    retired_at = models.DateTimeField(null=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            UniqueConstraint(fields=["jurisdiction", "code"], name="a_unit_has_one_code"),
            CheckConstraint(
                name="a_retired_unit_says_when",
                condition=Q(state="in_use", retired_at=None, successor=None)
                | Q(state="retired", retired_at__isnull=False),
            ),
            CheckConstraint(name="a_unit_does_not_succeed_itself", condition=Q(successor=None) | ~Q(successor=F("id"))),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organization:unit", args=[self.pk])
