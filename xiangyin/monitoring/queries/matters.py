"""Reading matters."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce

from xiangyin.monitoring.models import Event, EventItem, Item, Judgement, Matter
from xiangyin.monitoring.queries.items import shown

MOST_NEIGHBOURS = 50
LATELY = timedelta(days=30)  # older history does not bury what is alive


def living() -> QuerySet[Matter]:
    """Matters that were not absorbed and of which something is left."""
    return Matter.objects.filter(absorbed_into=None, erased_at=None).select_related("unit")


def matter(matter_id: UUID) -> Matter | None:
    return Matter.objects.filter(pk=matter_id).select_related("unit", "absorbed_into").first()


def family_of(found: Matter) -> list[UUID]:
    """The matter and all it has absorbed: the engine names every one of them, so one level is all. One query."""
    return [found.id, *Matter.objects.filter(absorbed_into=found).values_list("id", flat=True)]


def items_in(found: Matter) -> list[Item]:
    """The items of a matter that were not erased, in order of arrival. Two queries."""
    rows = shown().filter(judgement__matter_id__in=family_of(found))
    return list(rows.select_related("judgement").order_by("judgement__serial"))


def erased_in(found: Matter) -> int:
    """How many items of a matter were erased at the end of their term. Two queries."""
    return Item.objects.filter(judgement__matter_id__in=family_of(found), erased_at__isnull=False).count()


def neighbours_of(found: Matter) -> list[Matter]:
    """Matters that it might be one with: those of the same place, then those of the same topic, the newest first."""
    same_place = Q(places__overlap=found.places) if found.places else Q(pk=None)
    same_topic = Q(topic=found.topic) if found.topic else Q(pk=None)
    nearer = Case(When(same_place, then=Value(0)), default=Value(1))
    near = living().filter(same_place | same_topic).exclude(pk=found.pk)
    return list(near.order_by(nearer, "-last_at")[:MOST_NEIGHBOURS])


def events_of(found: Matter) -> QuerySet[Event]:
    """The events whose evidence lies in a matter, the newest first: whoever logged them, from a post or a call."""
    told = EventItem.objects.filter(item__judgement__matter__in=family_of(found)).values("event")
    return Event.objects.filter(pk__in=told).order_by("-logged_at")


def matters_of(event_ids: Collection[UUID]) -> QuerySet[Matter]:
    """The living matters in which the evidence of these events lies."""
    held = Judgement.objects.filter(item__event_items__event__in=event_ids)
    return (
        living().filter(pk__in=held.values(living_one=Coalesce("matter__absorbed_into", "matter"))).order_by("number")
    )


def further_items(event_ids: Collection[UUID]) -> QuerySet[Item]:
    """What has come to the matters of these events and is evidence of no event yet, the newest first."""
    roots = matters_of(event_ids).values("pk")
    near = Q(judgement__matter__in=roots) | Q(judgement__matter__absorbed_into__in=roots)
    return shown().filter(near, event_items=None).order_by("-published_at", "-id")


def judgement_of(item_id: UUID) -> Judgement | None:
    return Judgement.objects.filter(item_id=item_id).select_related("matter", "unit", "duplicate_of").first()


def matter_of(items: Sequence[Item]) -> Matter | None:
    """The one matter that all these items belong to, if it is one. One query."""
    found = {each.matter for each in Judgement.objects.filter(item__in=items).select_related("matter__absorbed_into")}
    living_ones = {one.absorbed_into or one for one in found}
    return living_ones.pop() if len(living_ones) == 1 else None


ORDERS: dict[str, tuple[str | OrderBy, ...]] = {
    "level": (F("colour").asc(nulls_last=True), "-last_at"),
    "heat": ("-heat", "-last_at"),
    "new": ("-last_at", "-number"),
}


def ranked(order: str, *, now: datetime) -> QuerySet[Matter]:
    """Living matters: the gravest suggestion of late first ("level"), the hottest ("heat") or the newest ("new")."""
    rows = living().filter(last_at__gte=now - LATELY) if order == "level" else living()
    return rows.order_by(*ORDERS[order])
