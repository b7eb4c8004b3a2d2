"""The four colours as people see them: a word, a shape and a colour, never one of the three alone (law.md 4.3)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class LevelLook:
    """`shape` is an SVG path in a box of 16 × 16; the outlines differ so that a grey copy still tells them apart."""

    colour: str
    word: str | Promise
    label: str | Promise
    shape: str


RED = LevelLook("red", _("红色"), _("一级（红色）"), "M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z")
ORANGE = LevelLook("orange", _("橙色"), _("二级（橙色）"), "M8 1.2 15.4 14.4H.6z")
YELLOW = LevelLook("yellow", _("黄色"), _("三级（黄色）"), "M8 .7 15.3 8 8 15.3.7 8z")
BLUE = LevelLook("blue", _("蓝色"), _("四级（蓝色）"), "M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2z")
NONE = LevelLook("none", _("未定级"), _("未定级"), "M2 7h12v2H2z")

LOOKS = {look.colour: look for look in (RED, ORANGE, YELLOW, BLUE, NONE)}
GRAVEST_FIRST = (RED, ORANGE, YELLOW, BLUE)


def look_of(value: str | int | None) -> LevelLook:
    """Find the look of a colour (“red”) or a number (1 is the gravest); anything unknown is shown as not graded."""
    if isinstance(value, str) and not value.isdigit():
        return LOOKS.get(value, NONE)
    number = int(value or 0)
    return GRAVEST_FIRST[number - 1] if 1 <= number <= len(GRAVEST_FIRST) else NONE
