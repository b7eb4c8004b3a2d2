"""What came in between two moments, in numbers: actual items, matters, events and demands, no drill among them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from xiangyin.monitoring.models import Demand, Event, Item, Matter
from xiangyin.monitoring.queries.matters import living
from xiangyin.monitoring.terms import ANSWERED, Channel, DemandState
from xiangyin.shared.ledger.models import Mode

HOTTEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Counts between two moments. `channels` by label, the most first; `colours` of new matters by 1 red … 4 blue."""

    items: int
    channels: tuple[tuple[str, int], ...]
    matters: int
    colours: tuple[tuple[int, int], ...]
    hottest: tuple[Matter, ...]
    events: tuple[Event, ...]
    ended: int
    demands: int
    answered: int
    unanswered: int


def between(start: datetime, end: datetime) -> Span:
    """Count what happened from `start` to before `end`. Eight queries, each by an index of time or a short table."""
    span = (start, end)
    items = Item.objects.filter(mode=Mode.ACTUAL, is_history=False, arrived_at__range=span)
    by_channel = items.values_list("channel").annotate(n=Count("id")).order_by("-n", "channel")
    matters = living().filter(last_at__range=span)
    events = Event.objects.filter(mode=Mode.ACTUAL)
    demands = Demand.objects.filter(mode=Mode.ACTUAL)
    new = matters.filter(first_at__range=span)
    channels = tuple((str(Channel(name).label), n) for name, n in by_channel)
    return Span(
        items=sum(n for _name, n in channels), channels=channels, matters=new.count(),
        colours=tuple(new.exclude(colour=None).values_list("colour").annotate(n=Count("id")).order_by("colour")),
        hottest=tuple(matters.order_by("-heat", "-last_at")[:HOTTEST]),
        events=tuple(events.filter(logged_at__range=span).order_by("logged_at")),
        ended=events.filter(ended_at__range=span).count(),
        demands=demands.filter(registered_at__range=span).count(),
        answered=demands.filter(answered_at__range=span).count(),
        unanswered=demands.exclude(state__in=(*ANSWERED, DemandState.TRANSFERRED)).count(),
    )  # fmt: skip
