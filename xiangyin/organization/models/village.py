from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse

from xiangyin.organization.terms import Standing
from xiangyin.shared.ledger.stateful import Stateful


class Village(Stateful):
    """A village or community inside the jurisdiction, with the names people use for it.

    One that was abolished stays for what happened there; what is said of it now is said of its `successor`.
    """

    state = models.CharField(max_length=12, choices=Standing, default=Standing.IN_USE)
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=20)
    aliases = ArrayField(models.CharField(max_length=60), default=list)
    former_names = ArrayField(models.CharField(max_length=60), default=list)
    retired_at = models.DateTimeField(null=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            UniqueConstraint(fields=["jurisdiction", "code"], name="a_village_has_one_code"),
            CheckConstraint(
                name="a_retired_village_says_when",
                condition=Q(state="in_use", retired_at=None, successor=None)
                | Q(state="retired", retired_at__isnull=False),
            ),
            CheckConstraint(
                name="a_village_does_not_succeed_itself", condition=Q(successor=None) | ~Q(successor=F("id"))
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organization:village", args=[self.pk])
