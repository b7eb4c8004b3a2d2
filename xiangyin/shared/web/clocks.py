"""What a clock on a page says: time left, late by, or kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.utils.translation import gettext as _

from xiangyin.shared.web.wording import span, span_words, whole_minutes

SOON = timedelta(minutes=10)  # of the interface only: when a running clock starts to ask for the eye

Standing = Literal["ahead", "soon", "late", "kept", "missed"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A clock as read at one instant; `standing` chooses the look, `text` says it in words."""

    standing: Standing
    text: str


def read_clock(due: datetime, *, now: datetime, done: datetime | None = None) -> Reading:
    """Read a clock. A fulfilled one (`done`) no longer depends on `now`. All three are aware."""
    if done is not None:
        return _read_fulfilled(due, done)
    if now > due:
        late = now - due
        return Reading("late", _("已晚 %(span)s") % {"span": span(late)} if whole_minutes(late) else _("刚刚到时"))
    if not whole_minutes(due - now):
        return Reading("soon", _("还剩不到 1 分钟"))
    return Reading("soon" if due - now <= SOON else "ahead", _("还剩 %(span)s") % {"span": span(due - now)})


def _read_fulfilled(due: datetime, done: datetime) -> Reading:
    late = done - due
    if late <= timedelta(0) or whole_minutes(late) == 0:
        return Reading("kept", _("按时办结"))
    return Reading("missed", _("办结时晚 %(span)s") % {"span": span(late)})


def reading_words() -> dict[str, str]:
    """Return the patterns of `read_clock` for clock.js: the page goes on counting in the server's own words."""
    return span_words() | {
        "left": _("还剩 %(span)s"),
        "last": _("还剩不到 1 分钟"),
        "late": _("已晚 %(span)s"),
        "just": _("刚刚到时"),
    }
