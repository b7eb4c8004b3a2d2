from xiangyin.monitoring.models.demand import Demand
from xiangyin.monitoring.models.event import Event, EventItem
from xiangyin.monitoring.models.item import Item

__all__ = ["Demand", "Event", "EventItem", "Item"]
