"""Items at the end of their term, erased in place: the engine's memory goes on without them (rights.md 6)."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from xiangyin.engine.state import without_heads
from xiangyin.monitoring.models import Demand, EngineMemory, EventItem, Item, Judgement, Waiting
from xiangyin.monitoring.operations.analysis import memory
from xiangyin.monitoring.operations.retention import night
from xiangyin.monitoring.operations.retention.matters import erase_empty
from xiangyin.monitoring.operations.retention.night import Gone
from xiangyin.monitoring.queries.engine_values import township_of
from xiangyin.organization.queries.figures import figure

BATCH = 2000
QUOTED = ("matched", "start", "end", "reason")  # what a place of a judgement quotes from the text


def due_items(jurisdiction_id: UUID, *, now: datetime) -> QuerySet[Item]:
    """Items past their term, the oldest first: no event's evidence, behind no demand, judged."""
    arrived_before = now - timedelta(days=figure("item_days", jurisdiction_id=jurisdiction_id))
    of_item = {"item": OuterRef("pk")}
    rows = Item.objects.filter(jurisdiction_id=jurisdiction_id, erased_at=None, arrived_at__lte=arrived_before)
    kept = (EventItem.objects.filter(**of_item), Demand.objects.filter(**of_item), Waiting.objects.filter(**of_item))
    for reason in kept:
        rows = rows.filter(~Exists(reason))
    return rows.order_by("arrived_at", "id")


def erase_items(jurisdiction_id: UUID, *, now: datetime) -> Gone:
    """Erase up to `BATCH` due items, and the matters that nothing is left of, after a snapshot of the engine's memory.

    What is replayed after a restart are items judged later, so that everything is grouped as before. The memory is
    stored first and the ledger's head locked last: steps wait for the rows only, not for the memory.
    """
    row = memory.wait_for(jurisdiction_id)  # before it is asked what is due: two machines take turns, batch by batch
    due = due_items(jurisdiction_id, now=now)
    ids = list(due.values_list("id", flat=True)[:BATCH])
    if not ids:
        return Gone()
    _forget_heads(row, ids)
    if not night.begin(jurisdiction_id, now=now):
        return Gone()
    return _erase(list(due.filter(pk__in=ids).values_list("id", flat=True)), now=now)


def _erase(ids: Collection[UUID], *, now: datetime) -> Gone:
    matters = set(Judgement.objects.filter(item__in=ids).values_list("matter_id", flat=True))
    Item.objects.filter(pk__in=ids).update(
        title="", text="", folded="", bigrams=[], url="", author_key="", external_id="", engagement={}, erased_at=now
    )
    _unquote(ids)
    return Gone(Counter(items=len(ids), matters=erase_empty(matters, now=now)))


def _forget_heads(row: EngineMemory, ids: Collection[UUID]) -> None:
    """Take the first words of the items out of the engine's memory, and store it whole."""
    township = township_of(row.jurisdiction)
    state = without_heads(memory.recall(row, township), [str(each) for each in ids])
    memory.carry_on(row, judged=0, whole=True, state=state, township=township)
    transaction.on_commit(partial(memory.keep, row.jurisdiction_id, row.generation, state))


def _unquote(ids: Collection[UUID]) -> None:
    said = list(Judgement.objects.filter(item__in=ids).exclude(places=[]))
    for judgement in said:
        judgement.places = [{name: place[name] for name in place if name not in QUOTED} for place in judgement.places]
    Judgement.objects.bulk_update(said, ["places"], batch_size=500)
