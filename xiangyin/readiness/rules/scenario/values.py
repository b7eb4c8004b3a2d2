"""What a scenario says: calls on a time line, and which step each is expected to bring about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expected:
    """A step of a kind of record (`warning.earlywarning`, `issue`), expected within minutes of the call."""

    record: str
    step: str
    within_min: int


@dataclass(frozen=True, slots=True)
class Call:
    """What is heard; `affected` None means not said."""

    title: str
    text: str
    channel: str
    place: str = ""
    affected: int | None = None
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """A call that arrives `at_min` minutes after the start; `about` names the call whose event it belongs to."""

    key: str
    at_min: int
    call: Call
    about: str = ""
    expects: tuple[Expected, ...] = ()


@dataclass(frozen=True, slots=True)
class ScenarioText:
    """A whole scenario; its arrivals are in order of time."""

    title: str
    purpose: str
    length_min: int
    arrivals: tuple[Arrival, ...]
