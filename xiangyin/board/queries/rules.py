"""The rule tables as people read them, with a state diagram of each."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import ANYONE
from xiangyin.shared.steps import registry
from xiangyin.shared.steps.step import Step
from xiangyin.shared.steps.table import Steps
from xiangyin.shared.web.pieces import Cell, Column, Row


@dataclass(frozen=True, slots=True)
class RuleTable:
    """`name` is the record's Chinese name, `rows` one for each step."""

    kind: str
    name: str
    columns: list[Column]
    rows: list[Row]


def rule_tables() -> list[RuleTable]:
    """Every table, in the order of the chapters."""
    return [RuleTable(table.kind, name_of(table.kind), _columns(), _rows(table)) for table in registry.tables()]


NAMES = {
    "organization.officer": "人员", "organization.tenure": "任职",
    "organization.figurechange": "数值调整", "organization.unit": "单位", "organization.village": "村（社区）",
    "organization.shift": "值班", "shared.notice": "通知", "organization.task": "任务",
    "shared.confirmation": "确认与追认", "documents.document": "公文",
    "monitoring.upload": "上传文件", "monitoring.source": "信息来源", "monitoring.matter": "事项",
    "monitoring.event": "舆情事件", "monitoring.demand": "诉求", "warning.earlywarning": "预警",
    "response.planversion": "应急预案", "response.response": "响应", "response.commandpost": "现场指挥部",
    "recovery.aftermath": "善后", "recovery.relief": "补偿与救助",
    "readiness.yearplan": "年度培训演练计划", "readiness.trainingsession": "培训",
    "readiness.scenario": "演练想定", "readiness.drill": "演练", "readiness.finding": "演练发现的问题",
    "accountability.case": "问责",
}  # fmt: skip


def name_of(kind: str) -> str:
    return _(NAMES.get(kind, kind))


def _columns() -> list[Column]:
    return [
        Column(_("步骤"), "main"), Column(_("从")), Column(_("到")), Column(_("谁")), Column(_("另有要求"), phone="hidden"),
        Column(_("条款"), phone="hidden"),
    ]  # fmt: skip


def _rows(table: Steps[Any]) -> list[Row]:
    return [_row(table, step) for step in table.rows]


def _row(table: Steps[Any], step: Step[Any]) -> Row:
    sources = "、".join(str(label) for state, label in table.states.items() if state in step.sources) or "—"
    target = str(table.states[step.target]) if step.target else _("不变")
    return Row(
        [
            Cell(str(step.label)),
            Cell(sources),
            Cell(target),
            Cell(_who(step)),
            Cell(_more(table, step)),
            Cell(step.clause),
        ]
    )


def _who(step: Step[Any]) -> str:
    """The posts, where they do not depend on the record."""
    try:
        seats = step.posts(None)
    except AttributeError:  # the posts are a function of the record: its unit, its level, its kind
        return _("视记录而定")
    if ANYONE in seats:  # the row's objections say which officer
        return _("视记录而定")
    return "、".join(
        str(Post(seat.post).label) if seat.post in Post else _("系统") for seat in sorted(seats, key=lambda s: s.post)
    )


def _more(table: Steps[Any], step: Step[Any]) -> str:
    names = [str(table.named(action).label) for action in sorted(step.not_by)]
    return _("不能由办理“%(steps)s”的人办理") % {"steps": "、".join(names)} if names else ""
