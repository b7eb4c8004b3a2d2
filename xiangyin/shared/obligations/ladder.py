"""When an obligation rings, and who is told then."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from xiangyin.shared.ports.outside import Rung


def ring_at(ladder: Sequence[Rung], rung: int, *, started_at: datetime, due_at: datetime) -> datetime | None:
    """The moment of a rung, never before the start; None when the ladder has no such rung."""
    if rung >= len(ladder):
        return None
    after_min = ladder[rung].after_min
    if after_min is None:
        return started_at
    return max(started_at, due_at + timedelta(minutes=after_min))
