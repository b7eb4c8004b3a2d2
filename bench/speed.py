"""Items per second of each stage and of the whole, on one core, and how time and memory grow."""

import resource
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random
from time import process_time

from bench.shared import rows
from xiangyin.adapters.engine.models import load
from xiangyin.engine import reading
from xiangyin.engine.analysis import analyse, matters, take_in
from xiangyin.engine.grading.ladder import DEFAULT
from xiangyin.engine.grouping.trace import trace
from xiangyin.engine.harm.read import read as read_harm
from xiangyin.engine.masking.mask import mask_folded
from xiangyin.engine.setting import prepare
from xiangyin.engine.state import empty
from xiangyin.engine.text import fold
from xiangyin.engine.values import Item, Township, Village
from xiangyin.launch.filters.collection import rare_collection
from xiangyin.launch.filters.items import item_from

_BATCH = 512
_HERE = Township(
    "青石镇", "1", ("云溪县",), (Village("11", "石桥村", "村", ("石桥",)), Village("12", "李家村", "村", ("李家",)))
)
_SEED = 3


def items(length: int) -> list[Item]:
    """Return the citizens' messages, title and text as one, cut to so many characters."""
    found = [item_from(row) for row in rows("messages/dev.jsonl")]
    return [replace(one, title=None, text=f"{one.title}{one.text}"[:length]) for one in found]


def changed(found: Sequence[Item], total: int) -> Iterator[Item]:
    """Yield the items again and again, each time with one character in eight changed, until there are `total`."""
    luck = Random(_SEED)  # noqa: S311  # changes, not secrets
    letters = "".join(one.text for one in found)
    for number in range(total):
        old = found[number % len(found)]
        text = list(old.text)
        for _ in range(len(text) // 8 if number >= len(found) else 0):
            text[luck.randrange(len(text))] = letters[luck.randrange(len(letters))]
        yield replace(old, id=f"{old.id}-{number}", text="".join(text))


def stages() -> dict[str, float]:
    """Return items per second of each stage at 70 characters, and of the whole at 70 and 250 (processor time)."""
    found = items(70)
    setting = prepare(_HERE, load())
    folded = [fold(one.whole) for one in found]
    batches = [found[n : n + _BATCH] for n in range(0, len(found), _BATCH)]
    timed: dict[str, Callable[[], object]] = {
        "fold": lambda: [fold(one.whole) for one in found],
        "mask": lambda: [mask_folded(one.whole, f) for one, f in zip(found, folded, strict=True)],
        "harm": lambda: [read_harm(f.text) for f in folded],
        "words": lambda: [trace("", f.text, setting.rarity, places=(), hour=0) for f in folded],
        "reading (all per item)": lambda: [reading.read(batch, setting) for batch in batches],
        "whole pipeline, 70 characters": lambda: _piped(found),
    }
    speeds = {f"{name}, items/s": len(found) / _best(act) for name, act in timed.items()}
    longer = items(250)
    speeds["whole pipeline, 250 characters, items/s"] = len(longer) / _best(lambda: _piped(longer))
    return speeds | {"matters graded, per s": _graded(found)}


def _piped(found: Sequence[Item]) -> object:
    state = empty()
    with rare_collection():
        for n in range(0, len(found), _BATCH):
            state, _ = take_in(state, reading.read(found[n : n + _BATCH], prepare(_HERE, load())), models=load())
    return state


def _graded(found: Sequence[Item]) -> float:
    state, _ = analyse(empty(), found, township=_HERE, models=load(), ladder=DEFAULT)
    return len(state.current().clusters) / _best(lambda: matters(state, models=load(), ladder=DEFAULT))


def _best(act: Callable[[], object], times: int = 3) -> float:
    """The shortest of some runs: others on the machine only ever make it longer."""
    took = []
    for _ in range(times):
        began = process_time()
        act()
        took.append(process_time() - began)
    return min(took)


def growth(total: int) -> dict[str, float]:
    """Return items per second early and late in a run of `total` items, and the memory at its end (MiB)."""
    state, batch, spent = empty(), list[Item](), list[float]()
    with rare_collection():
        for one in changed(items(70), total):
            batch.append(one)
            if len(batch) == _BATCH:
                began = process_time()
                state, _ = take_in(state, reading.read(batch, prepare(_HERE, load())), models=load())
                spent.append(process_time() - began)
                batch = []
    part = 10_240 // _BATCH
    return {
        f"items 10,000 to 20,000 of {total}, items/s": 10_240 / sum(spent[part : 2 * part]),
        f"last 10,000 of {total}, items/s": 10_240 / sum(spent[-part:]),
        "memory, MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def measure_growth() -> dict[str, float]:
    """Return the growth over 60,000 items (a minute); `--only growth-million` takes a million."""
    return growth(60_000)


def measure_million() -> dict[str, float]:
    """Return the growth over a million items."""
    return growth(1_000_000)
