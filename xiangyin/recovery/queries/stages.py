"""The one query through which the stage of events is read."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from xiangyin.recovery.models import EventStage

LABELS: dict[str, str | Promise] = {
    "logged": _("已登记，待接手"),
    "verifying": _("核实中"),
    "warned": _("预警中"),
    "responding": _("响应中"),
    "aftermath": _("善后中"),
    "closed": _("已办结"),
    "dismissed": _("已排除"),
    "merged": _("已并入"),
    "cancelled": _("已撤销"),
}


@dataclass(frozen=True, slots=True)
class Stage:
    """`colour` is the level in force, or the one proposed; None without any."""

    word: str
    label: str
    colour: int | None


def stages(event_ids: Collection[UUID]) -> dict[UUID, Stage]:
    """The stage of each event. One query."""
    rows = EventStage.objects.filter(event_id__in=event_ids).values_list("event_id", "stage", "colour")
    return {pk: Stage(word, str(LABELS[word]), colour) for pk, word, colour in rows}


def stage(event_id: UUID) -> Stage:
    return stages([event_id])[event_id]
