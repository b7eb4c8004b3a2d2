"""The clocks of a warning: counted from E1, halved for red and orange."""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.rules.deadlines import GRAVE, length
from xiangyin.organization.rules.powers import LEADERS, held_by
from xiangyin.organization.terms import Colour, Post
from xiangyin.shared.obligations.keep import Owner
from xiangyin.shared.steps.step import Owed
from xiangyin.warning.models import EarlyWarning


def _since_logged(figure: str) -> Callable[[EarlyWarning, datetime], datetime]:
    def due(warning: EarlyWarning, _now: datetime) -> datetime:
        span = length(figure, warning)
        return warning.event.clock_from + (span / 2 if warning.colour in GRAVE else span)

    return due


def _activate_by(warning: EarlyWarning, _now: datetime) -> datetime:
    figure = "activate_grave_min" if warning.colour in GRAVE else "activate_min"
    return (warning.issued_at or warning.proposed_at) + length(figure, warning)


def _review_by(warning: EarlyWarning, now: datetime) -> datetime:
    return now + length("decline_review_min", warning)


def _who_starts(warning: EarlyWarning) -> Owner:
    blue = (Post.OFFICE_DIRECTOR,) if warning.colour == Colour.BLUE else ()
    return held_by(*LEADERS, *blue)(warning)


def _from_yellow(warning: EarlyWarning) -> frozenset[str]:
    return frozenset({"dismiss_by_verifier"} if warning.colour <= Colour.YELLOW else ())


NO_DISMISSAL = frozenset({"dismiss"})

VERIFY = Owed(
    kind="warning.verify", label=_("核实级别"), owner=held_by(Post.VERIFIER), due=_since_logged("verify_min"),
    clause="3.3.2", blocks=_from_yellow,
)  # fmt: skip
ISSUE = Owed(
    kind="warning.issue", label=_("发布预警"), owner=held_by(Post.OFFICE_DIRECTOR), due=_since_logged("issue_min"),
    clause="3.3.2", blocks=_from_yellow,
)  # fmt: skip
ACTIVATE = Owed(
    kind="response.activate", label=_("启动预案或解除预警"), owner=_who_starts, due=_activate_by, on="event", clause="3.3.3",
    blocks=lambda _warning: NO_DISMISSAL,
)  # fmt: skip
DECLINED = Owed(
    kind="warning.review", label=_("复核暂不启动的预警"), owner=held_by(*LEADERS), due=_review_by, on="event",
    clause="3.3.3", blocks=lambda _warning: NO_DISMISSAL,
)  # fmt: skip
