"""The engine's memory of a jurisdiction: kept in the process, snapshot now and then, replayed from items otherwise."""

from uuid import UUID

from xiangyin.engine.analysis import take_in
from xiangyin.engine.reading import read
from xiangyin.engine.setting import prepare
from xiangyin.engine.state import State, dump, empty, load
from xiangyin.engine.values import Township
from xiangyin.monitoring.models import EngineMemory, Item, Judgement
from xiangyin.monitoring.ports import outer
from xiangyin.monitoring.queries.engine_values import item_of, township_from, township_json

SNAPSHOT_AFTER = 2000  # judged items; replaying so many takes about half a second
REPLAY_BATCH = 500

_kept: dict[UUID, tuple[int, State]] = {}


def claim(jurisdiction_id: UUID) -> EngineMemory | None:
    """Lock the jurisdiction's memory for this transaction, or None if another worker has it."""
    EngineMemory.objects.get_or_create(jurisdiction_id=jurisdiction_id)
    rows = EngineMemory.objects.select_for_update(skip_locked=True)
    return rows.filter(jurisdiction_id=jurisdiction_id).first()


def wait_for(jurisdiction_id: UUID) -> EngineMemory:
    """Lock the jurisdiction's memory, after the batch that another worker is at. Who judges never waits for the ledger."""
    EngineMemory.objects.get_or_create(jurisdiction_id=jurisdiction_id)
    return EngineMemory.objects.select_for_update().get(jurisdiction_id=jurisdiction_id)


def recall(row: EngineMemory, township: Township) -> State:
    """The state after the row's last batch. Taken out of the keeping: whoever fails with it has spoiled nothing.

    `township` is the present one; what was judged before it changed is replayed as it was read then.
    """
    generation, state = _kept.pop(row.jurisdiction_id, (-1, None))
    if state is not None and generation == row.generation:
        return state
    return _replayed(row, township_from(row.township) if row.township else township)


def has_moved(row: EngineMemory, township: Township) -> bool:
    """Whether villages or units have changed since the last batch: what follows must not be replayed with what was."""
    return bool(row.township) and row.township != township_json(township)


def _replayed(row: EngineMemory, township: Township) -> State:
    state = load(bytes(row.snapshot)) if row.snapshot else empty()
    judged = Judgement.objects.filter(jurisdiction_id=row.jurisdiction_id, generation__gt=row.snapshot_generation)
    ids = list(judged.order_by("serial").values_list("item_id", flat=True))
    setting = prepare(township, outer().models())
    for start in range(0, len(ids), REPLAY_BATCH):
        part = ids[start : start + REPLAY_BATCH]
        items = Item.objects.in_bulk(part)
        readings = read([item_of(items[pk]) for pk in part], setting)
        state, _ = take_in(state, readings, models=outer().models())
    return state


def carry_on(row: EngineMemory, *, judged: int, whole: bool, state: State, township: Township) -> None:
    """Note that a batch is done; with `whole` (what is replayed would not tell it) or after enough items, take a snapshot."""
    row.generation += 1
    row.judged_since += judged
    row.township = township_json(township)
    if whole or row.judged_since >= SNAPSHOT_AFTER:
        row.snapshot, row.snapshot_generation, row.judged_since = dump(state), row.generation, 0
    row.save()


def keep(jurisdiction_id: UUID, generation: int, state: State) -> None:
    """Keep the state in this process for the next batch; called when the transaction is through."""
    _kept[jurisdiction_id] = (generation, state)


def forget() -> None:
    """Forget every state kept in this process."""
    _kept.clear()
