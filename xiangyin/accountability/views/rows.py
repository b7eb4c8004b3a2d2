"""Cases and their facts as rows of a list."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from xiangyin.accountability.models import Case
from xiangyin.accountability.queries.cases import ProvenFact, Shell
from xiangyin.shared.web.pieces import Cell, Column, Row
from xiangyin.shared.web.wording import minutes_late


def case_columns() -> list[Column]:
    return [
        Column(_("案件"), "main"),
        Column(_("当事人或单位")),
        Column(_("状态"), "state"),
        Column(_("立案"), "moment"),
    ]


def case_rows(cases: Iterable[Case]) -> list[Row]:
    return [
        Row(
            [
                Cell(each.number, url=each.get_absolute_url()),
                Cell(each.concerned),
                Cell(each.state, label=each.get_state_display()),
                Cell(each.opened_at),
            ]
        )
        for each in cases
    ]


def shell_columns() -> list[Column]:
    return [Column(_("案件"), "main"), Column(_("状态"), "state"), Column(_("立案"), "moment")]


def shell_rows(shells: Iterable[Shell]) -> list[Row]:
    return [Row([Cell(each.number), Cell(each.state, label=each.state_name), Cell(each.opened_at)]) for each in shells]


def fact_columns() -> list[Column]:
    return [
        Column(_("谁、做了什么"), "main"), Column(_("时间"), "moment"), Column(_("迟了多久")), Column(_("台账")),
    ]  # fmt: skip


def fact_rows(facts: Iterable[ProvenFact]) -> list[Row]:
    return [_fact_row(each) for each in facts]


def _fact_row(proven: ProvenFact) -> Row:
    fact = proven.fact
    holds = _("与台账一致") if proven.holds else _("与台账不符")
    return Row(
        [
            Cell(f"{fact.who}（{fact.post}）　{fact.what}"),
            Cell(fact.at),
            Cell(minutes_late(fact.late_min)),
            Cell(_("第 %(n)d 条") % {"n": fact.entry_number}, note=f"{fact.entry_hash[:8]} {holds}"),
        ]
    )
