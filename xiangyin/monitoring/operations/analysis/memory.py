"""The engine's memory of a jurisdiction: kept in the process, snapshot now and then, replayed from items otherwise."""

from uuid import UUID

from xiangyin.engine.analysis import take_in
from xiangyin.engine.reading import read
from xiangyin.engine.setting import Setting
from xiangyin.engine.state import State, dump, empty, load
from xiangyin.monitoring.models import EngineMemory, Item, Judgement
from xiangyin.monitoring.ports import outer
from xiangyin.monitoring.queries.engine_values import item_of

SNAPSHOT_AFTER = 2000  # judged items; replaying so many takes about half a second
REPLAY_BATCH = 500

_kept: dict[UUID, tuple[int, State]] = {}


def claim(jurisdiction_id: UUID) -> EngineMemory | None:
    """Lock the jurisdiction's memory for this transaction, or None if another worker has it."""
    EngineMemory.objects.get_or_create(jurisdiction_id=jurisdiction_id)
    rows = EngineMemory.objects.select_for_update(skip_locked=True)
    return rows.filter(jurisdiction_id=jurisdiction_id).first()


def recall(row: EngineMemory, setting: Setting) -> State:
    """The state after the row's last batch. Taken out of the keeping: whoever fails with it has spoiled nothing."""
    generation, state = _kept.pop(row.jurisdiction_id, (-1, None))
    if state is not None and generation == row.generation:
        return state
    return _replayed(row, setting)


def _replayed(row: EngineMemory, setting: Setting) -> State:
    state = load(bytes(row.snapshot)) if row.snapshot else empty()
    judged = Judgement.objects.filter(jurisdiction_id=row.jurisdiction_id, generation__gt=row.snapshot_generation)
    ids = list(judged.order_by("serial").values_list("item_id", flat=True))
    for start in range(0, len(ids), REPLAY_BATCH):
        part = ids[start : start + REPLAY_BATCH]
        items = Item.objects.in_bulk(part)
        readings = read([item_of(items[pk]) for pk in part], setting)
        state, _ = take_in(state, readings, models=outer().models())
    return state


def carry_on(row: EngineMemory, *, judged: int, whole: bool, state: State) -> None:
    """Note that a batch is done; with `whole` (a person decided) or after enough items, take a snapshot."""
    row.generation += 1
    row.judged_since += judged
    if whole or row.judged_since >= SNAPSHOT_AFTER:
        row.snapshot, row.snapshot_generation, row.judged_since = dump(state), row.generation, 0
    row.save()


def keep(jurisdiction_id: UUID, generation: int, state: State) -> None:
    """Keep the state in this process for the next batch; called when the transaction is through."""
    _kept[jurisdiction_id] = (generation, state)


def forget() -> None:
    """Forget every state kept in this process."""
    _kept.clear()
