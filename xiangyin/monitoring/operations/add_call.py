"""What was heard about an event becomes one of its items: sealed by its hash like any other (3.1.1)."""

from datetime import datetime

from xiangyin.monitoring.models import Event, Item
from xiangyin.monitoring.operations.add_evidence import seal_items
from xiangyin.monitoring.operations.keep_item import new_item
from xiangyin.shared.steps.taken import Taken


def add_note(event: Event, *, channel: str, title: str, text: str, at: datetime, now: datetime) -> Item:
    """Keep the note of a call, heard or written at `at`, as an item of the event."""
    note = new_item(
        jurisdiction_id=event.jurisdiction_id, channel=channel, origin="desk", title=title, text=text, published_at=at,
        now=now, mode=event.mode,
    )  # fmt: skip
    note.save(force_insert=True)
    seal_items(event, [note], now=now)
    return note


def keep_further_call(taken: Taken) -> None:
    """A further call about an event in work."""
    said = {name: taken.answers[f"call_{name}"] for name in ("channel", "title", "text")}
    add_note(taken.subject, at=taken.now, now=taken.now, **said)
