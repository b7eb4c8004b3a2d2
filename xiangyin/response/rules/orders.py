"""Orders given by hand during an event: a task to a unit (2.2.2, 4.1.2)."""

from xiangyin.monitoring.models import Event
from xiangyin.organization.models import Task
from xiangyin.warning.queries.warnings import newest


def task_on(event: Event) -> Task | None:
    """A task of the event, not yet assigned; None when the event is over."""
    if event.ended_at is not None:
        return None
    warning = newest(event.id)
    return Task(
        event_id=event.id, colour=warning.colour if warning else event.suggested_colour, mode=event.mode,
        timeline_id=event.timeline_id,
    )  # fmt: skip
