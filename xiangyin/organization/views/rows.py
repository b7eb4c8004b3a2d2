"""Records of this chapter as rows of a list."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.models import Officer, Shift, Task, Tenure
from xiangyin.organization.terms import Post
from xiangyin.shared.web.pieces import Cell, Column, Row
from xiangyin.shared.web.wording import moment


def shift_columns() -> list[Column]:
    return [
        Column(_("班次"), "main"), Column(_("主班")), Column(_("副班"), phone="hidden"), Column(_("带班领导")),
        Column(_("状态"), "state"),
    ]  # fmt: skip


def shift_row(shift: Shift) -> Row:
    names = [shift.first.name, shift.second.name if shift.second else "—", shift.lead.name]
    cells = [Cell(f"{moment(shift.starts_at)} – {moment(shift.ends_at)}"), *map(Cell, names)]
    return Row([*cells, Cell(shift.state, label=shift.get_state_display())])


def officer_columns() -> list[Column]:
    return [Column(_("姓名"), "main"), Column(_("岗位")), Column(_("值班电话")), Column(_("账号"), phone="hidden")]


def officer_row(officer: Officer, tenures: Sequence[Tenure]) -> Row:
    held = "、".join(post_words(tenure) for tenure in tenures)
    account = officer.account.login if officer.account else str(_("未开通"))
    return Row([Cell(officer.name, url=officer.get_absolute_url()), Cell(held or "—"), Cell(officer.phone or "—"), Cell(account)])


def post_words(tenure: Tenure) -> str:
    """“农业农村办公室 联络员”."""
    label = str(Post(tenure.post).label)
    return f"{tenure.unit.name} {label}" if tenure.unit else label


def task_columns() -> list[Column]:
    return [Column(_("任务"), "main"), Column(_("承办单位")), Column(_("状态"), "state"), Column(_("时限"), "clock")]


def task_row(task: Task) -> Row:
    mark = str(_("关键")) if task.is_critical else ""
    return Row(
        [
            Cell(task.title, url=task.get_absolute_url(), note=mark),
            Cell(task.unit.name),
            Cell(task.state, label=task.get_state_display()),
            Cell(task.due_at, done=task.submitted_at),
        ]
    )
