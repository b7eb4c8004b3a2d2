"""The only reader of the clock. Views, tasks and commands ask here and pass `now` on as an argument."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

from xiangyin.shared.clock.models import Timeline

_by_hand: ContextVar[datetime | None] = ContextVar("clock_by_hand", default=None)


def now(timeline: Timeline | None = None) -> datetime:
    """Return the moment on a timeline; None is the actual one. Aware, UTC."""
    actual = _by_hand.get() or datetime.now(UTC)
    return timeline.at(actual) if timeline else actual


@contextmanager
def turned_to(moment: datetime) -> Iterator[None]:
    """Hold the actual clock at a moment, for tests, the year's simulation and the demonstration."""
    token = _by_hand.set(moment)
    try:
        yield
    finally:
        _by_hand.reset(token)
