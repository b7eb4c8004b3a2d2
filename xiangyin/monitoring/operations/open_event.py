"""Opening an event from items that somebody has read (E1): the machine groups, a named person opens."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from xiangyin.monitoring.models import Event, EventItem, Item
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import open_record

MOST_TITLE_CHARS = 60


def event_of(items: Sequence[Item]) -> Event:
    """An event, not yet logged, with what the items tell already: asked once, filled in ever after."""
    first = min(items, key=lambda item: (item.published_at, item.id))
    return Event(
        title=(first.title or first.text)[:MOST_TITLE_CHARS], channel=first.channel, mode=first.mode,
        found_at=min(item.arrived_at for item in items),
    )  # fmt: skip


@transaction.atomic
def open_event(items: Sequence[Item], *, actor: Actor, command: Command, now: datetime) -> Event:
    """Log an event with these items as its first evidence, each sealed by the hash of its text.

    :raises StepRefusedError: the officer may not log events.
    :raises AnswersInvalidError: the form lacks something.
    """
    event = open_record(EVENT_STEPS, "log", event_of(items), actor=actor, command=command, now=now)
    if event.event_items.exists():
        return event  # the same command again
    EventItem.objects.bulk_create(
        EventItem(
            jurisdiction_id=event.jurisdiction_id, event=event, item=item, text_sha256=item.text_sha256, added_at=now
        )
        for item in items
    )
    return event
