"""Tasks (process.md 3): assigned, acknowledged, done, submitted, accepted by another person."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.models import Task
from xiangyin.organization.queries.units import unit_options
from xiangyin.organization.rules.deadlines import GRAVE, after, length
from xiangyin.organization.rules.destruction import WHAT_IS_KEPT, must_be_done, unassessed
from xiangyin.organization.rules.powers import LEADERS, WATCHERS, held_by, of_unit
from xiangyin.organization.rules.sight import of_office_or_unit
from xiangyin.organization.terms import Post, TaskKind, TaskState
from xiangyin.shared.access.actor import MACHINE_POST, Actor, Seat
from xiangyin.shared.obligations.keep import EVERYTHING, Owner
from xiangyin.shared.steps.asks import Ask, Attachment, Choice, Moment, Text, Tick, whether_personal
from xiangyin.shared.steps.step import Owed, Step, by_machine, posts
from xiangyin.shared.steps.table import Steps

ASSIGNED, ACKNOWLEDGED, DOING = TaskState.ASSIGNED, TaskState.ACKNOWLEDGED, TaskState.DOING
SUBMITTED, RETURNED, ACCEPTED, VERIFIED = (
    TaskState.SUBMITTED,
    TaskState.RETURNED,
    TaskState.ACCEPTED,
    TaskState.VERIFIED,
)
OPEN = frozenset({ASSIGNED, ACKNOWLEDGED, DOING, SUBMITTED, RETURNED})
WITH_THE_UNIT = frozenset({ASSIGNED, ACKNOWLEDGED, DOING, RETURNED})

ASSIGNERS = (Post.OFFICE_DIRECTOR, *LEADERS, Post.SITE_COMMANDER, Post.SUPERVISOR)
ORDERS = posts(Post.OFFICE_DIRECTOR, *LEADERS)
REASON = Text(name="reason", label=_("理由"))


def _unit(task: Task) -> frozenset[Seat]:
    return of_unit(task.unit_id)


def _unit_owes(task: Task) -> Owner:
    return Owner(of_unit(task.unit_id))


def _acknowledge_by(task: Task, now: datetime) -> datetime:
    return now + length("acknowledge_grave_min" if task.colour in GRAVE else "acknowledge_min", task)


def _blocks(task: Task) -> frozenset[str]:
    return frozenset({"end"} if task.is_critical else ()) | frozenset({"close"} if task.event_id else ())


def _promised(task: Task, _now: datetime) -> datetime:
    return task.due_at


def _assigned(_task: Task, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"assigned_at": now, "acknowledged_at": None, "acknowledged_for": ""}


def _acknowledged(_task: Task, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"acknowledged_at": now}


def _submitted(_task: Task, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"submitted_at": now}


def _accepted(_task: Task, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"accepted_at": now}


def _later(task: Task, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    later = answers["due_at"] > task.due_at
    return {} if later else {"due_at": str(_("新的时限应晚于原来的时限。"))}


def _no_rectification(task: Task, _actor: Actor) -> str:
    return "" if task.kind == TaskKind.RECTIFICATION else str(_("只有整改任务需要督查核实。"))


ACKNOWLEDGE = Owed(
    kind="task.acknowledge", label=_("签收任务"), owner=_unit_owes, due=_acknowledge_by, clause="2.2.2", ladder="unit"
)
DO = Owed(
    kind="task.do", label=_("完成任务并报结果"), owner=_unit_owes, due=_promised, clause="2.2.2",
    blocks=_blocks, ladder="unit",
)  # fmt: skip
ACCEPT = Owed(
    kind="task.accept", label=_("验收任务"), owner=held_by(Post.OFFICE_DIRECTOR), due=after("accept_min"), clause="2.2.2",
    blocks=_blocks,
)  # fmt: skip
VERIFY = Owed(
    kind="task.verify", label=_("督查核实整改"), owner=held_by(Post.SUPERVISOR), due=after("accept_min"), clause="5.3.1",
    needed=lambda task: task.kind == TaskKind.RECTIFICATION, blocks=_blocks,
)  # fmt: skip
TASK_STEPS = Steps(
    Task,
    (
        Step(
            action="assign", label=_("交办任务"), posts=posts(*ASSIGNERS, MACHINE_POST), target=ASSIGNED, clause="2.2.2",
            asks=(
                Text(name="title", label=_("任务"), max_chars=120),
                Text(name="what", label=_("要求"), long=True, required=False),
                Choice(name="unit_id", label=_("承办单位"), options=unit_options),
                Moment(name="due_at", label=_("完成时限")),
                Tick(name="is_critical", label=_("关键任务"), help=_("关键任务未办结，不能终止响应。")),
            ),
            writes=("title", "what", "unit_id", "due_at", "is_critical"), sets=_assigned,
            starts=(ACKNOWLEDGE, DO),
        ),
        Step(
            action="acknowledge", label=_("签收"), posts=_unit, sources=frozenset({ASSIGNED}), target=ACKNOWLEDGED,
            sets=_acknowledged, stops=frozenset({"task.acknowledge"}), clause="2.2.2",
        ),
        Step(
            action="acknowledge_by_phone", label=_("代录电话签收"), posts=posts(*WATCHERS), sources=frozenset({ASSIGNED}),
            target=ACKNOWLEDGED, sets=_acknowledged, stops=frozenset({"task.acknowledge"}), clause="4.1.1",
            asks=(Text(name="acknowledged_for", label=_("接电话的人"), max_chars=60, masked=False),),
            writes=("acknowledged_for",),
        ),
        Step(
            action="begin", label=_("开始办理"), posts=_unit, sources=frozenset({ACKNOWLEDGED, RETURNED}), target=DOING,
            clause="2.2.2",
        ),
        Step(
            action="submit", label=_("报结果"), posts=_unit, sources=frozenset({ACKNOWLEDGED, DOING, RETURNED}),
            target=SUBMITTED, clause="2.2.2",
            asks=(
                Text(name="report", label=_("办理结果"), long=True, max_chars=5000),
                Attachment(name="evidence", label=_("佐证材料")),
                whether_personal("evidence"),
                *WHAT_IS_KEPT,
            ),
            checks=unassessed, writes=("report",), sets=_submitted, stops=frozenset({"task.do"}), starts=(ACCEPT,),
        ),
        Step(
            action="destroy", label=_("销毁个人信息"), posts=by_machine, sources=frozenset({SUBMITTED}), clause="1.3.5",
            asks=(
                Ask(name="destroyed", label=_("已销毁"), required=False), Ask(name="kept", label=_("保留"), required=False),
                Text(name="reason", label=_("结果"), masked=False),
            ),
        ),
        Step(
            action="accept", label=_("验收"), posts=posts(Post.OFFICE_DIRECTOR, *LEADERS), sources=frozenset({SUBMITTED}),
            target=ACCEPTED, not_by=frozenset({"submit"}), sets=_accepted, stops=frozenset({"task.accept"}),
            starts=(VERIFY,), clause="2.2.2",
        ),
        Step(
            action="return", label=_("退回"), posts=posts(Post.OFFICE_DIRECTOR, *LEADERS), sources=frozenset({SUBMITTED}),
            target=RETURNED, asks=(REASON,), not_by=frozenset({"submit"}), stops=frozenset({"task.accept"}),
            starts=(DO,), clause="2.2.2",
        ),
        Step(
            action="verify", label=_("督查核实"), posts=posts(Post.SUPERVISOR), sources=frozenset({ACCEPTED}),
            target=VERIFIED, asks=(Text(name="reason", label=_("核实情况")),), not_by=frozenset({"submit", "accept"}),
            hides=(_no_rectification,), stops=frozenset({"task.verify"}), clause="5.3.1",
        ),
        Step(
            action="extend", label=_("延长时限"), posts=ORDERS, sources=WITH_THE_UNIT,
            asks=(Moment(name="due_at", label=_("新的时限")), REASON), checks=_later, writes=("due_at",),
            starts=(DO,), clause="1.3.3",
        ),
        Step(
            action="reassign", label=_("改派"), posts=ORDERS, sources=WITH_THE_UNIT, target=ASSIGNED,
            asks=(Choice(name="unit_id", label=_("改由哪个单位承办"), options=unit_options), REASON),
            writes=("unit_id",), sets=_assigned, starts=(ACKNOWLEDGE, DO), clause="2.2.2",
        ),
        Step(
            action="waive", label=_("免办"), posts=ORDERS, sources=OPEN, target=TaskState.WAIVED, asks=(REASON,),
            hides=(must_be_done,), voids=frozenset({EVERYTHING}), danger=True, clause="2.2.2",
        ),
        Step(
            action="cancel", label=_("取消"), posts=posts(*ASSIGNERS, MACHINE_POST), sources=OPEN,
            target=TaskState.CANCELLED, asks=(REASON,), hides=(must_be_done,), voids=frozenset({EVERYTHING}),
            danger=True, clause="2.2.2",
        ),
    ),
    visible=of_office_or_unit,
)  # fmt: skip
