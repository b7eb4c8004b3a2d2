"""A ladder of reminders as people type it: “开始 经办人；0 带班领导；15 办公室主任”, minutes after the time was due."""

import re
from typing import Any

from django.utils.translation import gettext as _

from xiangyin.organization.queries.figure_words import OWNERS, post_names
from xiangyin.organization.terms import Post

AT_ONCE = "开始"
FOR_PARTIES = "ladder_parties"  # cases of accountability ring by it: nobody else may hear of them
EARLIEST_MIN, LATEST_MIN = -10_080, 43_200
_RUNG = re.compile(r"(开始|-?[0-9]+)\s*(.*)")


class FigureInvalidError(ValueError):
    """What was typed is no value of the figure; the message says what would be."""


def read_ladder(name: str, typed: str) -> list[list[Any]]:
    """The rungs that were typed: minutes after the time was due (None: when the clock starts), and the posts.

    :raises FigureInvalidError: they are none.
    """
    rungs = [_rung(part.strip()) for part in re.split("[；;\n]", typed) if part.strip()]
    moments = [EARLIEST_MIN - 1 if after is None else after for after, _posts in rungs]
    if not rungs or moments != sorted(set(moments)):
        raise FigureInvalidError(_("请从早到晚写各级，用分号隔开，例如：开始 经办人；0 带班领导；15 办公室主任。"))
    if name == FOR_PARTIES and any(posts for _after, posts in rungs):
        raise FigureInvalidError(_("这一项只提醒当事各方，不能写别的岗位。"))
    return [list(rung) for rung in rungs]


def typed_ladder(rungs: list[list[Any]]) -> str:
    """The rungs as somebody would type them."""
    return "；".join(f"{AT_ONCE if after is None else after} {post_names(posts)}" for after, posts in rungs)


def _rung(part: str) -> tuple[int | None, list[str]]:
    found = _RUNG.fullmatch(part)
    if found is None:
        raise FigureInvalidError(_("看不懂“%(part)s”：请先写“开始”或分钟数，再写岗位。") % {"part": part})
    after = None if found[1] == AT_ONCE else int(found[1])
    if after is not None and not EARLIEST_MIN <= after <= LATEST_MIN:
        raise FigureInvalidError(_("分钟数应在 -10080（提前七天）与 43200（三十天）之间。"))
    return after, _posts(found[2])


def _posts(names: str) -> list[str]:
    known = {str(post.label): post.value for post in Post}
    said = [name for name in re.split(r"[、,，\s]+", names) if name]
    unknown = [name for name in said if name not in known and name != OWNERS]
    if unknown or not said:
        told = "、".join(unknown) or _("（没写）")
        raise FigureInvalidError(_("没有“%(names)s”这个岗位；由本人办的写“经办人”。") % {"names": told})
    return [known[name] for name in said if name != OWNERS]
