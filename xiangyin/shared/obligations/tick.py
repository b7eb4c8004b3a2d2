"""One turn of the clock loop: ring what is due, in every jurisdiction, on every timeline."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from xiangyin.shared.access.tenancy import within
from xiangyin.shared.clock.heartbeat import CLOCK, beat
from xiangyin.shared.clock.models import Timeline
from xiangyin.shared.obligations.ring import ring


def tick(now: datetime) -> int:
    """Ring everything that is due at `now`. Returns how many obligations rang. One query when nothing is due."""
    rang = sum(_ring(jurisdiction_id, timeline_id, now=now) for jurisdiction_id, timeline_id in _with_rings(now))
    beat(CLOCK, now=now)
    return rang


def _with_rings(now: datetime) -> list[tuple[UUID, UUID | None]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT jurisdiction_id, timeline_id FROM jurisdictions_with_rings(%s)", [now])
        return list(cursor.fetchall())


def _ring(jurisdiction_id: UUID, timeline_id: UUID | None, *, now: datetime) -> int:
    rang = 0
    with within(jurisdiction_id):
        timeline = Timeline.objects.filter(pk=timeline_id).first() if timeline_id else None
        at = timeline.at(now) if timeline else now
        while part := ring(jurisdiction_id, timeline=timeline, now=at):
            rang += part
    return rang
