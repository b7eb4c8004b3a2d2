"""One row of a rule table, and what hangs on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Literal, TypeVar

from xiangyin.shared.access.actor import MACHINE_POST, Actor, Seat
from xiangyin.shared.ledger.stateful import Stateful
from xiangyin.shared.obligations.keep import Owner
from xiangyin.shared.steps.asks import Ask, Words

S = TypeVar("S", bound=Stateful)
Seats = Callable[[Any], frozenset[Seat]]
Objection = Callable[[Any, Actor], str]


def posts(*names: str) -> Seats:
    """The same posts whatever the record: `posts(Post.VERIFIER)`."""
    seats = frozenset(map(Seat, names))
    return lambda _subject: seats


by_machine = posts(MACHINE_POST)


def nothing(_subject: Any) -> frozenset[str]:
    return frozenset()


def always(_subject: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """An obligation that a step starts. `due` gets the record and the moment of the step.

    `ladder` names the figure `ladder_<name>` that says whom lateness reaches.
    """

    kind: str
    label: Words
    owner: Callable[[Any], Owner]
    due: Callable[[Any, datetime], datetime]
    clause: str
    on: Literal["subject", "event"] = "subject"
    blocks: Callable[[Any], frozenset[str]] = nothing
    needed: Callable[[Any], bool] = always
    ladder: str = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """A notice that a step causes. `text` is put before the record's own name."""

    reason: str
    text: Words
    to: Callable[[Any], Owner]
    urgent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Generic[S]):
    """Who may bring a record from where to where, what is asked, what it starts and stops.

    `sources` empty: the step creates the record. `target` None: the state stays.
    `hides` are objections that make the step pointless now (no button); `refuses` are shown beside the button.
    `not_by` and `only_by` name earlier steps of the same record whose doers may not, or must, take this one.
    `checks` compares answers with each other and with the record; it returns errors by name.
    `stops` are obligations that the step fulfils, `voids` those that it makes pointless ("*": all of the record's).
    `writes` are answers that become columns; `sets` computes further columns from the record, the actor and `now`.
    """

    action: str
    label: Words
    posts: Seats
    clause: str
    sources: frozenset[str] = frozenset()
    target: str | None = None
    asks: tuple[Ask, ...] = ()
    checks: Callable[[S, Mapping[str, Any], Actor], Mapping[str, str]] | None = None
    not_by: frozenset[str] = frozenset()
    only_by: frozenset[str] = frozenset()
    hides: tuple[Objection, ...] = ()
    refuses: tuple[Objection, ...] = ()
    writes: tuple[str, ...] = ()
    sets: Callable[[S, Actor, datetime], Mapping[str, Any]] | None = None
    starts: tuple[Owed, ...] = ()
    stops: frozenset[str] = frozenset()
    voids: frozenset[str] = frozenset()
    stops_also: Callable[[S], frozenset[str]] = nothing
    tells: tuple[Tell, ...] = ()
    emergency: bool = False
    danger: bool = False
    help: Words = ""

    @property
    def creates(self) -> bool:
        return not self.sources


@dataclass(frozen=True, slots=True)
class Offer(Generic[S]):
    """A step that an officer may take now; `objection` tells what still stands in the way, or is empty."""

    step: Step[S]
    objection: str
