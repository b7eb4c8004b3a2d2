"""The aftermath opens in the same act that ends the response or stands the warning down (E7, E10)."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from xiangyin.organization.models import Task
from xiangyin.organization.queries.tasks import units_with_tasks
from xiangyin.organization.queries.units import acting_unit, office
from xiangyin.organization.rules.deadlines import due_after
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.organization.terms import Colour, TaskKind
from xiangyin.recovery.models import Aftermath
from xiangyin.recovery.rules.aftermath import AFTERMATH_STEPS
from xiangyin.shared.steps.take import open_record
from xiangyin.shared.steps.taken import Taken


@dataclass(frozen=True, slots=True)
class Duty:
    """A task that every full aftermath brings."""

    kind: TaskKind
    title: str | Promise
    what: str | Promise


UNIT_REPORT = Duty(
    TaskKind.UNIT_REPORT, _("提交书面报告"), _("写明本单位何时得知、做了什么、效果如何、有什么教训和建议。")
)
DESTRUCTION = Duty(
    TaskKind.DESTRUCTION, _("销毁为本事件收集的个人信息"),
    _(
        "系统里封存的联系方式和含个人信息的材料，报结果时自动销毁。纸质的、电脑和手机里的，请列出清单，"
        "说明存放处、销毁方式、销毁人和见证人。确需保留的，写明合法性、必要性、安全性的评估。"
    ),
)  # fmt: skip


def after_response(taken: Taken) -> None:
    """Open the full aftermath: reports of the units that worked, destruction of personal data, review."""
    aftermath = _open(taken, light=False)
    for unit_id in dict.fromkeys(map(acting_unit, units_with_tasks(aftermath.event_id))):
        _assign(taken, aftermath, UNIT_REPORT, unit_id)
    _assign(taken, aftermath, DESTRUCTION, office().id)


def after_warning(taken: Taken) -> None:
    """Open the aftermath of a warning that ended without a response: for blue, one paragraph is enough."""
    aftermath = _open(taken, light=taken.subject.colour == Colour.BLUE)
    if not aftermath.is_light:
        _assign(taken, aftermath, DESTRUCTION, office().id)


def assign_rectification(taken: Taken) -> None:
    """Give the measure, the unit and the deadline that were decided as a task that supervision will verify (5.3.1)."""
    aftermath: Aftermath = taken.subject
    said = {name: taken.answers[name] for name in ("title", "what", "unit_id", "due_at")}
    task = _task(aftermath, TaskKind.RECTIFICATION)
    open_record(
        TASK_STEPS, "assign", task, actor=taken.machine, command=taken.consequence("rectify", **said), now=taken.now
    )


def _open(taken: Taken, *, light: bool) -> Aftermath:
    ended = taken.subject
    aftermath = Aftermath(
        event_id=ended.event_id, colour=ended.colour, is_light=light, mode=ended.mode, timeline_id=ended.timeline_id
    )
    return open_record(
        AFTERMATH_STEPS, "open", aftermath, actor=taken.machine, command=taken.consequence(), now=taken.now
    )


def _assign(taken: Taken, aftermath: Aftermath, duty: Duty, unit_id: UUID) -> None:
    task = _task(aftermath, duty.kind)
    command = taken.consequence(
        f"{duty.kind} {unit_id}", title=str(duty.title), what=str(duty.what), unit_id=str(unit_id),
        due_at=due_after("unit_report_min", aftermath, taken.now),
    )  # fmt: skip
    open_record(TASK_STEPS, "assign", task, actor=taken.machine, command=command, now=taken.now)


def _task(aftermath: Aftermath, kind: TaskKind) -> Task:
    return Task(
        event_id=aftermath.event_id, origin_id=aftermath.id, kind=kind, colour=Colour.BLUE, mode=aftermath.mode,
        timeline_id=aftermath.timeline_id,
    )  # fmt: skip
