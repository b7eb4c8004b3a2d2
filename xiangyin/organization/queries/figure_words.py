"""A figure's value as somebody would say it: “12 小时”, “3 个工作日”, “8:00、17:00”."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xiangyin.organization.queries.figures import default_figures
from xiangyin.organization.terms import Post
from xiangyin.shared.web.wording import span

YES, NO = "是", "否"
OWNERS = "经办人"
HOUR_MIN = 60
YEAR_DAYS = 365
MOST_HOURS_MIN = 72 * HOUR_MIN  # rules speak of 24, 48 and 72 hours; beyond that people count days
_COUNTED = {
    "d": gettext_lazy("%(n)d 天"), "工作日": gettext_lazy("%(n)d 个工作日"), "h": gettext_lazy("%(n)d 小时"),
    "个": gettext_lazy("%(n)d 个"),
}  # fmt: skip


def value_words(name: str, value: Any) -> str:
    """The value of the figure in words.

    >>> value_words("press_conference_min", 1440), value_words("dispute_workdays", 5), value_words("verify_min", 45)
    ('24 小时', '5 个工作日', '45 分钟')
    """
    unit = str(default_figures()[name]["unit"])
    if isinstance(value, bool):
        return YES if value else NO
    if unit == "时":
        hours = value if isinstance(value, list) else [value]
        return "、".join(f"{hour}:00" for hour in hours)
    if isinstance(value, list):
        return "；".join(f"{_moment(after)} {post_names(posts)}" for after, posts in value)
    return minutes_words(value) if unit == "min" else _counted(value, unit)


def _counted(count: int, unit: str) -> str:
    years, rest = divmod(count, YEAR_DAYS)
    if unit == "d" and years and not rest:
        return _("%(n)d 年") % {"n": years}
    return str(_COUNTED[unit] % {"n": count})


def minutes_words(minutes: int) -> str:
    """Whole hours up to 72 as hours, everything else in at most two units."""
    if minutes <= MOST_HOURS_MIN and minutes and minutes % HOUR_MIN == 0:
        return _("%(n)d 小时") % {"n": minutes // HOUR_MIN}
    return span(timedelta(minutes=minutes))


def post_names(posts: list[str]) -> str:
    """The posts of a rung; none named means whoever owes the thing."""
    return "、".join(str(Post(post).label) for post in posts) or OWNERS


def _moment(after_min: int | None) -> str:
    if after_min is None:
        return _("一开始")
    if not after_min:
        return _("到时")
    words = {"span": minutes_words(abs(after_min))}
    return _("晚 %(span)s") % words if after_min > 0 else _("提前 %(span)s") % words
