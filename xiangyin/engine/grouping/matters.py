"""The matters themselves: their items, what people decided about them. Changes as items arrive."""

from collections import deque
from dataclasses import dataclass, field

from xiangyin.engine.duplicates import Originals
from xiangyin.engine.grouping.index import Index
from xiangyin.engine.record import Record
from xiangyin.engine.values import Harm

RECORDS = 100  # items that a matter remembers one by one: all that tell of harm or come from an office, and the latest
SOURCES = 1000  # beyond so many voices their number decides nothing more

_UNHARMED = Harm()


@dataclass(slots=True)
class Cluster:
    """One matter: its latest records, counts of all its items, the numbers of matters that were joined into it."""

    number: int
    first_at: int
    last_at: int
    items: int = 0
    records: list[Record] = field(default_factory=list)
    sources: set[int] = field(default_factory=set)
    absorbed: list[int] = field(default_factory=list)

    def take(self, record: Record) -> None:
        """Add one item."""
        self.items += 1
        self.records.append(record)
        if len(self.records) > RECORDS:
            drop_one(self.records)
        self.first_at = min(self.first_at, record.at)
        self.last_at = max(self.last_at, record.at)
        if len(self.sources) < SOURCES:
            self.sources.add(record.source)


def drop_one(records: list[Record]) -> None:
    """Drop the oldest record that tells of no harm and comes from no office or press; else the oldest of all."""
    for place, record in enumerate(records):
        if record.harm == _UNHARMED and not record.office and not record.media:
            del records[place]
            return
    del records[0]


@dataclass(slots=True)
class Memory:
    """All that is remembered between two batches. `version` grows with each change, so that no old state goes on."""

    version: int = 0
    serial: int = 0
    matters: int = 0
    clusters: dict[int, Cluster] = field(default_factory=dict)
    joined: dict[int, int] = field(default_factory=dict)
    matter_of: dict[int, int] = field(default_factory=dict)
    id_of: dict[int, str] = field(default_factory=dict)
    copies: dict[int, int] = field(default_factory=dict)
    index: Index = field(default_factory=Index)
    originals: Originals = field(default_factory=Originals)
    times: deque[int] = field(default_factory=lambda: deque(maxlen=64))


def name(number: int) -> str:
    """Return a matter's id from its number.

    >>> name(12)
    'M12'
    """
    return f"M{number}"


def living(number: int, memory: Memory) -> int:
    """Return the matter that a number stands for now: itself, or the one that it was joined into.

    >>> living(3, Memory(joined={3: 2, 2: 1}))
    1
    """
    while number in memory.joined:
        number = memory.joined[number]
    return number


def opened(at: int, memory: Memory) -> Cluster:
    """Open a new matter and return it.

    >>> opened(5, Memory(matters=7)).number
    8
    """
    memory.matters += 1
    memory.clusters[memory.matters] = Cluster(memory.matters, at, at)
    return memory.clusters[memory.matters]
