from xiangyin.monitoring.models.column_mapping import ColumnMapping
from xiangyin.monitoring.models.demand import Demand
from xiangyin.monitoring.models.engine_memory import EngineMemory
from xiangyin.monitoring.models.event import Event, EventItem
from xiangyin.monitoring.models.item import Item
from xiangyin.monitoring.models.judgement import Judgement, Waiting
from xiangyin.monitoring.models.matter import Matter, MatterDecision
from xiangyin.monitoring.models.reject import RejectBatch, RejectedRow
from xiangyin.monitoring.models.source import Source
from xiangyin.monitoring.models.upload import Upload

__all__ = [
    "ColumnMapping",
    "Demand",
    "EngineMemory",
    "Event",
    "EventItem",
    "Item",
    "Judgement",
    "Matter",
    "MatterDecision",
    "RejectBatch",
    "RejectedRow",
    "Source",
    "Upload",
    "Waiting",
]
