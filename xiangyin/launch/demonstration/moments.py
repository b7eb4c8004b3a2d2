"""Times of the story: “-9d 12:25” is nine days ago at 12:25 office time, “-95m” is 95 minutes before now."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

OFFICE = ZoneInfo("Asia/Shanghai")
_DAY = re.compile(r"(-?\d+)d (\d\d):(\d\d)")
_MINUTE = re.compile(r"(-?\d+)m")


def moment(words: str, *, now: datetime) -> datetime:
    """The moment that the words mean, seen from `now`.

    :raises ValueError: they mean none.
    """
    if found := _DAY.fullmatch(words):
        days, hour, minute = map(int, found.groups())
        day = now.astimezone(OFFICE) + timedelta(days=days)
        return day.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if found := _MINUTE.fullmatch(words):
        return now + timedelta(minutes=int(found[1]))
    raise ValueError(words)
