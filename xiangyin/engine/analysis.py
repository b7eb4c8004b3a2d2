"""The whole way of a batch: read each item by itself, then let it join what is known."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from xiangyin.engine.arrival import arrive
from xiangyin.engine.forecast import ForecastModel, ahead_of
from xiangyin.engine.grading.ladder import Ladder
from xiangyin.engine.grading.suggest import suggest
from xiangyin.engine.grouping.decide import numbered
from xiangyin.engine.grouping.matters import Cluster, Memory, name
from xiangyin.engine.heat import heat_of
from xiangyin.engine.model import Models
from xiangyin.engine.moments import moment, plausible
from xiangyin.engine.reading import Reading, read
from xiangyin.engine.record import Record
from xiangyin.engine.setting import prepare
from xiangyin.engine.state import State
from xiangyin.engine.title import title
from xiangyin.engine.values import Batch, Interval, Item, ItemJudgement, Matter, Township

AHEAD_H = (3, 6, 12, 24)
_HOUR = 3600
_PAST_H = 24
_QUIET_H = 48


def analyse(
    state: State,
    items: Sequence[Item],
    *,
    township: Township,
    models: Models,
    ladder: Ladder,
    now: datetime | None = None,
) -> tuple[State, Batch]:
    """Judge a batch of items in order of arrival; return the state carried on and the batch's answer.

    Two batches judge as one would. The matters touched are graded under `ladder` as of `now` (default: the latest
    plausible time of an item); that is a third of the work for single items, so whole files go through `take_in`.

    :raises StateUsed: the state was already carried on.
    """
    state, batch = take_in(state, read(items, prepare(township, models)), models=models)
    graded = matters(state, models=models, ladder=ladder, now=now, only=batch.touched)
    return state, replace(batch, matters=graded)


def take_in(state: State, readings: Iterable[Reading], *, models: Models) -> tuple[State, Batch]:
    """Let items that were already read (elsewhere, in any process) arrive in order; no matter is graded.

    :raises StateUsed: the state was already carried on.
    """
    memory = state.current()
    judged: list[ItemJudgement] = []
    touched: dict[str, None] = {}
    for reading in readings:
        copied, number = arrive(reading, memory, models.pair)
        judged.append(_judgement(reading, copied, name(number)))
        touched[name(number)] = None
    return state.carried(), Batch(tuple(judged), tuple(touched))


def _judgement(r: Reading, copied: str | None, matter: str) -> ItemJudgement:
    return ItemJudgement(
        r.item.id, copied, matter, r.scope, r.places, r.topic, r.department, r.sentiment, r.emotion, r.harm, r.demand,
        r.stance, r.masked_text,
    )  # fmt: skip


def latest(state: State) -> datetime | None:
    """Return the latest plausible time of an item: a few dates far ahead of all others are taken for errors.

    >>> from xiangyin.engine.state import empty
    >>> latest(empty()) is None
    True
    """
    second = plausible(state.current().times)
    return None if second is None else moment(second)


def matters(
    state: State, *, models: Models, ladder: Ladder, now: datetime | None = None, only: Iterable[str] | None = None
) -> tuple[Matter, ...]:
    """Return the matters (all, or those named), the oldest first, with heat, forecast and level as of `now`.

    `now` defaults to the latest plausible time of an item. Cost: some 50 µs a matter.

    :raises UnknownMatter: a named matter does not exist.
    """
    memory = state.current()
    at = now or latest(state)
    numbers = sorted(memory.clusters) if only is None else sorted({numbered(one, memory) for one in only})
    found = [memory.clusters[number] for number in numbers]
    return tuple(_matter(one, int(at.timestamp()), models, ladder) for one in found if one.items and at)


def _matter(cluster: Cluster, now: int, models: Models, ladder: Ladder) -> Matter:
    records = cluster.records
    said = suggest(records, ladder)
    return Matter(
        name(cluster.number), tuple(map(name, cluster.absorbed)), title(records),
        moment(cluster.first_at), moment(cluster.last_at),
        cluster.items, len(cluster.sources), _heat(records, now), forecast(records, now, models.heat),
        said.level, said.reasons, any(r.scope for r in records),
        _most(r.topic for r in records), _most(r.department for r in records), _places(records),
    )  # fmt: skip


def _heat(records: Sequence[Record], now: int) -> float:
    return heat_of(((r.at, r.source, r.reposts + r.comments) for r in records), now=now)


def forecast(records: Sequence[Record], now: int, model: ForecastModel | None) -> tuple[Interval, ...]:
    """Return the heat expected 3, 6, 12 and 24 hours from `now` (seconds), with 80 % intervals.

    () without a model, and for matters that nobody has spoken of for two days.

    The model learned how attention to public topics rises and falls; on one township's matters it is unproven.
    """
    if model is None or now - max(r.at for r in records) > _QUIET_H * _HOUR:
        return ()
    first = max(min(r.at for r in records), now - _PAST_H * _HOUR)
    span = max(0, (now - first) // _HOUR)
    hours = list(range(span + 1))
    values = [_SCALE * _heat(records, now - (span - hour) * _HOUR) for hour in hours]
    began = moment(now - span * _HOUR).hour
    said = [ahead_of(hours, values, first_hour=began, ahead=ahead, model=model) for ahead in AHEAD_H]
    return tuple(
        Interval(moment(now + ahead * _HOUR), *(round(v / _SCALE, 4) for v in (e.low, e.mid, e.high)))
        for ahead, e in zip(AHEAD_H, said, strict=True)
    )


_SCALE = 10_000.0  # the learned series count in tens of thousands


def _most(found: Iterable[str | None]) -> str | None:
    counts: dict[str, int] = {}
    for one in found:
        if one is not None:
            counts[one] = counts.get(one, 0) + 1
    return max(counts, key=lambda one: counts[one]) if counts else None


def _places(records: Sequence[Record]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for record in records for code in record.places))


def memory_of(state: State) -> Memory:
    """Return the memory of a state, for benchmarks that look at its size."""
    return state.current()
