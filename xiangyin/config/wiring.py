"""Which adapter serves which port, and what follows from which step."""

from xiangyin.monitoring.rules.demand import DEMAND_STEPS
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.operations.change_shift import begin_next
from xiangyin.organization.queries.roster import OrganizationRoster
from xiangyin.organization.rules.notice import NOTICE_STEPS
from xiangyin.organization.rules.officer import OFFICER_STEPS, TENURE_STEPS
from xiangyin.organization.rules.shift import SHIFT_STEPS
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.shared.ports.outside import Outside
from xiangyin.shared.ports.outside import connect as connect_ports
from xiangyin.shared.steps import registry
from xiangyin.shared.steps.confirmation import CONFIRMATION_STEPS, await_confirmation
from xiangyin.warning.operations.follow_event import withdraw_unissued
from xiangyin.warning.operations.record_grading import record_grading
from xiangyin.warning.rules.early_warning import WARNING_STEPS

TABLES = (
    OFFICER_STEPS, TENURE_STEPS, SHIFT_STEPS, NOTICE_STEPS, TASK_STEPS, CONFIRMATION_STEPS,
    EVENT_STEPS, DEMAND_STEPS, WARNING_STEPS,
)  # fmt: skip

GRADED = ("propose", "propose_again", "issue", "upgrade", "downgrade", "stand_down", "lift", "withdraw")

CONSEQUENCES: dict[tuple[str, str], tuple[registry.Consequence, ...]] = {
    ("organization.shift", "accept"): (begin_next,),
    ("organization.shift", "relieve"): (begin_next,),
    ("monitoring.event", "dismiss"): (withdraw_unissued,),
    **{("warning.earlywarning", action): (record_grading,) for action in GRADED},
}


def connect() -> None:
    """Fill the ports and the registry of rule tables; called once when Django is ready."""
    connect_ports(Outside(roster=OrganizationRoster(), mask=lambda text: text, channels={}))
    registry.connect(TABLES, CONSEQUENCES, after_each=(await_confirmation,))
