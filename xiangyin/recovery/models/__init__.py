from xiangyin.recovery.models.aftermath import Aftermath
from xiangyin.recovery.models.relief import Relief
from xiangyin.recovery.models.stage import EventStage

__all__ = ["Aftermath", "EventStage", "Relief"]
