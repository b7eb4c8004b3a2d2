"""The rule table of a drill (process.md 6). Its own steps are actual; what it plays is not."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.rules.powers import LEADERS, STAFF, held_by
from xiangyin.organization.terms import Post
from xiangyin.readiness.models import Drill
from xiangyin.readiness.queries.drills import real_event_options
from xiangyin.readiness.rules import drill_asks as asked
from xiangyin.readiness.rules.drill_clocks import APPROVE, END, EVALUATE, IMPROVE, START
from xiangyin.readiness.terms import DrillState
from xiangyin.shared.access.actor import ANYONE, Actor, Seat
from xiangyin.shared.obligations.keep import EVERYTHING
from xiangyin.shared.steps.asks import Choice, Text
from xiangyin.shared.steps.step import Step, Tell, by_machine, posts
from xiangyin.shared.steps.table import Steps

PLANNED, APPROVED, RUNNING, PAUSED = DrillState.PLANNED, DrillState.APPROVED, DrillState.RUNNING, DrillState.PAUSED
ENDED, EVALUATED = DrillState.ENDED, DrillState.EVALUATED
IN_PLAY = frozenset({RUNNING, PAUSED})
DIRECTOR = posts(Post.OFFICE_DIRECTOR)
WRITTEN = ("title", "scenario_id", "planned_at", "controller_id", "evaluator_id")
REASON = Text(name="reason", label=_("理由"))


def _anyone(_drill: Drill) -> frozenset[Seat]:
    return frozenset({ANYONE})


def _started(_drill: Drill, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"started_at": now}


def _ended(_drill: Drill, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"ended_at": now}


DRILL_STEPS = Steps(
    Drill,
    (
        Step(
            action="plan", label=_("安排演练"), posts=DIRECTOR, target=PLANNED, asks=asked.PLANNED, checks=asked.two_persons,
            writes=WRITTEN, starts=(APPROVE,), clause="6.2",
        ),
        Step(
            action="change", label=_("改动安排"), posts=DIRECTOR, sources=frozenset({PLANNED}), asks=asked.PLANNED,
            checks=asked.two_persons, writes=WRITTEN, starts=(APPROVE,), clause="6.2",
        ),
        Step(
            action="approve", label=_("批准演练"), posts=posts(*LEADERS), sources=frozenset({PLANNED}), target=APPROVED,
            not_by=frozenset({"plan", "change"}), stops=frozenset({"drill.approve"}), starts=(START,), clause="6.2",
        ),
        Step(
            action="replace_people", label=_("更换总控或评估人"), posts=DIRECTOR,
            sources=frozenset({APPROVED, RUNNING, PAUSED, ENDED}), asks=(*asked.PEOPLE, REASON), checks=asked.two_persons,
            writes=("controller_id", "evaluator_id"), starts=(START, END, EVALUATE), clause="6.2",
        ),
        Step(
            action="start", label=_("开始演练"), posts=_anyone, sources=frozenset({APPROVED}), target=RUNNING,
            hides=(asked.not_the_controller,), refuses=(asked.another_plays,), sets=_started,
            stops=frozenset({"drill.start"}), starts=(END,), clause="6.2",
            help=_("想定中的来电会按时间自动进入系统，带“演练”标记；各岗位按实战办理。"),
            tells=(Tell(reason="drill.started", text=_("演练开始"), to=held_by(*STAFF)),),
        ),
        Step(
            action="inject", label=_("播放来电"), posts=by_machine, sources=frozenset({RUNNING}), clause="6.2",
            asks=(Text(name="key", label=_("来电"), max_chars=40, masked=False),),
        ),
        Step(
            action="pause", label=_("暂停"), posts=_anyone, sources=frozenset({RUNNING}), target=PAUSED, asks=(REASON,),
            hides=(asked.not_the_controller,), clause="6.2", help=_("演练的时钟停住，时限不再走。"),
        ),
        Step(
            action="resume", label=_("继续"), posts=_anyone, sources=frozenset({PAUSED}), target=RUNNING,
            hides=(asked.not_the_controller,), clause="6.2", help=_("演练的时钟从停住的地方接着走。"),
        ),
        Step(
            action="end", label=_("结束演练"), posts=_anyone, sources=IN_PLAY, target=ENDED, sets=_ended,
            hides=(asked.not_the_controller,), stops=frozenset({"drill.end"}), starts=(EVALUATE,), clause="6.2",
            tells=(Tell(reason="drill.ended", text=_("演练结束"), to=held_by(*STAFF)),),
        ),
        Step(
            action="abort", label=_("中止演练，转入实战"), posts=_anyone, sources=IN_PLAY, target=DrillState.ABORTED,
            asks=(Choice(name="aborted_for_id", label=_("哪个真实事件"), options=real_event_options), REASON),
            hides=(asked.neither_controller_nor_in_charge,), writes=("aborted_for_id",), sets=_ended,
            voids=frozenset({EVERYTHING}), danger=True, clause="6.2",
            tells=(Tell(reason="drill.aborted", text=_("演练中止，转入实战"), to=held_by(*STAFF), urgent=True),),
        ),
        Step(
            action="evaluate", label=_("评估演练"), posts=_anyone, sources=frozenset({ENDED}), target=EVALUATED,
            asks=(
                Text(
                    name="assessment", label=_("评估"), long=True, max_chars=5000,
                    help=_("预案合不合用、指挥和衔接、人员和设备，怎么改。评流程，不评个人。"),
                ),
            ),
            writes=("assessment",), hides=(asked.not_the_evaluator,), refuses=(asked.missed_without_finding,),
            stops=frozenset({"drill.evaluate"}), starts=(IMPROVE,), clause="6.2",
        ),
        Step(
            action="improve", label=_("确认改进完成"), posts=posts(Post.OFFICE_DIRECTOR, *LEADERS),
            sources=frozenset({EVALUATED}), target=DrillState.IMPROVED, not_by=frozenset({"evaluate"}),
            refuses=(asked.findings_left,), stops=frozenset({"drill.improve"}), clause="6.2",
        ),
        Step(
            action="cancel", label=_("取消演练"), posts=posts(Post.OFFICE_DIRECTOR, *LEADERS),
            sources=frozenset({PLANNED, APPROVED}), target=DrillState.CANCELLED, asks=(REASON,),
            voids=frozenset({EVERYTHING}), danger=True, clause="6.2",
        ),
    ),
    born_of={"organization.jurisdiction": lambda place: Drill(jurisdiction_id=place.id)},
)  # fmt: skip
