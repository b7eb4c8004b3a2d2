"""What stands in the way of a step on a warning. Each answers with a reason or with nothing."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.monitoring.terms import EventState
from xiangyin.organization.queries.figures import figure
from xiangyin.shared.access.actor import Actor
from xiangyin.warning.models import EarlyWarning
from xiangyin.warning.queries.warnings import living


def has_a_living_warning(warning: EarlyWarning, _actor: Actor) -> str:
    return str(_("这个事件已有级别建议。")) if living(warning.event_id) else ""


def not_under_verification(warning: EarlyWarning, _actor: Actor) -> str:
    return "" if warning.event.state == EventState.VERIFYING else str(_("接手核实后才能提出级别。"))


def event_is_over(warning: EarlyWarning, _actor: Actor) -> str:
    return "" if warning.event.state == EventState.VERIFYING else str(_("事件已经不在办理中。"))


def too_few_sources(warning: EarlyWarning, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    needed = figure("sources_needed", jurisdiction_id=warning.jurisdiction_id)
    if answers["sources_found"] >= needed:
        return {}
    words = {"found": answers["sources_found"], "needed": needed}
    return {"sources_found": str(_("核实来源 %(found)d 个，需要 %(needed)d 个。") % words)}
