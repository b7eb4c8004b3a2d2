"""The rule table of a finding (6.2): noted by the evaluator, settled as a task or as a revision of the plan."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.queries.units import unit_options
from xiangyin.organization.rules.powers import LEADERS
from xiangyin.organization.terms import Post
from xiangyin.readiness.models import Drill, Finding
from xiangyin.readiness.rules.drill_clocks import SETTLE
from xiangyin.readiness.rules.scoring import faults_without_finding
from xiangyin.readiness.rules.step_words import expectation_words
from xiangyin.readiness.terms import DrillState, FindingState, Outcome
from xiangyin.shared.access.actor import ANYONE, Actor
from xiangyin.shared.steps.asks import Choice, Moment, Text
from xiangyin.shared.steps.step import Step, posts
from xiangyin.shared.steps.table import Steps

OPEN = frozenset({FindingState.OPEN})


def _faulty(finding: Finding, actor: Actor) -> list[tuple[str, str]]:
    """Expectations that were missed or met late, and that no finding names yet."""
    faults = faults_without_finding(finding.drill, Outcome.MISSED, Outcome.PARTLY, now=actor.at)
    return [
        (str(each.expectation.pk), f"{expectation_words(each.expectation)}：{each.outcome.label}") for each in faults
    ]


def _not_the_evaluator(finding: Finding, actor: Actor) -> str:
    return "" if actor.officer_id == finding.drill.evaluator_id else str(_("只有评估人能列问题。"))


def _not_over(finding: Finding, _actor: Actor) -> str:
    over = finding.drill.state in (DrillState.ENDED, DrillState.EVALUATED)
    return "" if over else str(_("演练结束后才能列问题。"))


def _noted(_finding: Finding, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"noted_at": now}


def _settled(_finding: Finding, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"settled_at": now}


def _of_drill(drill: Drill) -> Finding:
    return Finding(drill=drill)


FINDING_STEPS = Steps(
    Finding,
    (
        Step(
            action="note", label=_("列一个问题"), posts=lambda _finding: frozenset({ANYONE}), target=FindingState.OPEN,
            asks=(
                Choice(
                    name="expectation_id", label=_("哪一项预期"), options=_faulty, required=False,
                    help=_("没有达到的预期，每一项都要列出来。"),
                ),
                Text(name="what", label=_("流程上有什么问题"), max_chars=300, help=_("写流程，不写个人。")),
            ),
            writes=("expectation_id", "what"), hides=(_not_over, _not_the_evaluator), sets=_noted, starts=(SETTLE,),
            clause="6.2",
        ),
        Step(
            action="assign", label=_("交办为任务"), posts=posts(Post.OFFICE_DIRECTOR, *LEADERS), sources=OPEN,
            target=FindingState.TASKED, sets=_settled, stops=frozenset({"finding.settle"}), clause="6.2",
            asks=(
                Text(name="title", label=_("任务"), max_chars=120),
                Choice(name="unit_id", label=_("承办单位"), options=unit_options),
                Moment(name="due_at", label=_("完成时限")),
            ),
        ),
        Step(
            action="revise", label=_("列入预案修订"), posts=posts(Post.OFFICE_DIRECTOR), sources=OPEN,
            target=FindingState.REVISING, sets=_settled, stops=frozenset({"finding.settle"}), clause="6.2",
            asks=(Text(name="basis", label=_("预案要改什么"), max_chars=200),),
            help=_("没有正在修订的预案时，会起草新的一版。"),
        ),
    ),
    born_of={"readiness.drill": _of_drill},
)  # fmt: skip
