"""Member units after the first day (2.1, 2.2.3): added, renamed, dissolved or merged by the system administrator."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.models import Task, Tenure, Unit
from xiangyin.organization.queries.units import units
from xiangyin.organization.rules.roll import (
    BASIS,
    CODE,
    FIRST,
    IN_USE,
    NAME,
    NEW_NAME,
    RETIRED,
    SYSTEM,
    Names,
    badly_named,
    name_is_taken,
    next_code,
    renamed,
    restored,
    retired,
)  # fmt: skip
from xiangyin.organization.rules.task import OPEN
from xiangyin.organization.terms import TenureState, UnitKind
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.steps.asks import Choice, among
from xiangyin.shared.steps.step import Step
from xiangyin.shared.steps.table import Steps

MOST_TOPIC_CHARS = 40
KIND = Choice(name="kind", label=_("类别"), options=among(UnitKind.choices))
TOPICS = Names(
    name="topics", label=_("职责领域"), max_chars=MOST_TOPIC_CHARS, known=lambda unit: "、".join(unit.topics),
    help=_("如：民政、教育文体，用顿号隔开。信息和诉求按领域对口到单位。"),
)  # fmt: skip


def _others(unit: Unit, _actor: Actor) -> list[tuple[str, str]]:
    return [(str(each.id), each.name) for each in units() if each.id != unit.id]


def _added(unit: Unit, _actor: Actor, _now: datetime) -> dict[str, Any]:
    return {} if unit.code else {"code": next_code(unit, "D", 2)}


def _is_the_office(unit: Unit) -> bool:
    return not units().filter(kind=UnitKind.OFFICE).exclude(pk=unit.pk).exists()


def _no_office_left(unit: Unit, _actor: Actor) -> str:
    return str(_("这是唯一的办公室，不能撤并。")) if unit.kind == UnitKind.OFFICE and _is_the_office(unit) else ""


def _office_changed(unit: Unit, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    left = unit.kind == UnitKind.OFFICE and answers["kind"] != UnitKind.OFFICE and _is_the_office(unit)
    return {"kind": str(_("这是唯一的办公室，类别不能改。"))} if left else {}


def _people_in_post(unit: Unit, _actor: Actor) -> str:
    held = Tenure.objects.filter(unit=unit, state=TenureState.HELD).count()
    return str(_("还有 %(n)d 个在任岗位，请安全管理员先办理卸任。") % {"n": held}) if held else ""


def _work_open(unit: Unit, _actor: Actor) -> str:
    """Tasks, and what other chapters have given to the unit: nothing may fall between two chairs."""
    tasks = Task.objects.filter(unit=unit, state__in=OPEN)
    owed = still_open().filter(unit_id=unit.id).exclude(subject_id__in=tasks.values("id"))
    count = tasks.count() + owed.count()
    return str(_("还有 %(n)d 件事没有办结，请先办结或改派。") % {"n": count}) if count else ""


UNIT_STEPS = Steps(
    Unit,
    (
        Step(
            action="add", label=_("增加单位"), posts=FIRST, target=IN_USE, asks=(NAME, KIND, TOPICS, CODE), checks=badly_named,
            writes=("name", "kind", "topics", "code"), sets=_added, clause="2.1",
        ),
        Step(
            action="rename", label=_("单位改名"), posts=SYSTEM, sources=frozenset({IN_USE}), asks=(NEW_NAME, BASIS),
            checks=badly_named, writes=("name",), sets=renamed, clause="2.1", help=_("原名保留，任务和记录都还在。"),
        ),
        Step(
            action="describe", label=_("改类别和职责领域"), posts=SYSTEM, sources=frozenset({IN_USE}), asks=(KIND, TOPICS),
            checks=_office_changed, writes=("kind", "topics"), clause="2.2.3",
        ),
        Step(
            action="retire", label=_("撤并单位"), posts=SYSTEM, sources=frozenset({IN_USE}), target=RETIRED, danger=True,
            asks=(
                Choice(
                    name="successor_id", label=_("职责并入"), options=_others, required=False, help=_("不选的，由办公室承接。")
                ),
                BASIS,
            ),
            refuses=(_no_office_left, _people_in_post, _work_open), writes=("successor_id",), sets=retired, clause="2.1",
            help=_("撤并后不再派任务、不再任职；办过的任务和记录都还在。"),
        ),
        Step(
            action="restore", label=_("恢复单位"), posts=SYSTEM, sources=frozenset({RETIRED}), target=IN_USE, asks=(BASIS,),
            refuses=(name_is_taken,), sets=restored, clause="2.1",
        ),
    ),
    born_of={"organization.jurisdiction": lambda place: Unit(jurisdiction_id=place.id)},
)  # fmt: skip
