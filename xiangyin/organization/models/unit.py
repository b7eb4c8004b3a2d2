from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import UniqueConstraint

from xiangyin.organization.terms import UnitKind
from xiangyin.shared.access.tenancy import Tenanted


class Unit(Tenanted):
    """A member unit (2.2.3): an office, a line department, a village committee. `topics` are its fields of work."""

    code = models.CharField(max_length=12)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=12, choices=UnitKind)
    topics = ArrayField(models.CharField(max_length=40), default=list)

    class Meta:
        constraints = [UniqueConstraint(fields=["jurisdiction", "code"], name="a_unit_has_one_code")]

    def __str__(self) -> str:
        return self.name
