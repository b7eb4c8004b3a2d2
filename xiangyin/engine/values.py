"""The values that go into the engine and come out of it; nothing here changes after it is made."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Level = Literal["red", "orange", "yellow", "blue", "none"]
LEVELS: tuple[Level, ...] = ("none", "blue", "yellow", "orange", "red")
CHANNELS = frozenset(
    ["news", "weibo", "wechat", "video", "forum", "hotline", "visit", "phone", "radio", "print", "superior", "other"]
)


@dataclass(frozen=True, slots=True)
class Engagement:
    """How often an item was passed on, answered, liked, seen (counts ≥ 0)."""

    reposts: int = 0
    comments: int = 0
    likes: int = 0
    views: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One thing said somewhere. `author` is an opaque key that only counts distinct sources."""

    id: str
    published_at: datetime
    channel: str
    source: str
    text: str
    title: str | None = None
    author: str | None = None
    url: str | None = None
    engagement: Engagement = Engagement()

    @property
    def whole(self) -> str:
        """Title and text as one string; every offset counts the code points of this string."""
        return f"{self.title or ''}\n{self.text}"


@dataclass(frozen=True, slots=True)
class Village:
    code: str
    name: str
    kind: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A place with a name like one of ours that is not ours, and where it lies."""

    name: str
    where: str


@dataclass(frozen=True, slots=True)
class Department:
    code: str
    name: str
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Township:
    """The jurisdiction whose items are read; `parents` are the units above it, the largest first."""

    name: str
    code: str
    parents: tuple[str, ...] = ()
    villages: tuple[Village, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    departments: tuple[Department, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in an item. `code` is None when the words name no village; `confidence` is 0…1."""

    code: str | None
    name: str | None
    matched: str
    start: int
    end: int
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Harm:
    """Latest totals of persons said in one item; None = not said. `denied`: harm is said not to have happened."""

    deaths: int | None = None
    injured: int | None = None
    missing: int | None = None
    affected: int | None = None
    denied: bool = False
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class ItemJudgement:
    """What the engine says of one item; final when the item has arrived. `sentiment` is −1…1."""

    id: str
    duplicate_of: str | None
    matter: str
    in_scope: bool
    places: tuple[Place, ...]
    topic: str | None
    department: str | None
    sentiment: float | None
    emotion: str | None
    harm: Harm
    demand: str | None
    stance: str
    masked_text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a level is suggested: the factor, a sentence in Chinese, the items behind it."""

    factor: str
    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """An expected value with its central 80 % interval; `at` is the time it speaks of."""

    at: datetime
    low: float
    mid: float
    high: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    level: Level
    reasons: tuple[Reason, ...]
    ladder: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """The machine's group of items about one thing, as of one moment. `heat` counts fresh mentions."""

    matter: str
    absorbed: tuple[str, ...]
    title: str
    first_at: datetime
    last_at: datetime
    items: int
    sources: int
    heat: float
    forecast: tuple[Interval, ...]
    level: Level
    reasons: tuple[Reason, ...]
    in_scope: bool = True
    topic: str | None = None
    department: str | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """The answer to one call: a judgement per item, in order, the ids of the matters that changed, and those matters."""

    judgements: tuple[ItemJudgement, ...] = ()
    touched: tuple[str, ...] = ()
    matters: tuple[Matter, ...] = ()


@dataclass(frozen=True, slots=True)
class Join:
    """A person says that two matters are one. Respected for ever."""

    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Part:
    """A person says that these items are a matter of their own, apart from `matter`. Respected for ever."""

    matter: str
    items: tuple[str, ...] = field(default=())


Decision = Join | Part
