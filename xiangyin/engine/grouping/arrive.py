"""An item arrives: is it a copy, which matter does it join, what is remembered of it."""

from dataclasses import replace

from xiangyin.engine.duplicates import original_of, remember
from xiangyin.engine.grouping.choose import best_matter, likeness
from xiangyin.engine.grouping.index import add
from xiangyin.engine.grouping.matters import Cluster, Memory, living, opened
from xiangyin.engine.grouping.pair import PairModels
from xiangyin.engine.reading import Reading


def arrive(reading: Reading, memory: Memory, model: PairModels) -> tuple[str | None, int]:
    """Take in one item; return the id of the item that it copies (or None) and the number of its matter.

    Time per item does not grow with what is remembered: every list that is looked through is bounded.
    """
    copied = original_of(reading.prints, reading.trace.units, memory.originals)
    cluster = _cluster(reading, copied, memory, model)
    serial = memory.serial
    memory.serial += 1
    memory.times.append(reading.record.at)
    cluster.take(replace(reading.record, serial=serial, copy=copied is not None))
    if copied is None:
        _keep(serial, reading, cluster.number, memory)
        return None, cluster.number
    return memory.id_of[copied], cluster.number


def _cluster(reading: Reading, copied: int | None, memory: Memory, model: PairModels) -> Cluster:
    if copied is not None:
        return memory.clusters[living(memory.matter_of[copied], memory)]
    scored = likeness(reading.trace, memory.index, model)
    here = {serial: living(memory.matter_of[serial], memory) for serial, _ in scored}
    found = best_matter(scored, here)
    return memory.clusters[found] if found is not None else opened(reading.record.at, memory)


def _keep(serial: int, reading: Reading, number: int, memory: Memory) -> None:
    memory.matter_of[serial] = number
    memory.id_of[serial] = reading.item.id
    add(serial, reading.trace, memory.index)
    forgotten = remember(serial, reading.prints, reading.trace.units, memory.originals)
    if forgotten is not None:
        del memory.matter_of[forgotten], memory.id_of[forgotten]
