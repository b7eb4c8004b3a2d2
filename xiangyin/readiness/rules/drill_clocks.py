"""What is owed on a drill. Each is counted from the drill's own columns, so that new people take over the same terms."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.rules.deadlines import due_after, length
from xiangyin.organization.rules.powers import LEADERS, held_by
from xiangyin.organization.terms import Post
from xiangyin.readiness.models import Drill
from xiangyin.readiness.terms import DrillState
from xiangyin.shared.obligations.keep import Owner
from xiangyin.shared.steps.step import Owed


def _controller(drill: Drill) -> Owner:
    return Owner(officer_id=drill.controller_id)


def _evaluator(drill: Drill) -> Owner:
    return Owner(officer_id=drill.evaluator_id)


def _planned(drill: Drill, _now: datetime) -> datetime:
    return drill.planned_at


def _played_out(drill: Drill, now: datetime) -> datetime:
    """The scenario's length and some grace after the start: no drill runs for ever."""
    length_min = timedelta(minutes=drill.scenario.content["length_min"])
    return (drill.started_at or now) + length_min + length("drill_grace_min", drill)


def _evaluated(drill: Drill, now: datetime) -> datetime:
    return due_after("drill_evaluation_days", drill, drill.ended_at or now)


def _improved(drill: Drill, now: datetime) -> datetime:
    return due_after("drill_improvement_days", drill, now)


APPROVE = Owed(kind="drill.approve", label=_("批准演练"), owner=held_by(*LEADERS), due=_planned, clause="6.2")
START = Owed(
    kind="drill.start", label=_("开始演练"), owner=_controller, due=_planned, clause="6.2",
    needed=lambda drill: drill.state == DrillState.APPROVED,
)  # fmt: skip
END = Owed(
    kind="drill.end", label=_("结束演练"), owner=_controller, due=_played_out, clause="6.2",
    needed=lambda drill: drill.is_in_play,
)  # fmt: skip
EVALUATE = Owed(
    kind="drill.evaluate", label=_("评估演练"), owner=_evaluator, due=_evaluated, clause="6.2",
    needed=lambda drill: drill.state == DrillState.ENDED,
)  # fmt: skip
IMPROVE = Owed(
    kind="drill.improve", label=_("落实演练发现的问题"), owner=held_by(Post.OFFICE_DIRECTOR, *LEADERS), due=_improved,
    clause="6.2",
)  # fmt: skip
SETTLE = Owed(
    kind="finding.settle", label=_("交办演练发现的问题"), owner=held_by(Post.OFFICE_DIRECTOR),
    due=lambda finding, now: due_after("drill_improvement_days", finding, now), clause="6.2",
)  # fmt: skip
