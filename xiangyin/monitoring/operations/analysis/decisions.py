"""What people decided about grouping, carried out in the engine: respected for ever."""

from datetime import datetime

from django.utils.translation import gettext as _

from xiangyin.engine.analysis import matters as graded
from xiangyin.engine.grouping.decide import NotInMatter, UnknownMatter
from xiangyin.engine.state import State, decide
from xiangyin.engine.values import Join, Part
from xiangyin.monitoring.models import Judgement, MatterDecision
from xiangyin.monitoring.operations.analysis.keeper import Keeper
from xiangyin.monitoring.ports import outer
from xiangyin.organization.models import Jurisdiction


def carry_out(state: State, place: Jurisdiction, *, now: datetime) -> tuple[State, int]:
    """Join and part as people said, in their order, and grade anew what changed. Returns how many were carried out."""
    waiting = list(MatterDecision.objects.filter(jurisdiction=place, applied_at=None).order_by("serial"))
    for decision in waiting:
        state = _one(state, decision, place, now=now)
        decision.applied_at = now
        decision.save(update_fields=["applied_at", "problem"])
    return state, len(waiting)


def _one(state: State, decision: MatterDecision, place: Jurisdiction, *, now: datetime) -> State:
    try:
        state, touched = decide(state, _said(decision))
    except (UnknownMatter, NotInMatter):
        decision.problem = str(_("引擎已不记得这些信息（时间太久），未能照办。"))
        return state
    keeper = Keeper(place, now)
    keeper.keep(graded(state, models=outer().models(), ladder=outer().ladder, now=now, only=touched))
    if decision.parted_items and touched:
        Judgement.objects.filter(item_id__in=decision.parted_items).update(matter_id=keeper.id_of(touched[-1]))
    return state


def _said(decision: MatterDecision) -> Join | Part:
    if decision.joined_with is not None:
        return Join(f"M{decision.matter.number}", f"M{decision.joined_with.number}")
    return Part(f"M{decision.matter.number}", tuple(map(str, decision.parted_items)))
