"""What the frame around a page is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Link:
    url: str
    label: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """One door of the main navigation; the first five stand in the phone's bar. `count` (0 = none) waits behind it."""

    url: str
    label: str
    current: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class Band:
    """The mark over every page that is not actual: `kind` is “drill” or “demonstration”."""

    text: str
    kind: Literal["drill", "demonstration"]


@dataclass(frozen=True, slots=True)
class AccountMenu:
    """Who is signed in. `key` keeps one person's half-typed text from the next person at the same PC."""

    key: str
    name: str
    post: str
    logout_url: str
    links: Sequence[Link] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice in the live area; an urgent one rings the armed sound until `acknowledge_url` is posted to."""

    key: str
    title: str
    at: datetime
    body: str = ""
    url: str = ""
    level: str = ""
    due: datetime | None = None
    urgent: bool = False
    acknowledge_url: str = ""
    acknowledged: bool = False

    @property
    def rings(self) -> bool:
        return self.urgent and not self.acknowledged
