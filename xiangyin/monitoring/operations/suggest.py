"""The machine's suggestion for a single note, at once: so that the desk sees it before the first clock starts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from xiangyin.engine import values
from xiangyin.engine.analysis import analyse
from xiangyin.engine.state import empty
from xiangyin.monitoring.operations.analysis.keeper import colour_of, reason_of
from xiangyin.monitoring.ports import outer
from xiangyin.monitoring.queries.engine_values import township_of
from xiangyin.organization.models import Jurisdiction


@dataclass(frozen=True, slots=True)
class Suggested:
    """A colour or None, and why."""

    colour: int | None
    reasons: list[dict[str, Any]]


def suggest(place: Jurisdiction, *, channel: str, title: str, text: str, now: datetime) -> Suggested:
    """What the engine suggests for one note by itself. A named person decides."""
    item = values.Item(id="note", published_at=now, channel=channel, source="desk", title=title or None, text=text)
    _state, batch = analyse(
        empty(), [item], township=township_of(place), models=outer().models(), ladder=outer().ladder, now=now
    )
    [matter] = batch.matters
    return Suggested(colour_of(matter.level), [reason_of(each) for each in matter.reasons])
