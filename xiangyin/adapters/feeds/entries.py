"""The entries of a feed: read by the quick parser, by the tolerant one where that fails."""

import io
import re
from calendar import timegm
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import fastfeedparser
import feedparser

from xiangyin.monitoring.operations.intake.moments import read_moment
from xiangyin.monitoring.ports import FeedEntry

MOST_ENTRIES = 1000
OFFICE = timedelta(hours=8)
_DATES = re.compile(rb"<(?:pubDate|published|updated|[a-z]+:date)>\s*([^<]{8,40}?)\s*<", re.IGNORECASE)
_ZONED = re.compile(rb"(?:Z|[A-Z]{2,4}|[+-]\d\d:?\d\d)$", re.IGNORECASE)
_DATE_ONLY = re.compile(rb"\d{4}-\d\d(?:-\d\d)?")


class NotAFeedError(Exception):
    """The bytes are no feed."""


def entries_of(body: bytes, content_type: str = "") -> tuple[FeedEntry, ...]:
    """The entries in the feed's order.

    :raises NotAFeedError: it is none.
    """
    shift = -OFFICE if _without_zone(body) else timedelta()
    try:
        found = fastfeedparser.parse(body, include_tags=False, include_media=False, include_enclosures=False).entries
    except Exception:  # noqa: BLE001 - a parser of strangers' bytes: whatever it raises, the other one is asked
        found = ()
    entries = _made(found, shift)
    return entries or _made(_tolerantly(body, content_type), shift)


def _tolerantly(body: bytes, content_type: str) -> Any:
    headers = {"content-type": content_type} if content_type else {}
    try:
        parsed = feedparser.parse(
            io.BytesIO(body), response_headers=headers
        )  # bare bytes it would take for a file's name
    except Exception as error:
        raise NotAFeedError(str(error)) from error
    if not parsed.get("version") and not parsed.entries:
        raise NotAFeedError(str(parsed.get("bozo_exception", "")))
    return parsed.entries


def _made(found: Iterable[Any], shift: timedelta) -> tuple[FeedEntry, ...]:
    entries = (_entry(each, shift) for _, each in zip(range(MOST_ENTRIES), found, strict=False))
    return tuple(entry for entry in entries if entry.title or entry.text)


def _entry(found: Any, shift: timedelta) -> FeedEntry:
    link = str(found.get("link") or "")
    at = _moment(found)
    return FeedEntry(
        guid=str(found.get("id") or ""), link=link, title=str(found.get("title") or ""), text=_text(found),
        author=str(found.get("author") or ""), published_at=at + shift if at else None,
    )  # fmt: skip


def _text(found: Any) -> str:
    """The whole content where the feed gives it, else its summary."""
    whole = [str(part.get("value") or "") for part in found.get("content") or [] if isinstance(part, dict)]
    return max([*whole, str(found.get("summary") or found.get("description") or "")], key=len)


def _moment(found: Any) -> datetime | None:
    for name in ("published", "updated"):
        parts = found.get(f"{name}_parsed")
        if parts:
            return datetime.fromtimestamp(timegm(parts), UTC)
        if at := read_moment(str(found.get(name) or "")):
            return at
    return None


def _without_zone(body: bytes) -> bool:
    """Whether none of the feed's times names its zone: the parsers take UTC then, a Chinese site means its own time."""
    written = _DATES.findall(body)
    return bool(written) and not any(_ZONED.search(each) for each in written)
