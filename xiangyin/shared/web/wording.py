"""How times, durations and modes are said to people (docs/interface.md, “Dates and times”)."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MINUTES_OF_HOUR = 60
MINUTES_OF_DAY = 24 * MINUTES_OF_HOUR


def whole_minutes(length: timedelta) -> int:
    """Minutes of a length, sign dropped and seconds cut off: “8 分钟” is said after the eighth full one."""
    return int(abs(length).total_seconds() // 60)


def span(length: timedelta) -> str:
    """Say a duration in at most two units: “12 分钟”, “2 小时 5 分钟”, “3 天 4 小时”; under a minute “不到 1 分钟”."""
    minutes = whole_minutes(length)
    days, rest = divmod(minutes, MINUTES_OF_DAY)
    hours, rest = divmod(rest, MINUTES_OF_HOUR)
    if minutes == 0:
        return _("不到 1 分钟")
    said = [_days(days), _hours(hours)] if days else [_hours(hours), _minutes(rest)]
    return " ".join(word for word in said if word)


def minutes_late(late_min: int | None) -> str:
    """How late an act was: “按时”, “晚 25 分钟”; nothing where no clock ran."""
    if late_min is None:
        return "—"
    return _("晚 %(span)s") % {"span": span(timedelta(minutes=late_min))} if late_min else _("按时")


def _days(count: int) -> str:
    return _counted(ngettext("%(count)d 天", "%(count)d 天", count), count)


def _hours(count: int) -> str:
    return _counted(ngettext("%(count)d 小时", "%(count)d 小时", count), count)


def _minutes(count: int) -> str:
    return _counted(ngettext("%(count)d 分钟", "%(count)d 分钟", count), count)


def _counted(words: str, count: int) -> str:
    return words % {"count": count} if count else ""


def mode_words(mode: str) -> str:
    """The mark on whatever is not actual, “演练 DRILL”; nothing for what is."""
    return {"drill": _("演练 DRILL"), "test": _("测试 TEST")}.get(mode, "")


def span_words() -> dict[str, str]:
    """Return the patterns of `span` for the page's script, which counts on without the server."""
    return {
        "days": ngettext("%(count)d 天", "%(count)d 天", 2),
        "hours": ngettext("%(count)d 小时", "%(count)d 小时", 2),
        "minutes": ngettext("%(count)d 分钟", "%(count)d 分钟", 2),
    }


def moment(at: datetime, now: datetime | None = None) -> str:
    """“11月24日 03:05” in the office's time zone; the year is added when `now` lies in another one."""
    here = timezone.localtime(at)
    if now is not None and timezone.localtime(now).year != here.year:
        return moment_full(at)
    return _("%(month)d月%(day)d日 %(time)s") % {"month": here.month, "day": here.day, "time": f"{here:%H:%M}"}


def moment_full(at: datetime) -> str:
    """“2026年11月24日 03:05”: for paper and for what is kept."""
    here = timezone.localtime(at)
    named = {"year": here.year, "month": here.month, "day": here.day, "time": f"{here:%H:%M}"}
    return _("%(year)d年%(month)d月%(day)d日 %(time)s") % named
