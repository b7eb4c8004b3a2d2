"""What is asked when a plan version is edited: for each level its watch, its tasks and the rhythm of its situation reports."""

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from xiangyin.organization.terms import Colour
from xiangyin.response.models import PlanVersion
from xiangyin.shared.steps.asks import Ask, Choices, Number

LONGEST_MIN = 10080


def _tasks(plan: PlanVersion, _actor: Any) -> list[tuple[str, str]]:
    return [(key, duty["title"]) for key, duty in plan.content["tasks"].items()]


def _in_level(level: str, part: str) -> Callable[[PlanVersion], Any]:
    return lambda plan: plan.content["levels"][level].get(part)


def _of_level(level: str, colour: str | Promise) -> tuple[Ask, ...]:
    return (
        Choices(
            name=f"watch_{level}", label=_("%(level)s：发布预警时交办") % {"level": colour}, options=_tasks, required=False,
            known=_in_level(level, "watch"),
        ),
        Choices(
            name=f"tasks_{level}", label=_("%(level)s：启动预案时交办") % {"level": colour}, options=_tasks,
            known=_in_level(level, "tasks"),
        ),
        Number(
            name=f"report_min_{level}", label=_("%(level)s：情况报告间隔") % {"level": colour}, unit=_("分钟"), least=10,
            most=LONGEST_MIN, known=_in_level(level, "report_min"),
        ),
    )  # fmt: skip


PLAN_ASKS: tuple[Ask, ...] = tuple(ask for colour in Colour for ask in _of_level(colour.name.lower(), colour.label))
