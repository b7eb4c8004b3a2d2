"""When a level changes, papers still in work change hands with it."""

from xiangyin.documents.queries.documents import in_work
from xiangyin.shared.steps.take import Taken


def recolour_papers(taken: Taken) -> None:
    """Give the event's papers in work the new level: who approves depends on it."""
    in_work().filter(event_id=taken.subject.event_id).update(colour=taken.subject.colour)
