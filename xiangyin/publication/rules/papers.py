"""How papers are born on an event's page: they carry the level of its warning."""

from xiangyin.documents.models import Document
from xiangyin.monitoring.models import Event
from xiangyin.warning.queries.warnings import newest


def paper_of_event(event: Event) -> Document:
    """A paper of the event, not yet drafted."""
    warning = newest(event.id)
    return Document(
        event_id=event.id, colour=warning.colour if warning else None, mode=event.mode, timeline_id=event.timeline_id
    )


def correction_of(statement: Document) -> Document:
    """A correction of an issued statement; both stay in sight."""
    return Document(
        event_id=statement.event_id, colour=statement.colour, mode=statement.mode, timeline_id=statement.timeline_id,
        corrects=statement,
    )  # fmt: skip
