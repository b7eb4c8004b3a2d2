"""Rows, facts and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

CellKind = Literal["text", "main", "number", "level", "state", "clock", "moment"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list. On a phone the row becomes a block: `main` is its first line, `hidden` ones are left out."""

    label: str
    kind: CellKind = "text"
    phone: Literal["shown", "hidden"] = "shown"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a column. `value` fits the column's kind; a state also brings its `label`, a clock its `done`."""

    value: object
    label: str = ""
    url: str = ""
    note: str = ""
    done: datetime | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """`choice` is what a form around the list is sent as `chosen` where the row is ticked; empty = nothing to tick."""

    cells: Sequence[Cell]
    key: str = ""
    unread: bool = False
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a long list, for the pager: numbers from 1; empty addresses at the ends."""

    number: int
    pages: int
    rows: int
    previous_url: str = ""
    next_url: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a card: a term and what it is."""

    term: str
    value: object
    kind: CellKind = "text"
    url: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit and where it comes from; `read` False marks a source nobody has read: “本地设定”."""

    value: str
    unit: str
    source: str = ""
    reference: str = ""
    read: bool = True


@dataclass(frozen=True, slots=True)
class Stat:
    """A tile: a number, its unit, what it counts; `url` leads to the rows behind it."""

    label: str
    value: str
    unit: str = ""
    note: str = ""
    url: str = ""
    weight: Literal["calm", "pressing"] = "calm"
