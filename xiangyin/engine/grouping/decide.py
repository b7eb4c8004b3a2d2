"""What a person decides about matters: respected for ever."""

from dataclasses import dataclass

from xiangyin.engine.grouping.matters import RECORDS, Cluster, Memory, drop_one, living, name, opened
from xiangyin.engine.values import Join, Part


class UnknownMatter(Exception):  # noqa: N818  # named after what is wrong
    """There is no matter of that id."""


@dataclass(frozen=True, slots=True)
class NotInMatter(Exception):  # noqa: N818  # named after what could not be done
    """These items are not (or no longer) remembered as items of the matter."""

    items: tuple[str, ...]


def numbered(matter: str, memory: Memory) -> int:
    """Return the number of the living matter of an id.

    :raises UnknownMatter: no matter has that id.

    >>> numbered("M1", Memory(joined={1: 2}, clusters={2: Cluster(2, 0, 0)}))
    2
    """
    number = living(int(matter[1:]), memory) if matter[1:].isdigit() else 0
    if number not in memory.clusters:
        raise UnknownMatter(matter)
    return number


def join(decision: Join, memory: Memory) -> tuple[int, ...]:
    """Make one matter of two; the older id survives. Return the numbers touched.

    :raises UnknownMatter: one of them does not exist.
    """
    first, second = sorted((numbered(decision.a, memory), numbered(decision.b, memory)))
    if first == second:
        return ()
    kept, gone = memory.clusters[first], memory.clusters.pop(second)
    kept.records = sorted((*kept.records, *gone.records), key=lambda r: r.serial)
    while len(kept.records) > RECORDS:
        drop_one(kept.records)
    kept.items += gone.items
    kept.sources |= gone.sources
    kept.first_at, kept.last_at = min(kept.first_at, gone.first_at), max(kept.last_at, gone.last_at)
    kept.absorbed += [second, *gone.absorbed]
    memory.joined[second] = first
    return (first,)


def part(decision: Part, memory: Memory) -> tuple[int, ...]:
    """Make the named items a matter of their own. Return the numbers touched, the new one last.

    :raises UnknownMatter: the matter does not exist.
    :raises NotInMatter: some items are not in it.
    """
    number = numbered(decision.matter, memory)
    old = memory.clusters[number]
    wanted = set(decision.items)
    moved = [record for record in old.records if record.id in wanted]
    missing = wanted - {record.id for record in moved}
    if missing or not moved:
        raise NotInMatter(tuple(sorted(missing)))
    new = opened(moved[0].at, memory)
    for record in moved:
        new.take(record)
        if record.serial in memory.matter_of:
            memory.matter_of[record.serial] = new.number
    _left(old, wanted)
    return number, new.number


def _left(old: Cluster, gone: set[str]) -> None:
    stay = [record for record in old.records if record.id not in gone]
    old.items -= len(old.records) - len(stay)
    if old.items == len(stay):  # every item is still known one by one, so that counts can be exact
        old.sources = {record.source for record in stay}
        if stay:
            old.first_at, old.last_at = min(r.at for r in stay), max(r.at for r in stay)
    old.records = stay


def decided(decision: Join | Part, memory: Memory) -> tuple[str, ...]:
    """Carry out one decision; return the ids of the matters touched."""
    touched = join(decision, memory) if isinstance(decision, Join) else part(decision, memory)
    return tuple(name(number) for number in touched)
