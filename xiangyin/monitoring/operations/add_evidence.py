"""Items become evidence of an event, each sealed by the hash of its text; their matters are then looked after."""

from collections.abc import Sequence
from datetime import datetime

from xiangyin.monitoring.models import Event, EventItem, Item
from xiangyin.monitoring.operations.take_up import take_up
from xiangyin.monitoring.queries.matters import matters_of
from xiangyin.shared.steps.taken import Taken


def add_evidence(event: Event, items: Sequence[Item], *, now: datetime) -> None:
    """Seal the items as they are now, and end the wait for a look at the matters that they come from."""
    seal_items(event, items, now=now)
    for matter in matters_of([event.id]):
        take_up(matter, now=now)


def seal_items(event: Event, items: Sequence[Item], *, now: datetime) -> None:
    """Bind the items to the event with the hash of their text as it is now."""
    EventItem.objects.bulk_create(
        EventItem(
            jurisdiction_id=event.jurisdiction_id, event=event, item=item, text_sha256=item.text_sha256, added_at=now
        )
        for item in items
    )


def add_chosen(taken: Taken) -> None:
    """Consequence of `add_items`: what was ticked becomes evidence."""
    chosen = Item.objects.filter(pk__in=taken.answers["items"]).order_by("published_at", "id")
    add_evidence(taken.subject, list(chosen), now=taken.now)
