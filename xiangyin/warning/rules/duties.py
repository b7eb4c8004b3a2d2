"""What an issued warning obliges the township to: reports upward and a first authoritative word (process.md 2).

The step that warns starts these; publication and the papers fulfil them.
"""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.rules.deadlines import GRAVE, length
from xiangyin.organization.rules.powers import WATCHERS, held_by
from xiangyin.organization.terms import Colour, Post
from xiangyin.shared.steps.step import Owed
from xiangyin.warning.models import EarlyWarning
from xiangyin.warning.terms import Grade


def _report_due(warning: EarlyWarning, by: str) -> datetime:
    if warning.colour in GRAVE:
        figure = f"{by}_report_grave_min"
    else:
        figure = f"{by}_report_yellow_min" if warning.colour == Colour.YELLOW else "written_report_blue_min"
    # A sensitive event is reported as fast as a yellow one, whatever its colour (law.md 2.1).
    if warning.event.is_sensitive and warning.colour == Colour.BLUE:
        figure = f"{by}_report_yellow_min"
    return (warning.issued_at or warning.proposed_at) + length(figure, warning)


def _phone_due(warning: EarlyWarning, _now: datetime) -> datetime:
    return _report_due(warning, "phone")


def _written_due(warning: EarlyWarning, _now: datetime) -> datetime:
    return _report_due(warning, "written")


def _phone_needed(warning: EarlyWarning) -> bool:
    return warning.colour != Colour.BLUE or warning.event.is_sensitive


def _first_word_due(warning: EarlyWarning, _now: datetime) -> datetime:
    figure = "first_word_min" if warning.grade <= Grade.MAJOR else "answer_min"
    return warning.event.found_at + length(figure, warning)


OFFICE = held_by(*WATCHERS, Post.OFFICE_DIRECTOR)

PHONE_REPORT = Owed(
    kind="report.phone", label=_("电话报告县里"), owner=OFFICE, due=_phone_due, on="event", clause="2.2.1",
    needed=_phone_needed,
)  # fmt: skip
WRITTEN_REPORT = Owed(
    kind="report.written", label=_("书面初报"), owner=OFFICE, due=_written_due, on="event", clause="2.2.1"
)
FIRST_WORD = Owed(
    kind="statement.first", label=_("发布首次情况通报"), owner=held_by(Post.PUBLICITY, Post.SPOKESPERSON),
    due=_first_word_due, on="event", clause="4.2.1",
)  # fmt: skip

DUTIES = (PHONE_REPORT, WRITTEN_REPORT, FIRST_WORD)
KINDS = frozenset(owed.kind for owed in DUTIES)


def light(warning: EarlyWarning) -> frozenset[str]:
    """A blue warning that ends without a response owes no statement and no written report (process.md 1, E7)."""
    return KINDS if warning.colour == Colour.BLUE else frozenset()
