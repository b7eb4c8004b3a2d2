"""An event is closed when its aftermath is; its warning is lifted when its response ends."""

from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.shared.steps.take import Taken, take


def close_event(taken: Taken) -> None:
    """Close the event of a closed aftermath."""
    take(
        EVENT_STEPS, taken.subject.event_id, "close", actor=taken.machine, command=taken.consequence(), now=taken.now
    )
