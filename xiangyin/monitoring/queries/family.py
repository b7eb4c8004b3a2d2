"""An event and those merged into it: together they are one file."""

from uuid import UUID

from xiangyin.monitoring.models import Event


def family_of(event_id: UUID) -> list[UUID]:
    """The event's id and the ids of all it has absorbed, at any depth. One query for each depth."""
    family, newest = [event_id], [event_id]
    while newest:
        newest = list(Event.objects.filter(merged_into__in=newest).order_by("number").values_list("pk", flat=True))
        family += newest
    return family


def family_heads() -> dict[UUID, UUID]:
    """For every event of the tenant that was merged, the one that carries it now, at any depth. One query."""
    rows = Event.objects.filter(merged_into__isnull=False).values_list("pk", "merged_into")
    into = {event_id: head for event_id, head in rows if head is not None}
    heads: dict[UUID, UUID] = {}
    for event_id in into:
        head = event_id
        while head in into:
            head = into[head]
        heads[event_id] = head
    return heads


def survivors(event: Event) -> list[Event]:
    """Open events that this one could be merged into, the newest first. One query."""
    open_ones = Event.objects.filter(state__in=("logged", "verifying"), mode=event.mode, timeline=event.timeline_id)
    return list(open_ones.exclude(pk=event.pk).order_by("-logged_at")[:100])
