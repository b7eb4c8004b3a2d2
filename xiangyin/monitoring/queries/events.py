"""Reading events."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Case, F, Min, Q, QuerySet, Value, When

from xiangyin.monitoring.models import Demand, EventItem, Item
from xiangyin.monitoring.models import Event as Event  # noqa: PLC0414 - the board knows the type from here
from xiangyin.monitoring.terms import EventState
from xiangyin.organization.models import Task
from xiangyin.organization.terms import TaskState
from xiangyin.shared.ledger.models import Mode

OPEN = (EventState.LOGGED, EventState.VERIFYING)


def live() -> QuerySet[Event]:
    """Open events, the newest first. The only door: merged, dismissed and closed ones stay outside."""
    return Event.objects.filter(state__in=OPEN).select_related("village").order_by("-logged_at")


def event(event_id: UUID) -> Event | None:
    """One event of the tenant, whatever its state."""
    return Event.objects.filter(pk=event_id).select_related("village", "merged_into").first()


def items_of(event_id: UUID) -> list[Item]:
    """The items of an event, in order of publication. One query."""
    return list(Item.objects.filter(event_items__event_id=event_id).order_by("published_at", "id"))


def evidence_of(event_ids: Collection[UUID]) -> QuerySet[EventItem]:
    """The items of these events with the hash of their text when they were added."""
    return EventItem.objects.filter(event_id__in=event_ids).select_related("item").order_by("added_at", "id")


def demands_of(*event_ids: UUID) -> QuerySet[Demand]:
    """What people ask in this event, or in these (1.1)."""
    return Demand.objects.filter(event_id__in=event_ids).select_related("unit").order_by("registered_at", "id")


def is_carried_on(event_id: UUID) -> bool:
    """Whether a demand or a living task carries the event's matter on. Two queries."""
    gone = (TaskState.WAIVED, TaskState.CANCELLED)
    tasks = Task.objects.filter(event_id=event_id).exclude(state__in=gone)
    return demands_of(event_id).exists() or tasks.exists()


def next_number(jurisdiction_id: UUID, *, mode: str, now: datetime) -> str:
    """The event's number, year and serial: safe because the ledger's head is locked while an event is logged.

    What is not actual counts in a series of its own, so that a drill leaves no gap in the year's events.
    """
    year = now.astimezone(ZoneInfo("Asia/Shanghai")).year
    series = f"{Mode(mode).series}{year}-"
    given = Event.objects.filter(jurisdiction_id=jurisdiction_id, number__startswith=series).count()
    return f"{series}{given + 1:03d}"


def every_event() -> QuerySet[Event]:
    """Every event of the tenant: open ones first, then the newest."""
    closed = Case(When(state__in=OPEN, then=Value(0)), default=Value(1))
    return Event.objects.select_related("village").order_by(closed, "-logged_at")


def events_with(item_id: UUID) -> QuerySet[Event]:
    """The events that an item belongs to."""
    return Event.objects.filter(event_items__item_id=item_id).order_by("-logged_at")


def actual_events() -> QuerySet[Event]:
    """Every event that counts in figures, those merged into others too, the newest first: no drills, none cancelled."""
    rows = Event.objects.filter(mode=Mode.ACTUAL).exclude(state=EventState.CANCELLED)
    return rows.select_related("split_from").order_by("-logged_at", "-id")


def first_items(event_ids: Collection[UUID]) -> dict[UUID, datetime | None]:
    """When the first item of each event was published; None = all are imported history; no key without items. One query.

    What was said at the desk was said when it was heard there: the item itself carries when the thing happened.
    """
    said = Case(When(item__origin="desk", then=F("item__arrived_at")), default=F("item__published_at"))
    rows = EventItem.objects.filter(event_id__in=event_ids).values("event_id")
    first = rows.annotate(first=Min(said, filter=Q(item__is_history=False)))
    return dict(first.values_list("event_id", "first"))
