"""Records of this chapter as rows of a list."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from xiangyin.organization.views.rows import post_words
from xiangyin.readiness.models import Drill, Scenario, TrainingSession
from xiangyin.readiness.queries.sessions import Due
from xiangyin.readiness.rules.scoring import Score
from xiangyin.readiness.rules.step_words import expectation_words
from xiangyin.readiness.terms import Outcome
from xiangyin.shared.web.pieces import Cell, Column, Row
from xiangyin.shared.web.wording import moment, span


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
                Cell(each.get_kind_display()),
                Cell(each.state, label=each.get_state_display()),
                Cell(each.starts_at),
            ]
        )
        for each in sessions
    ]


def due_columns() -> list[Column]:
    return [Column(_("姓名"), "main"), Column(_("岗位")), Column(_("上次参加"))]


def due_rows(due: Iterable[Due]) -> list[Row]:
    return [
        Row(
            [
                Cell(each.name),
                Cell("、".join(map(post_words, each.tenures))),
                Cell(moment(each.last_at) if each.last_at else _("没有记录")),
            ]
        )
        for each in due
    ]


def drill_columns() -> list[Column]:
    return [
        Column(_("演练"), "main"), Column(_("总控"), phone="hidden"), Column(_("状态"), "state"), Column(_("时间"), "moment"),
    ]  # fmt: skip


def drill_rows(drills: Iterable[Drill]) -> list[Row]:
    return [
        Row(
            [
                Cell(str(each), url=each.get_absolute_url()),
                Cell(each.controller.name),
                Cell(each.state, label=each.get_state_display()),
                Cell(each.started_at or each.planned_at),
            ]
        )
        for each in drills
    ]


def score_columns() -> list[Column]:
    return [
        Column(_("预期"), "main"), Column(_("结果"), "state"), Column(_("台账")), Column(_("用时")),
    ]  # fmt: skip


def score_rows(scores: Iterable[Score], *, is_over: bool) -> list[Row]:
    """What the ledger shows, by the entry's number; whose act it was is no matter of the drill."""
    awaited = "" if is_over else _("还没有办，时限未到")
    return [
        Row(
            [
                Cell(expectation_words(each.expectation)),
                Cell(each.outcome.value, label=_outcome_words(each.outcome, awaited)),
                Cell(_("第 %(n)d 条") % {"n": each.entry.number} if each.entry else "—"),
                Cell(span(each.took) if each.took is not None else "—"),
            ]
        )
        for each in scores
    ]


def _outcome_words(outcome: Outcome, awaited: str) -> str:
    """While the drill plays, what was not seen yet may still come."""
    return awaited if awaited and outcome == Outcome.NOT_OBSERVED else str(outcome.label)


def scenario_columns() -> list[Column]:
    return [Column(_("想定"), "main"), Column(_("来电"), "number"), Column(_("长度")), Column(_("收入"), "moment")]


def scenario_rows(scenarios: Iterable[Scenario]) -> list[Row]:
    """Titles and sizes: what will be heard is for those who run the drill."""
    return [
        Row(
            [
                Cell(each.title, note=f"SHA-256 {each.sha256[:8]}"),
                Cell(len(each.content["injects"])),
                Cell(_("%(min)d 分钟") % {"min": each.content["length_min"]}),
                Cell(each.kept_at),
            ]
        )
        for each in scenarios
    ]
