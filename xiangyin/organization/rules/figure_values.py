"""A figure's value as people type it: a whole number, yes or no, or full hours. A ladder has a file of its own."""

import re
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from xiangyin.organization.queries.figure_words import NO, YES, value_words
from xiangyin.organization.queries.figures import default_figures
from xiangyin.organization.rules.figure_ladder import FigureInvalidError, read_ladder, typed_ladder
from xiangyin.organization.rules.figure_limits import CAPPED, limits_of

_NUMBER = re.compile(r"([0-9]+) *(分钟|小时|天|日|年|个工作日|工作日|个|点|时|:00|：00)?")
# How many of the figure's own unit the typed word is. A figure in minutes may be typed in hours or days.
_FACTORS = {
    "min": {"分钟": 1, "小时": 60, "天": 1440, "日": 1440}, "d": {"天": 1, "日": 1, "年": 365}, "h": {"小时": 1, "天": 24},
    "工作日": {"工作日": 1, "个工作日": 1}, "个": {"个": 1}, "时": {"点": 1, "时": 1, ":00": 1, "：00": 1},
}  # fmt: skip


def read_value(name: str, typed: str) -> Any:
    """The value that was typed.

    :raises FigureInvalidError: it is none.
    """
    return _reader(name)(name, typed.strip())


def typed_value(name: str, value: Any) -> str:
    """The value as somebody would type it: `read_value` of it gives the value back."""
    unit = default_figures()[name]["unit"]
    if isinstance(value, list) and unit == "min":
        return typed_ladder(value)
    return str(value) if unit == "min" else value_words(name, value)


def _reader(name: str) -> Callable[[str, str], Any]:
    shipped = default_figures()[name]
    if isinstance(shipped["value"], bool):
        return _yes_or_no
    if isinstance(shipped["value"], list):
        return _hours if shipped["unit"] == "时" else read_ladder
    return _number


def _yes_or_no(_name: str, typed: str) -> bool:
    if typed not in (YES, NO):
        raise FigureInvalidError(_("请写“是”或“否”。"))
    return typed == YES


def _hours(name: str, typed: str) -> list[int]:
    hours = [_number(name, part) for part in re.split("[、,，；; ]+", typed) if part]
    if not hours or hours != sorted(set(hours)):
        raise FigureInvalidError(_("请从早到晚写整点，用顿号隔开，例如：8、17。"))
    return hours


def _number(name: str, typed: str) -> int:
    found = _NUMBER.fullmatch(typed)
    if found is None:
        raise FigureInvalidError(_("看不懂“%(typed)s”：请写整数。") % {"typed": typed})
    factor = _FACTORS[default_figures()[name]["unit"]].get(found[2], 0) if found[2] else 1
    if not factor:
        raise FigureInvalidError(_("这一项不能用“%(unit)s”作单位。") % {"unit": found[2]})
    return _within_limits(name, int(found[1]) * factor)


def _within_limits(name: str, value: int) -> int:
    least, most = limits_of(name)
    if least <= value <= most:
        return value
    words = {"least": value_words(name, least), "most": value_words(name, most), "why": CAPPED.get(name, "")}
    if name in CAPPED and value > most:
        raise FigureInvalidError(_("%(most)s%(why)s。") % words)
    raise FigureInvalidError(_("应在 %(least)s 与 %(most)s 之间。") % words)
