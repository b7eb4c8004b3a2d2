"""The history of levels: one appended row for each step that sets or ends one."""

from xiangyin.shared.steps.take import Taken
from xiangyin.warning.models import EarlyWarning, Grading
from xiangyin.warning.terms import WarningState

SAID = ("reason", "assessment")


def record_grading(taken: Taken) -> None:
    """Append what the level is now, from where, by whom and why."""
    warning: EarlyWarning = taken.subject
    before = Grading.objects.filter(event_id=warning.event_id).order_by("entry_number").last()
    over = warning.state in (WarningState.LIFTED, WarningState.WITHDRAWN)
    Grading.objects.create(
        jurisdiction_id=warning.jurisdiction_id, event_id=warning.event_id, warning=warning, at=taken.now,
        action=taken.step.action, officer_id=taken.actor.officer_id, from_colour=before.to_colour if before else None,
        to_colour=None if over else warning.colour, grade=warning.grade, factors=_factors(warning),
        machine_colour=warning.machine_colour, reason="；".join(str(taken.answers[name]) for name in SAID if taken.answers.get(name)),
        is_provisional=taken.provisional, entry_number=taken.entry.number,
    )  # fmt: skip


def _factors(warning: EarlyWarning) -> dict[str, str]:
    return {name: getattr(warning, name) for name in ("nature", "severity", "controllability", "reach")}
