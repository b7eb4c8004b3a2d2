"""The drill's own clock: it starts, stands still, goes on from where it stood, and ends for good."""

from datetime import timedelta

from xiangyin.shared.clock.models import Timeline
from xiangyin.shared.obligations.keep import drop_timeline
from xiangyin.shared.outbox.enqueue import cancel_timeline
from xiangyin.shared.steps.taken import Taken


def start_clock(taken: Taken) -> None:
    """From now on the drill's clock goes with the actual one."""
    timeline = _timeline(taken)
    timeline.offset, timeline.stopped_at = timedelta(), None
    timeline.save(update_fields=["offset", "stopped_at"])


def hold_clock(taken: Taken) -> None:
    timeline = _timeline(taken)
    timeline.stopped_at = timeline.at(taken.now)
    timeline.save(update_fields=["stopped_at"])


def release_clock(taken: Taken) -> None:
    """The time that passed during the pause did not pass for the drill."""
    timeline = _timeline(taken)
    timeline.offset, timeline.stopped_at = timeline.at(taken.now) - taken.now, None
    timeline.save(update_fields=["offset", "stopped_at"])


def end_clock(taken: Taken) -> None:
    """The drill's clocks and notices fall silent, and nothing in it can be done any more: what the ledger shows, it keeps."""
    timeline = _timeline(taken)
    timeline.stopped_at, timeline.ended_at = timeline.at(taken.now), taken.now
    timeline.save(update_fields=["stopped_at", "ended_at"])
    drop_timeline(timeline.pk, now=timeline.stopped_at)
    cancel_timeline(timeline.pk)


def _timeline(taken: Taken) -> Timeline:
    """The drill's clock, locked: two acts of the controller must not both move it."""
    return Timeline.objects.select_for_update().get(pk=taken.subject.played_on_id)
