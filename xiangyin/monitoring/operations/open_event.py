"""Opening an event from items that somebody has read (E1): the machine groups, a named person opens."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from xiangyin.monitoring.models import Event, Item
from xiangyin.monitoring.operations.add_evidence import add_evidence
from xiangyin.monitoring.queries.matters import matter_of
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.refusals import StepRefusedError
from xiangyin.shared.steps.take import open_record

MOST_TITLE_CHARS = 60


def event_of(items: Sequence[Item]) -> Event:
    """An event, not yet logged, with what the items tell already: asked once, filled in ever after."""
    first = min(items, key=lambda item: (item.published_at, item.id))
    matter = matter_of(items)
    return Event(
        title=(first.title or first.text)[:MOST_TITLE_CHARS], channel=first.channel, mode=first.mode,
        found_at=min(item.arrived_at for item in items),
        suggested_colour=matter.colour if matter else None, suggestion=matter.reasons if matter else [],
    )  # fmt: skip


@transaction.atomic
def open_event(items: Sequence[Item], *, actor: Actor, command: Command, now: datetime) -> Event:
    """Log an event with these items as its first evidence, each sealed by the hash of its text.

    :raises StepRefusedError: the officer may not log events, or an item was erased since it was shown.
    :raises AnswersInvalidError: the form lacks something.
    """
    event = open_record(EVENT_STEPS, "log", event_of(items), actor=actor, command=command, now=now)
    if event.event_items.exists():
        return event  # the same command again
    if Item.objects.filter(pk__in=[item.pk for item in items], erased_at__isnull=False).exists():
        raise StepRefusedError(_("其中有信息刚刚到期删除，请重新选择。"), clause="1.3.5")
    add_evidence(event, items, now=now)
    return event
