"""From a row of a file to what an item needs, or to the reason why it is not taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from xiangyin.documents.rules.secrets import secrecy_mark
from xiangyin.monitoring.models import Upload
from xiangyin.monitoring.operations.intake.channels import read_channel
from xiangyin.monitoring.operations.intake.counts import read_count
from xiangyin.monitoring.operations.intake.moments import read_moment
from xiangyin.monitoring.operations.intake.plain_text import plain_text
from xiangyin.monitoring.operations.intake.words import words
from xiangyin.monitoring.ports import Record
from xiangyin.monitoring.rules.columns import NAMES
from xiangyin.monitoring.terms import RowFault

MOST_TEXT_CHARS, MOST_URL_CHARS = 100_000, 500
EARLIEST = datetime(1990, 1, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
CLOCKS_DIFFER = timedelta(days=1)
COUNTS = ("reposts", "comments", "likes", "views")


class RowRejectedError(Exception):
    """The row is not taken; `column` is where the fault lies."""

    def __init__(self, fault: RowFault, column: str = "") -> None:
        super().__init__(str(fault.label))
        self.fault, self.column = fault, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a row says, cleaned but not yet masked: only to be made an item of."""

    title: str
    text: str
    published_at: datetime
    external_id: str = ""
    channel: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    engagement: Mapping[str, int] = field(default_factory=dict)


def mapping_of(upload: Upload) -> dict[str, str]:
    """Which column holds what; fields without a column are left out."""
    return {name: column for name in NAMES if (column := str(getattr(upload, f"{name}_column")))}


def read_row(record: Record, upload: Upload, mapping: Mapping[str, str], *, now: datetime) -> Reading:
    """Read one row.

    :raises RowRejectedError: it cannot be taken.
    """
    if record.fault:
        raise RowRejectedError(RowFault(record.fault))
    cells = {name: record.cells.get(column) for name, column in mapping.items()}
    said = {name: plain_text(words(cell)) for name, cell in cells.items() if name != "time"}
    title, text = said.get("title", ""), said.get("text", "")
    _judge_text(title, text, mapping)
    return Reading(
        title=title, text=text, published_at=_moment(cells["time"], mapping["time"], now=now),
        external_id=said.get("id", "")[:1000], author=said.get("author", ""), url=web_address(words(cells.get("url"))),
        channel=read_channel(said.get("channel", ""), otherwise=upload.default_channel),
        source=said.get("source", "") or upload.default_source,
        engagement={name: count for name in COUNTS if (count := read_count(cells.get(name))) is not None},
    )  # fmt: skip


def _judge_text(title: str, text: str, mapping: Mapping[str, str]) -> None:
    column = mapping.get("text") or mapping.get("title", "")
    if not title and not text:
        raise RowRejectedError(RowFault.NO_TEXT, column)
    if len(text) > MOST_TEXT_CHARS:
        raise RowRejectedError(RowFault.TEXT_TOO_LONG, column)
    if secrecy_mark(f"{title}\n{text}"):
        raise RowRejectedError(RowFault.STATE_SECRET, column)


def _moment(cell: Any, column: str, *, now: datetime) -> datetime:
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        raise RowRejectedError(RowFault.NO_TIME, column)
    moment = read_moment(cell)
    if moment is None:
        raise RowRejectedError(RowFault.TIME_UNREADABLE, column)
    if not EARLIEST <= moment <= now + CLOCKS_DIFFER:
        raise RowRejectedError(RowFault.TIME_IMPLAUSIBLE, column)
    return moment


def web_address(written: str) -> str:
    """A web address to look the item up at; anything else is left out."""
    url = written.strip()
    fits = (
        url.startswith(("http://", "https://")) and len(url) <= MOST_URL_CHARS and url.isprintable() and " " not in url
    )
    return url if fits else ""
