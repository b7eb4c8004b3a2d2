from django.db import models
from django.db.models import UniqueConstraint

from xiangyin.shared.access.tenancy import Tenanted


class ColumnMapping(Tenanted):
    """Which column is what, remembered for files with the same set of column names."""

    name = models.CharField(max_length=80)
    columns_sha256 = models.CharField(max_length=64)
    columns = models.JSONField()
    fields = models.JSONField()
    used_at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["jurisdiction", "columns_sha256"], name="a_set_of_columns_has_one_mapping"),
            UniqueConstraint(fields=["jurisdiction", "name"], name="a_mapping_has_its_own_name"),
        ]

    def __str__(self) -> str:
        return self.name
