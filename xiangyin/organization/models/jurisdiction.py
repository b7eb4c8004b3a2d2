from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import UniqueConstraint

from xiangyin.shared.access.identity import uuid7
from xiangyin.shared.access.tenancy import Tenanted


class Jurisdiction(models.Model):
    """A township (or the county above it): the tenant that owns every item, event and paper (1.2)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=60)
    parents = ArrayField(models.CharField(max_length=60), default=list)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    neighbours = models.JSONField(default=list)
    is_demonstration = models.BooleanField(default=False)
    set_up_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Village(Tenanted):
    """A village or community inside the jurisdiction, with the names people use for it."""

    code = models.CharField(max_length=12)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=20)
    aliases = ArrayField(models.CharField(max_length=60), default=list)

    class Meta:
        constraints = [UniqueConstraint(fields=["jurisdiction", "code"], name="a_village_has_one_code")]

    def __str__(self) -> str:
        return self.name
