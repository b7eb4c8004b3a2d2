"""What monitoring needs of the world outside; `config.wiring` fills it with adapters, tests with fakes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from xiangyin.engine.grading.ladder import Ladder
from xiangyin.engine.model import Models

Pieces = Callable[[], Iterable[bytes]]  # the bytes of a file from the start, each time it is called


class FileUnreadableError(Exception):
    """No rows can be had of a file; the message tells the person why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a file is laid out. `header_row` is the number of the row that names the columns (0 = none does)."""

    format: str
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    header_row: int = 0
    columns: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its number as a spreadsheet counts it, its cells by column, or why it has none (a `RowFault`)."""

    number: int
    cells: Mapping[str, Any]
    fault: str = ""


class TableReader(Protocol):
    """Reads files that people hand in, in pieces: no file lies in memory whole, save a spreadsheet of limited size."""

    def look(self, pieces: Pieces, *, is_header: Callable[[Sequence[str]], bool]) -> Layout:
        """Find out how the file is laid out.

        :raises FileUnreadableError: it is no table.
        """
        ...

    def records(self, pieces: Pieces, layout: Layout) -> Iterator[Record]:
        """Every row that is not blank, in order; one that cannot be read comes as a fault. Never raises for a row.

        :raises FileUnreadableError: the rest of the file cannot be read at all.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry of a feed as it came: HTML in its texts, its time perhaps missing."""

    guid: str
    link: str
    title: str
    text: str
    author: str
    published_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedAnswer:
    """What a feed answered.

    `problem` is a `FeedProblem` or empty; `unchanged` means that nothing is new since the last time (304); `wait_s` is
    how long the other side asked us to stay away.
    """

    entries: tuple[FeedEntry, ...] = ()
    etag: str = ""
    last_modified: str = ""
    unchanged: bool = False
    problem: str = ""
    detail: str = ""
    wait_s: int = 0


class FeedReader(Protocol):
    """Fetches a feed over the network."""

    def read(self, url: str, *, etag: str, last_modified: str) -> FeedAnswer:
        """Fetch and parse. Never raises: every failure is a problem in the answer."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The ports of monitoring, filled.

    `models` gives the engine's weights (read once), `ladder` the levels' ladder, `level_of` the colour that people have
    proposed or set for an event (1 red … 4 blue, None: none yet).
    """

    tables: TableReader
    feeds: FeedReader
    models: Callable[[], Models]
    ladder: Ladder
    level_of: Callable[[UUID], int | None]


@dataclass(slots=True)
class _Ports:
    filled: Filled | None = field(default=None)


class NotFilledError(RuntimeError):
    """The process started without `config.wiring.connect()`."""


_ports = _Ports()


def connect(filled: Filled) -> None:
    """Fill the ports; the newest filling counts (tests connect their fakes)."""
    _ports.filled = filled


def outer() -> Filled:
    """Return what was connected.

    :raises NotFilledError: nothing was.
    """
    if _ports.filled is None:
        raise NotFilledError("config.wiring.connect() was not called")
    return _ports.filled
