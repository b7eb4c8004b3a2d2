"""What is asked when a plan version is edited: for each level its tasks and the rhythm of its situation reports."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from xiangyin.organization.terms import Colour
from xiangyin.response.models import PlanVersion
from xiangyin.shared.steps.asks import Ask, Choices, Number

LONGEST_MIN = 10080


def _tasks(plan: PlanVersion, _actor: Any) -> list[tuple[str, str]]:
    return [(key, duty["title"]) for key, duty in plan.content["tasks"].items()]


def _of_level(name: str, label: str | Promise) -> tuple[Ask, Ask]:
    return (
        Choices(name=f"tasks_{name}", label=_("%(level)s：启动时交办") % {"level": label}, options=_tasks),
        Number(
            name=f"report_min_{name}", label=_("%(level)s：情况报告间隔") % {"level": label}, unit=_("分钟"), least=10,
            most=LONGEST_MIN,
        ),
    )  # fmt: skip


PLAN_ASKS: tuple[Ask, ...] = tuple(ask for colour in Colour for ask in _of_level(colour.name.lower(), colour.label))
