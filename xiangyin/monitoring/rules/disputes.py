"""A unit may dispute that a demand is its own once, within the days that the township sets (process.md 7)."""

from django.utils.translation import gettext_lazy as _

from xiangyin.monitoring.models import Demand
from xiangyin.organization.rules.deadlines import due_after
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ledger.queries import of_subject


def disputed_before(demand: Demand, _actor: Actor) -> str:
    """Whether this very unit has sent the demand back before: then it answers, or the office decides."""
    unit_id, have = "", set()
    for entry in of_subject(demand.id).filter(action__in=["dispatch", "dispute"]):
        if entry.action == "dispute":
            have.add(unit_id)
        unit_id = entry.changes.get("unit_id", unit_id)
    return str(_("本单位已提过一次异议，请办理。")) if str(demand.unit_id) in have else ""


def disputed_too_late(demand: Demand, actor: Actor) -> str:
    sent = of_subject(demand.id).filter(action="dispatch").last()
    in_time = sent is None or actor.at <= due_after("dispute_workdays", demand, sent.at)
    return "" if in_time else str(_("提异议的期限已过，请办理。"))
