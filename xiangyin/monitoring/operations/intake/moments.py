"""Dates and times as people and programs write them. Without a zone they are the office's (+08:00)."""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Asia/Shanghai")
SERIAL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's day 0; local by the office's rule
SERIALS, SECONDS, MILLISECONDS = (1, 100_000), (10**8, 10**10), (10**11, 10**14)  # days, s, ms; [from, below)
NOON = 12
_WRITTEN = re.compile(
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
    r"(?:[\sT,]*(?:星期.|周.)?\s*(?P<half>上午|下午|凌晨|中午|晚上|AM|PM)?\s*"
    r"(?P<hour>\d{1,2})\s*[:时点]\s*(?:(?P<minute>\d{1,2})\s*[:分]?\s*(?:(?P<second>\d{1,2})(?:[.,]\d+)?\s*秒?)?)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?)?"
)
_NUMBER = re.compile(r"\d{1,15}(?:\.\d+)?")
_AFTERNOON = frozenset({"下午", "晚上", "中午", "PM"})


def read_moment(cell: Any) -> datetime | None:
    """The moment a cell means, aware, or None where it cannot be told.

    >>> read_moment("2019年2月28日 11时25分").isoformat(), read_moment(43524.5).isoformat()
    ('2019-02-28T11:25:00+08:00', '2019-02-28T12:00:00+08:00')
    """
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, date):
        return _aware(cell if isinstance(cell, datetime) else datetime.combine(cell, time()))
    if isinstance(cell, int | float):
        return _of_number(float(cell)) if abs(cell) < MILLISECONDS[1] else None
    return _of_text(unicodedata.normalize("NFKC", str(cell)).strip())


def _of_text(text: str) -> datetime | None:
    if found := _COMPACT.fullmatch(text) or _WRITTEN.fullmatch(text):
        return _of_parts({name: part or "" for name, part in found.groupdict().items()})
    if _NUMBER.fullmatch(text):
        return _of_number(float(text))
    return _tried(lambda: _aware(datetime.fromisoformat(text))) or _tried(lambda: _aware(parsedate_to_datetime(text)))


def _of_parts(parts: dict[str, str]) -> datetime | None:
    numbers = [int(parts[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second") if name in parts]
    year, month, day, hour, minute, second = numbers
    half = parts.get("half", "").upper()
    if half in _AFTERNOON and hour < NOON:
        hour += NOON
    elif half == "AM" and hour == NOON:
        hour = 0
    return _tried(lambda: _aware(datetime(year, month, day, hour, minute, second, tzinfo=_zone(parts.get("zone", "")))))


def _zone(written: str) -> Any:
    if not written or written.upper() in {"Z", "UTC", "GMT"}:
        return UTC if written else None
    return datetime.strptime(written, "%z").tzinfo


def _of_number(number: float) -> datetime | None:
    """A spreadsheet's serial day, or seconds or milliseconds since 1970; eight or more digits may be a written date."""
    if number.is_integer() and (found := _COMPACT.fullmatch(str(int(number)))):
        return _of_parts({name: part or "" for name, part in found.groupdict().items()})
    if SERIALS[0] <= number < SERIALS[1]:
        return _tried(lambda: _aware(SERIAL_EPOCH + timedelta(seconds=round(number * 86_400))))
    if SECONDS[0] <= number < SECONDS[1]:
        return datetime.fromtimestamp(number, LOCAL)
    if MILLISECONDS[0] <= number < MILLISECONDS[1]:
        return _tried(lambda: datetime.fromtimestamp(number / 1000, LOCAL))
    return None


def _aware(moment: datetime) -> datetime:
    return moment.replace(tzinfo=LOCAL) if moment.tzinfo is None else moment


def _tried(make: Callable[[], datetime]) -> datetime | None:
    try:
        return make()
    except (ValueError, OverflowError, OSError):
        return None
