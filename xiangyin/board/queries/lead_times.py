"""The moments of events, read from the chapters that own them (1.3.2)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from xiangyin.board.queries.lead_time import Moments
from xiangyin.monitoring.queries.events import Event, first_items
from xiangyin.response.queries.responses import first_started
from xiangyin.warning.queries.warnings import first_issued

Times = Mapping[UUID, datetime | None]


def moments_of(heads: Mapping[UUID, UUID], events: Iterable[Event]) -> dict[UUID, Moments]:
    """The moments of each event that heads a family, by its id. Three queries beside the events' own.

    `heads` names the head of each member (itself for the head), `events` are all members. What was merged is one file,
    so each moment is the earliest in the family. An item published after the finding led to nothing and does not count.
    """
    members = list(events)
    items, issued, started = (read(list(heads)) for read in (first_items, first_issued, first_started))
    found = _earliest({each.id: each.found_at for each in members}, heads)
    logged = _earliest({each.id: _logged_at(each) for each in members}, heads)
    said, warned, begun = (_earliest(times, heads) for times in (items, issued, started))
    imported = {heads[event_id] for event_id in items} - said.keys()
    return {
        head: Moments(
            _not_after(said.get(head), found[head]), found[head], logged[head], warned.get(head), begun.get(head),
            from_history=head in imported,
        )
        for head in found
    }  # fmt: skip


def _logged_at(event: Event) -> datetime:
    """What was split off had been logged with the event that it was split from."""
    source = event.split_from
    return min(event.logged_at, source.logged_at) if source else event.logged_at


def _earliest(times: Times, heads: Mapping[UUID, UUID]) -> dict[UUID, datetime]:
    least: dict[UUID, datetime] = {}
    for event_id, at in times.items():
        if at is not None:
            head = heads[event_id]
            least[head] = min(at, least.get(head, at))
    return least


def _not_after(at: datetime | None, found_at: datetime) -> datetime | None:
    return at if at is not None and at <= found_at else None
