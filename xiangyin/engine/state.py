"""What the engine knows between two batches, as a value that can be stored."""

import json
import zlib
from collections.abc import Collection
from dataclasses import astuple, dataclass
from typing import Any

from xiangyin.engine.duplicates import remember
from xiangyin.engine.grouping.decide import decided
from xiangyin.engine.grouping.index import add
from xiangyin.engine.grouping.institutions import institutions
from xiangyin.engine.grouping.matters import Cluster, Memory
from xiangyin.engine.grouping.trace import Trace, length_of
from xiangyin.engine.record import Record
from xiangyin.engine.values import Decision, Harm

_MARK = b"XYSTATE1\n"
_HARM, _TAGS = Record._fields.index("harm"), Record._fields.index("tags")


class StateUsed(Exception):  # noqa: N818  # named after what happened to the state
    """The state was already carried on: go on with the newer one, or load a snapshot of this one."""


class StateUnreadable(Exception):  # noqa: N818
    """The bytes are no state that this version can read."""


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """The engine's memory at one moment. Carrying it on uses it up; `load(dump(state))` makes a second one."""

    memory: Memory
    version: int

    def current(self) -> Memory:
        """Return the memory.

        :raises StateUsed: this state was already carried on.
        """
        if self.version != self.memory.version:
            raise StateUsed("the state was already carried on; load a snapshot instead")
        return self.memory

    def carried(self) -> "State":
        """Return the state after a change of the memory; this one is used up."""
        self.memory.version += 1
        return State(self.memory, self.memory.version)


def empty() -> State:
    """Return the state before the first item."""
    return State(Memory(), 0)


def decide(state: State, decision: Decision) -> tuple[State, tuple[str, ...]]:
    """Carry out what a person decided about matters; return the new state and the ids of the matters touched.

    :raises StateUsed: the state was already carried on.
    :raises UnknownMatter: no matter has that id; nothing has changed.
    :raises NotInMatter: an item to be parted is not in the matter; nothing has changed.
    """
    touched = decided(decision, state.current())
    return state.carried(), touched


def without_heads(state: State, items: Collection[str]) -> State:
    """Return the state without the first words of these items; which matter anything joins does not depend on them.

    A matter can no longer be titled with what such an item said.

    :raises StateUsed: the state was already carried on.
    """
    gone = frozenset(items)
    for cluster in state.current().clusters.values():
        cluster.records = [one._replace(head="") if one.id in gone else one for one in cluster.records]
    return state.carried()


def dump(state: State) -> bytes:
    """Return the state as bytes: the same for the same history on every machine; no pickle.

    :raises StateUsed: the state was already carried on.
    """
    memory = state.current()
    serials = list(memory.index.order)
    said = {
        "serial": memory.serial,
        "matters": memory.matters,
        "joined": sorted(memory.joined.items()),
        "copies": sorted(memory.copies.items()),
        "times": list(memory.times),
        "clusters": [_cluster(one) for _, one in sorted(memory.clusters.items())],
        "traces": [[n, memory.matter_of[n], memory.id_of[n], *_trace(memory.index.traces[n])] for n in serials],
        "prints": [[n, memory.originals.prints[n], sorted(memory.originals.units.get(n, ()))] for n in serials],
    }
    return _MARK + zlib.compress(
        json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), 6
    )


def _cluster(one: Cluster) -> list[Any]:
    records = [_record(record) for record in one.records]
    return [one.number, one.first_at, one.last_at, one.items, sorted(one.sources), one.absorbed, records]


def _record(record: Record) -> list[Any]:
    row: list[Any] = list(record)
    row[_HARM], row[_TAGS] = astuple(record.harm), sorted(record.tags)
    return row


def _trace(one: Trace) -> list[Any]:
    sets = [sorted(some) for some in (one.lead, one.pairs, one.units, one.kinds, one.places)]
    return [one.words, one.front, one.hour, one.stream, one.topic, *sets]


def load(content: bytes) -> State:
    """Return the state that `dump` wrote.

    :raises StateUnreadable: the bytes are damaged or of another version.
    """
    if not content.startswith(_MARK):
        raise StateUnreadable("unknown mark")
    try:
        said = json.loads(zlib.decompress(content[len(_MARK) :]).decode("utf-8", "surrogatepass"))
        return State(_memory(said), 0)
    except (zlib.error, ValueError, KeyError, TypeError, IndexError) as broken:
        raise StateUnreadable(str(broken)) from broken


def _memory(said: dict[str, Any]) -> Memory:
    memory = Memory(
        serial=said["serial"], matters=said["matters"], joined=dict(said["joined"]), copies=dict(said["copies"])
    )
    memory.times.extend(said["times"])
    for number, first, last, items, sources, absorbed, records in said["clusters"]:
        known = [_known(row) for row in records]
        memory.clusters[number] = Cluster(number, first, last, items, known, set(sources), absorbed)
    for serial, matter, item, *row in said["traces"]:
        memory.matter_of[serial], memory.id_of[serial] = matter, item
        add(serial, _known_trace(row), memory.index)
    for serial, marks, units in said["prints"]:
        remember(serial, tuple(marks), frozenset(units), memory.originals)
    return memory


def _known_trace(row: list[Any]) -> Trace:
    words, front, hour, stream, topic, *sets = row
    lead, pairs, units, kinds, places = map(frozenset, sets)
    named = institutions(front)
    return Trace(words, length_of(words), lead, pairs, front, units, hour, kinds, stream, places, topic, named)


def _known(row: list[Any]) -> Record:
    row[_HARM] = Harm(*row[_HARM])
    row[_TAGS] = frozenset(row[_TAGS])
    row[-1] = tuple(row[-1])
    return Record(*row)
