"""Judging what waits: one batch of one jurisdiction, all or nothing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from xiangyin.engine.analysis import analyse
from xiangyin.engine.state import State
from xiangyin.engine.values import Batch, ItemJudgement
from xiangyin.monitoring.models import Item, Judgement, Waiting
from xiangyin.monitoring.operations.analysis import memory
from xiangyin.monitoring.operations.analysis.decisions import carry_out
from xiangyin.monitoring.operations.analysis.keeper import Keeper
from xiangyin.monitoring.ports import outer
from xiangyin.monitoring.queries.engine_values import item_of, township_of
from xiangyin.organization.models import Jurisdiction
from xiangyin.shared.access.tenancy import within

BATCH = 500


@dataclass(frozen=True, slots=True)
class Judged:
    """What one batch did. `to_look_at` are matters that ask for a person's eye."""

    items: int
    decisions: int
    touched: int
    to_look_at: tuple[UUID, ...]


NOTHING = Judged(0, 0, 0, ())


def judge_waiting(place: Jurisdiction, *, now: datetime) -> Judged:
    """Carry out what people decided about matters, then judge up to `BATCH` waiting items in order of arrival.

    Safe to call on several machines: whoever cannot have the jurisdiction's memory does nothing.
    """
    with within(place.id):
        row = memory.claim(place.id)
        if row is None:
            return NOTHING
        township = township_of(place)
        state = memory.recall(row, township)
        state, decided = carry_out(state, place, now=now)
        waiting = list(Waiting.objects.filter(jurisdiction=place).order_by("serial")[:BATCH])
        state, judged = _judge(state, place, waiting, generation=row.generation + 1, now=now)
        if waiting or decided:
            whole = decided > 0 or memory.has_moved(row, township)
            memory.carry_on(row, judged=len(waiting), whole=whole, state=state, township=township)
    memory.keep(place.id, row.generation, state)
    return Judged(len(waiting), decided, judged.touched, judged.to_look_at)


def _judge(
    state: State, place: Jurisdiction, waiting: list[Waiting], *, generation: int, now: datetime
) -> tuple[State, Judged]:
    if not waiting:
        return state, NOTHING
    items = Item.objects.in_bulk([each.item_id for each in waiting])
    in_order = [items[each.item_id] for each in waiting]
    state, batch = analyse(
        state, list(map(item_of, in_order)), township=township_of(place), models=outer().models(),
        ladder=outer().ladder, now=now,
    )  # fmt: skip
    keeper = Keeper(place, now)
    keeper.keep(batch.matters)
    serials = {str(each.item_id): each.serial for each in waiting}
    Judgement.objects.bulk_create(
        _row(said, serials[said.id], keeper, generation=generation, now=now) for said in batch.judgements
    )
    Waiting.objects.filter(serial__in=serials.values()).delete()
    return state, Judged(len(waiting), 0, len(batch.touched), keeper.to_look_at(_fresh(in_order, batch)))


def _fresh(items: list[Item], batch: Batch) -> set[str]:
    """The matters that something new was said about; imported history wakes nobody."""
    news = {str(item.id) for item in items if not item.is_history and item.mode == "actual"}
    return {said.matter for said in batch.judgements if said.id in news}


def _row(said: ItemJudgement, serial: int, keeper: Keeper, *, generation: int, now: datetime) -> Judgement:
    return Judgement(
        item_id=UUID(said.id), jurisdiction=keeper.place, serial=serial, generation=generation,
        matter_id=keeper.id_of(said.matter), duplicate_of_id=UUID(said.duplicate_of) if said.duplicate_of else None,
        in_scope=said.in_scope, places=[_place(place) for place in said.places], topic=said.topic or "",
        unit_id=keeper.unit_id(said.department), sentiment=said.sentiment, emotion=said.emotion or "",
        harm=_harm(said), demand=said.demand or "", stance=said.stance, judged_at=now,
    )  # fmt: skip


def _place(place: object) -> dict[str, object]:
    return {name: getattr(place, name) for name in place.__slots__}  # type: ignore[attr-defined]


def _harm(said: ItemJudgement) -> dict[str, object]:
    told = {name: getattr(said.harm, name) for name in said.harm.__slots__}
    return {name: value for name, value in told.items() if value not in (None, False)}
