"""Items of every kind that retention meets, for the tests."""

from datetime import timedelta

from xiangyin.monitoring.models import Demand, Event, EventItem, Item, Waiting
from xiangyin.monitoring.operations.analysis.run import analyse_place
from xiangyin.monitoring.operations.keep_item import new_item
from xiangyin.monitoring.operations.log_call import Caller, log_call
from xiangyin.monitoring.operations.retention.run import purge_place
from xiangyin.monitoring.rules.demand import DEMAND_STEPS
from xiangyin.shared.sealed.models import Purge
from xiangyin.shared.steps.command import Command

DAY = 24 * 60


def said(town, text: str, *, days_ago: float = 0, **more) -> Item:
    """An item that arrived so long ago."""
    at = town.now - timedelta(days=days_ago)
    item = new_item(
        jurisdiction_id=town.place.id, channel="hotline", origin="test", title="", text=text, source="热线",
        published_at=at, now=at, url="https://example.org/1", external_id="12", author_key="a" * 32,
        engagement={"views": 3}, **more,
    )  # fmt: skip
    item.save(force_insert=True)
    return item


def analyse(town) -> int:
    return analyse_place(town.place.id, clock=lambda: town.now)


def purge(town) -> Purge | None:
    """Tonight's purge."""
    return purge_place(town.place.id, clock=lambda: town.now)


def as_evidence(town, item: Item) -> Event:
    event = town.call()
    EventItem.objects.create(
        jurisdiction_id=town.place.id, event=event, item=item, text_sha256=item.text_sha256, added_at=town.now
    )
    return event


def behind_a_demand(town, item: Item) -> Demand:
    town.open(DEMAND_STEPS, "register", Demand(item=item), "李值班", kind="help", asked="修水管")
    return Demand.objects.get(item=item)


def not_judged(_town, item: Item) -> None:
    Waiting.objects.get_or_create(jurisdiction_id=item.jurisdiction_id, item=item)


def asked_for(town, *, phone: str = "电话在此") -> Demand:
    """A demand whose contact data lies sealed, dispatched to 吕联络."""
    caller = Caller(name="某家长", phone=phone, demand_kind="help", asked="孩子在哪里")
    said = Command(answers={"title": "来电", "summary": "", "channel": "phone"})
    event = log_call(caller, actor=town.who("李值班"), command=said, now=town.now)
    demand = Demand.objects.get(event=event)
    ids = {"unit_id": str(town.units["D02"].id), "caseworker_id": str(town.officers["吕联络"].id)}
    return town.take(DEMAND_STEPS, demand.id, "dispatch", "李值班", **ids)
