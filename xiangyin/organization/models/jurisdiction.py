from django.contrib.postgres.fields import ArrayField
from django.db import models

from xiangyin.shared.access.identity import uuid7


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
