"""Rows of a text table. A quote that is never closed spoils its own line and no other."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xiangyin.adapters.tables.lines import MOST_CHARS
from xiangyin.monitoring.terms import RowFault

MOST_LINES, MOST_JOINED_CHARS = 500, 200_000  # of one row whose cell goes over several lines
PROBE = "\x00"  # the line after: the reader takes it only while a quote is open
csv.field_size_limit(1 << 30)  # the length of lines is bounded already


@dataclass(frozen=True, slots=True)
class Fields:
    """The cells of one row, or its line and what is wrong with it."""

    cells: list[str]
    fault: str = ""


def csv_fields(lines: Iterable[str], separator: str, *, width: int | None = None) -> Iterator[Fields]:
    """Every row, blank ones too (no cells). `width` is how many columns there are, where that is known."""
    waiting = _Waiting(iter(lines))
    while (line := waiting.next()) is not None:
        if len(line) > MOST_CHARS:
            yield Fields([], RowFault.LINE_TOO_LONG)
        elif (cells := _whole([line], separator)) is not None:
            yield _of_width(cells, width)
        else:
            yield _over_lines(line, waiting, separator, width)


class _Waiting:
    """Lines to come; some may be put back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._back: deque[str] = deque()

    def next(self) -> str | None:
        return self._back.popleft() if self._back else next(self._lines, None)

    def put_back(self, lines: list[str]) -> None:
        self._back.extendleft(reversed(lines))


def _over_lines(first: str, waiting: _Waiting, separator: str, width: int | None) -> Fields:
    """A row whose cell goes on in the next lines; where that leads nowhere the first line alone is broken."""
    joined, chars = [first], len(first)
    while len(joined) < MOST_LINES and chars < MOST_JOINED_CHARS and (line := waiting.next()) is not None:
        joined.append(line)
        chars += len(line)
        if '"' in line and (cells := _whole(joined, separator)) is not None:
            if width is None or len(cells) <= width:
                return Fields(cells)
            break
    waiting.put_back(joined[1:])
    return Fields([first], RowFault.BROKEN_QUOTES)


def _whole(joined: list[str], separator: str) -> list[str] | None:
    """The cells, if every quote is closed. Over several lines a closing quote must end its cell, as the format says."""
    reader = csv.reader([*(f"{line}\n" for line in joined), PROBE], delimiter=separator, strict=len(joined) > 1)
    try:
        cells = next(reader)
    except csv.Error:
        return None
    return cells if reader.line_num == len(joined) else None


def _of_width(cells: list[str], width: int | None) -> Fields:
    while width is not None and len(cells) > width and not cells[-1].strip():
        cells.pop()  # spreadsheets leave separators after the last column
    if width is not None and len(cells) > width:
        return Fields(cells, RowFault.TOO_MANY_CELLS)
    return Fields(cells)
