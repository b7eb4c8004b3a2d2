"""Tenants: every row belongs to a jurisdiction, and PostgreSQL refuses the others' rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, models, transaction

from xiangyin.shared.access.identity import uuid7

SETTING = "xiangyin.jurisdiction"


class Tenanted(models.Model):
    """A row of one jurisdiction. `access.rights.grant` puts row security on every such table."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    jurisdiction = models.ForeignKey("organization.Jurisdiction", models.PROTECT, related_name="+")
    jurisdiction_id: UUID

    class Meta:
        abstract = True


@contextmanager
def within(jurisdiction_id: UUID | None) -> Iterator[None]:
    """Run one transaction as that jurisdiction; with None no tenant's row can be seen.

    The setting is local to the transaction: nothing can leak to the next user of the connection.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        before = _current(cursor)
        _set(cursor, str(jurisdiction_id or ""))
        yield
        if not connection.needs_rollback:  # a rollback takes the setting back by itself
            _set(cursor, before)  # an outer transaction goes on as whoever it was


def _current(cursor: object) -> str:
    cursor.execute("SELECT coalesce(current_setting(%s, true), '')", [SETTING])  # type: ignore[attr-defined]
    return str(cursor.fetchone()[0])  # type: ignore[attr-defined]


def _set(cursor: object, value: str) -> None:
    cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, value])  # type: ignore[attr-defined]
