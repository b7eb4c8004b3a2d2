"""The rule table of the year's plan (6.1, 6.2): written, adopted by another person, summed up; the next one opens."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.rules.deadlines import after
from xiangyin.organization.rules.powers import LEADERS, held_by
from xiangyin.organization.terms import Post
from xiangyin.readiness.models import YearPlan
from xiangyin.readiness.queries.year_plans import OFFICE, office_year, year_plan_in_hand
from xiangyin.readiness.terms import YearPlanState
from xiangyin.shared.access.actor import MACHINE_POST, Actor
from xiangyin.shared.steps.asks import Pairs, Text
from xiangyin.shared.steps.step import Owed, Step, posts
from xiangyin.shared.steps.table import Steps

OPEN, ADOPTED, CLOSED = YearPlanState.OPEN, YearPlanState.ADOPTED, YearPlanState.CLOSED
DIRECTOR = posts(Post.OFFICE_DIRECTOR)


def _opened(plan: YearPlan, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"opened_at": now, "year": plan.year or office_year(now)}


def _adopted(_plan: YearPlan, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"adopted_at": now}


def _closed(_plan: YearPlan, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"closed_at": now}


def _one_in_hand(_plan: YearPlan, _actor: Actor) -> str:
    return str(_("已有一份没有总结的年度计划。")) if year_plan_in_hand() else ""


def _nothing_planned(plan: YearPlan, _actor: Actor) -> str:
    return "" if plan.items else str(_("请先写明全年的培训和演练安排。"))


def _end_of_the_year(plan: YearPlan, _now: datetime) -> datetime:
    return datetime(plan.year, 12, 31, 18, tzinfo=OFFICE)


ADOPT = Owed(
    kind="year_plan.adopt", label=_("编制并批准年度培训演练计划"), owner=held_by(Post.OFFICE_DIRECTOR, *LEADERS),
    due=after("year_plan_days"), clause="6.1",
)  # fmt: skip
CLOSE = Owed(
    kind="year_plan.close", label=_("总结全年培训和演练"), owner=held_by(Post.OFFICE_DIRECTOR), due=_end_of_the_year,
    clause="6.1",
)  # fmt: skip

YEAR_PLAN_STEPS = Steps(
    YearPlan,
    (
        Step(
            action="open", label=_("开始编制年度计划"), posts=posts(MACHINE_POST, Post.OFFICE_DIRECTOR), target=OPEN,
            hides=(_one_in_hand,), sets=_opened, starts=(ADOPT,), clause="6.1",
        ),
        Step(
            action="write", label=_("编写安排"), posts=DIRECTOR, sources=frozenset({OPEN}), clause="6.1",
            asks=(Pairs(name="items", label=_("全年安排"), left=_("培训或演练的内容"), right=_("时间、对象")),),
            writes=("items",), help=_("至少一次演练；监测、预警、处置、引导都要有培训。"),
        ),
        Step(
            action="adopt", label=_("批准年度计划"), posts=posts(*LEADERS), sources=frozenset({OPEN}), target=ADOPTED,
            not_by=frozenset({"write"}), refuses=(_nothing_planned,), sets=_adopted, stops=frozenset({"year_plan.adopt"}),
            starts=(CLOSE,), clause="6.1",
        ),
        Step(
            action="close", label=_("总结全年"), posts=DIRECTOR, sources=frozenset({ADOPTED}), target=CLOSED,
            asks=(Text(name="summary", label=_("办了什么、没办什么、明年怎么办"), long=True),), writes=("summary",),
            sets=_closed, stops=frozenset({"year_plan.close"}), clause="6.1",
            help=_("总结之后，下一年的计划自动开始编制。"),
        ),
    ),
    born_of={"organization.jurisdiction": lambda place: YearPlan(jurisdiction_id=place.id)},
)  # fmt: skip
