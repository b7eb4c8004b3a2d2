"""What the shared parts ask of the rest; `config.wiring` fills it once at start."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from xiangyin.shared.access.actor import Actor, Seat

Outcome = Literal["accepted", "refused", "unknown"]


@dataclass(frozen=True, slots=True)
class Recipient:
    officer_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of an escalation ladder: minutes before (−) or after the due time, and whom to tell.

    `after_min` None means at once when the obligation starts; no `posts` means its owners.
    """

    after_min: int | None
    posts: tuple[str, ...] = ()


class Roster(Protocol):
    """Who answers for what, at a moment."""

    def holders(self, seats: Collection[Seat], *, jurisdiction_id: UUID, at: datetime) -> list[Recipient]:
        """Officers who hold one of the seats then, each once; the duty officer is who has the shift."""
        ...

    def actor(self, officer_id: UUID, *, at: datetime) -> Actor:
        """The officer with the seats held then."""
        ...

    def post_name(self, post: str) -> str:
        """The post as people read it."""
        ...

    def ladder(self, name: str, *, jurisdiction_id: UUID) -> tuple[Rung, ...]:
        """The rungs of a named escalation ladder, in order of time."""
        ...

    def office_is_open(self, *, jurisdiction_id: UUID, at: datetime) -> bool:
        """Whether `at` lies in office hours; outside them the shift lead may act in an emergency."""
        ...


class Channel(Protocol):
    """A way to reach an officer outside the product's own pages."""

    def send(self, *, address: str, text: str, key: str, timeout_s: float) -> Outcome:
        """Send once. Never raise for a remote failure; say "unknown" when it may have arrived.

        `key` makes a repeat harmless where the remote side supports it.
        """
        ...


@dataclass(frozen=True, slots=True)
class Held:
    """Sealed personal data of an event: its key, what it is in words, and whether an answer still owed needs it."""

    key_id: UUID
    words: str
    is_needed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """Everything that the lower parts get from above. `after_set_up` runs when a jurisdiction is new, inside it.

    `held` lists the personal data that was sealed for an event and not yet destroyed.
    """

    roster: Roster
    mask: Callable[[str], str]
    held: Callable[[UUID], Sequence[Held]]
    channels: Mapping[str, Channel]
    after_set_up: Collection[Callable[[UUID, datetime], object]] = ()


class NotWiredError(RuntimeError):
    """The process started without `config.wiring.connect()`."""


_outside: list[Outside] = []


def connect(outside: Outside) -> None:
    """Fill the ports; the newest filling counts (tests connect their fakes)."""
    _outside[:] = [outside]


def outside() -> Outside:
    """Return what was connected.

    :raises NotWiredError: nothing was.
    """
    if not _outside:
        raise NotWiredError("config.wiring.connect() was not called")
    return _outside[0]
