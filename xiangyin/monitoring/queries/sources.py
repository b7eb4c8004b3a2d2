"""Reading sources and how they fare."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from xiangyin.monitoring.models import Source
from xiangyin.monitoring.terms import SourceState
from xiangyin.organization.queries.figures import figure


def sources() -> QuerySet[Source]:
    """Every source that was not removed, by name."""
    return Source.objects.exclude(state=SourceState.REMOVED).order_by("name", "id")


def source(source_id: UUID) -> Source | None:
    """One source of the tenant, removed or not."""
    return Source.objects.filter(pk=source_id).first()


def silent_limit(jurisdiction_id: UUID, *, now: datetime) -> datetime:
    """A source that brought nothing new since then is called silent. One query."""
    return now - timedelta(days=figure("silent_feed_days", jurisdiction_id=jurisdiction_id))


def jurisdictions_with_due_sources(now: datetime) -> list[UUID]:
    """Where something is due, asked before any tenant is set: through a named function of the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT jurisdiction_id FROM jurisdictions_with_due_sources(%s)", [now])
        return [row[0] for row in cursor.fetchall()]
