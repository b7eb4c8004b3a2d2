"""Records of this chapter as rows of a list."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from xiangyin.organization.views.rows import post_words
from xiangyin.readiness.models import TrainingSession
from xiangyin.readiness.queries.sessions import Due
from xiangyin.shared.web.pieces import Cell, Column, Row


def session_columns() -> list[Column]:
    return [
        Column(_("培训"), "main"), Column(_("内容")), Column(_("形式"), phone="hidden"), Column(_("状态"), "state"),
        Column(_("时间"), "moment"),
    ]  # fmt: skip


def session_rows(sessions: Iterable[TrainingSession]) -> list[Row]:
    return [
        Row(
            [
                Cell(str(each), url=each.get_absolute_url()),
                Cell(each.get_topic_display()),
                Cell(each.get_form_display()),
                Cell(each.state, label=each.get_state_display()),
                Cell(each.starts_at),
            ]
        )
        for each in sessions
    ]


def due_columns() -> list[Column]:
    return [Column(_("姓名"), "main"), Column(_("岗位")), Column(_("上次参加"), "moment")]


def due_rows(due: Iterable[Due]) -> list[Row]:
    return [Row([Cell(each.name), Cell("、".join(map(post_words, each.tenures))), Cell(each.last_at)]) for each in due]
