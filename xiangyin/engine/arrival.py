"""An item arrives: is it a copy, which matter does it join, what is remembered of it."""

from xiangyin.engine.duplicates import Copy, original_of, remember
from xiangyin.engine.grouping.choose import best_matter, likeness
from xiangyin.engine.grouping.index import add
from xiangyin.engine.grouping.institutions import elsewhere
from xiangyin.engine.grouping.matters import Memory, living, opened
from xiangyin.engine.grouping.pair import PairModels
from xiangyin.engine.grouping.trace import Trace
from xiangyin.engine.reading import Reading

COPIES = 3  # copies of one text that are remembered beside it


def arrive(reading: Reading, memory: Memory, models: PairModels) -> tuple[str | None, int]:
    """Take in one item; return the id of the item that it copies (or None) and the number of its matter.

    Time per item does not grow with what is remembered: every list that is looked through is bounded.
    """
    copy = original_of(reading.prints, reading.trace.units, memory.originals)
    if copy and _is_elsewhere(reading.trace, memory.index.traces.get(copy.serial)):
        copy = None  # one call to the duty officer reads like another, about another school
    found = _matter(reading, copy, memory, models)
    if copy and not copy.sure and found != living(memory.matter_of[copy.serial], memory):
        copy = None  # a shared passage, told of another thing
    cluster = memory.clusters[found] if found is not None else opened(reading.record.at, memory)
    serial = memory.serial
    memory.serial += 1
    memory.times.append(reading.record.at)
    cluster.take(reading.record._replace(serial=serial, copy=copy is not None))
    copied = memory.id_of[copy.serial] if copy else None
    if _is_worth_keeping(copy, memory):
        _keep(serial, reading, cluster.number, memory, copy=copy is not None)
    return copied, cluster.number


def _is_elsewhere(mine: Trace, original: Trace | None) -> bool:
    return original is not None and elsewhere(mine.named, original.named)


def _matter(reading: Reading, copy: Copy | None, memory: Memory, models: PairModels) -> int | None:
    """The matter of a sure copy is its original's; a text that was changed more must be like it in other ways too."""
    if copy and copy.sure:
        return living(memory.matter_of[copy.serial], memory)
    scored = likeness(reading.trace, memory.index, models)
    here = {serial: living(memory.matter_of[serial], memory) for serial, _ in scored}
    return best_matter(scored, here)


def _is_worth_keeping(copy: Copy | None, memory: Memory) -> bool:
    """Of one text's copies the first few are remembered: a thing that many repeat is surer, and enough is enough."""
    if copy is None:
        return True
    memory.copies[copy.serial] = memory.copies.get(copy.serial, 0) + 1
    return memory.copies[copy.serial] <= COPIES


def _keep(serial: int, reading: Reading, number: int, memory: Memory, *, copy: bool) -> None:
    memory.matter_of[serial] = number
    memory.id_of[serial] = reading.item.id
    add(serial, reading.trace, memory.index)
    # A copy leaves no prints: later copies are the original's.
    forgotten = remember(serial, () if copy else reading.prints, reading.trace.units, memory.originals)
    if forgotten is not None:
        del memory.matter_of[forgotten], memory.id_of[forgotten]
        memory.copies.pop(forgotten, None)
