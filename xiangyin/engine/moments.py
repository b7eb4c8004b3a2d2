"""Seconds since 1970 as moments in China's time, and the latest moment that can be believed."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))
_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST, _LAST = -62_135_500_000, 253_402_200_000  # years 1 and 9999, a day inside what a datetime can hold
_FAR = 30 * 24 * 3600  # seconds by which a lone date must lie ahead of all others to be thought an error
_LONE = 3


def moment(second: int) -> datetime:
    """Return the moment of a second, in China's time; sums instead of the system's calendar, which differs by system.

    >>> moment(0).isoformat()
    '1970-01-01T08:00:00+08:00'
    """
    return (_BEGIN + timedelta(seconds=max(_FIRST, min(second, _LAST)))).astimezone(CHINA)


def plausible(seconds: Iterable[int]) -> int | None:
    """Return the latest of some times; up to three that lie a month and more ahead of all others are left out.

    >>> plausible([100, 200, 9_000_000_000]), plausible([])
    (200, None)
    """
    times = sorted(seconds)
    for _ in range(_LONE):
        if len(times) > 1 and times[-1] - times[-2] > _FAR:
            times.pop()
    return times[-1] if times else None
