"""What stands in the way of a step on a warning. Each answers with a reason or with nothing."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.monitoring.terms import EventState
from xiangyin.organization.queries.figures import figure
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.obligations.queries import blocking, still_open
from xiangyin.shared.steps.step import Objection
from xiangyin.warning.models import EarlyWarning
from xiangyin.warning.queries.warnings import living


def has_a_living_warning(warning: EarlyWarning, _actor: Actor) -> str:
    return str(_("这个事件已有级别建议。")) if living(warning.event_id) else ""


def past_the_warning(warning: EarlyWarning, _actor: Actor) -> str:
    """The aftermath is no time for a new warning: what is new then is a new event, or the closed one is reopened."""
    return str(_("事件已进入善后，不能再提级别。")) if blocking("dismiss", dossier_id=warning.event_id) else ""


def under_response(warning: EarlyWarning, _actor: Actor) -> str:
    """While a response runs, its end is the only way out (E10); E7 and E6n belong to the time before."""
    return str(_("响应正在进行，请办理终止响应。")) if blocking("stand_down", dossier_id=warning.event_id) else ""


def unless_owed(kind: str) -> Objection:
    """A step that only fulfils one duty makes sense while that duty is open on the event."""

    def objection(warning: EarlyWarning, _actor: Actor) -> str:
        owed = still_open().filter(subject_id=warning.event_id, kind=kind).exists()
        return "" if owed else str(_("这件事已经办过，或不需要办。"))

    return objection


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
