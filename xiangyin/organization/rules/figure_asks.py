"""What is asked to change a figure, and how what was typed is judged."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.models import FigureChange
from xiangyin.organization.queries.figure_words import value_words
from xiangyin.organization.queries.figures import LOCALLY_SET, figures, open_change
from xiangyin.organization.rules.figure_ladder import FigureInvalidError
from xiangyin.organization.rules.figure_values import read_value
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.steps.asks import Ask, Choice, Text, Tick


def _names(change: FigureChange, _actor: Actor) -> list[tuple[str, str]]:
    rows = figures(change.jurisdiction_id)
    return [(name, f"{row.scope}（{value_words(name, row.value)}）") for name, row in rows.items()]


def proposed_names(change: FigureChange, _actor: Actor) -> list[tuple[str, str]]:
    """The figures of the change, each with its value now and then."""
    return [(name, _words(change, name)) for name in change.proposed]


def proposed_values(change: FigureChange, _actor: Actor) -> list[tuple[str, str]]:
    """As `proposed_names`, but what is ticked names the value too: one changed meanwhile was not what was checked."""
    return [(f"{name}={row['value']}", _words(change, name)) for name, row in change.proposed.items()]


def _words(change: FigureChange, name: str) -> str:
    now, row = figures(change.jurisdiction_id)[name], change.proposed[name]
    return f"{now.scope}：{value_words(name, now.value)} → {value_words(name, row['value'])}（{row['source']}{row['number']}）"


def badly_set(change: FigureChange, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    """What is wrong with the figure as it was typed, by the name of the question."""
    name, present = answers["figure"], figures(change.jurisdiction_id)
    try:
        value = read_value(name, answers["value"])
    except FigureInvalidError as invalid:
        return {"value": str(invalid)}
    before = present[name]
    if (value, answers["source"] or LOCALLY_SET, answers["number"]) == (before.value, before.source, before.number):
        return {"value": str(_("与现行的数值和出处都相同。"))}
    now_proposed = {each: row["value"] for each, row in change.proposed.items()}
    return _never_open({each: row.value for each, row in present.items()} | now_proposed | {name: value})


def _never_open(values: Mapping[str, Any]) -> dict[str, str]:
    opens = values["office_opens_hour"] < values["office_closes_hour"]
    return {} if opens else {"value": str(_("办公时间的开始应早于结束。"))}


def another_is_open(change: FigureChange, _actor: Actor) -> str:
    return str(_("已有一份调整没有办完。")) if open_change(change.jurisdiction_id) else ""


def only_one(change: FigureChange, _actor: Actor) -> str:
    return str(_("只有这一项；不要了，请撤回整份调整。")) if len(change.proposed) <= 1 else ""


SETS: tuple[Ask, ...] = (
    Choice(name="figure", label=_("调整哪一项"), options=_names, help=_("括号里是现行的数值。")),
    Text(
        name="value", label=_("改为"), max_chars=300, masked=False,
        help=_("例如：45 分钟、12 小时、5 个工作日、是；升级次序这样写：开始 经办人；0 带班领导；15 办公室主任。"),
    ),
    Text(name="source", label=_("出处"), max_chars=120, required=False, help=_("文件名称；没有文件的留空，显示“本地设定”。")),
    Text(name="number", label=_("文号"), max_chars=60, required=False, masked=False),
    Tick(name="read", label=_("已看过原文")),
)  # fmt: skip
