"""What an issued warning obliges the township to: reports upward and a first authoritative word (process.md 2).

The step that warns starts these; publication and the papers fulfil them.
"""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.queries.figures import figure
from xiangyin.organization.rules.deadlines import GRAVE, after, at_next_hour, length
from xiangyin.organization.rules.powers import WATCHERS, held_by
from xiangyin.organization.terms import Colour, Post
from xiangyin.shared.steps.step import Owed
from xiangyin.warning.models import EarlyWarning
from xiangyin.warning.terms import Grade


def report_span(warning: EarlyWarning, by: str) -> timedelta:
    """How soon the county is to hear, by `phone` or `written`, at the present level."""
    if warning.colour in GRAVE:
        return length(f"{by}_report_grave_min", warning)
    # A sensitive event is reported as fast as a yellow one, whatever its colour (law.md 2.1).
    fast = warning.colour == Colour.YELLOW or warning.event.is_sensitive
    return length(f"{by}_report_yellow_min" if fast else "written_report_blue_min", warning)


def _phone_due(warning: EarlyWarning, _now: datetime) -> datetime:
    return (warning.issued_at or warning.proposed_at) + report_span(warning, "phone")


def _written_due(warning: EarlyWarning, _now: datetime) -> datetime:
    return (warning.issued_at or warning.proposed_at) + report_span(warning, "written")


def _follow_up_due(warning: EarlyWarning, now: datetime) -> datetime:
    hours = figure("follow_up_hours", jurisdiction_id=warning.jurisdiction_id)
    return at_next_hour(now + length("follow_up_gap_min", warning), hours)


def goes_on_upward(warning: EarlyWarning) -> bool:
    """Whether more is owed to the county than one written report within the day."""
    return warning.colour != Colour.BLUE or warning.event.is_sensitive


def _closing(_warning: EarlyWarning) -> frozenset[str]:
    return frozenset({"close"})


def _first_word_due(warning: EarlyWarning, _now: datetime) -> datetime:
    figure = "first_word_min" if warning.grade <= Grade.MAJOR else "answer_min"
    return warning.event.found_at + length(figure, warning)


def _conference_due(warning: EarlyWarning, _now: datetime) -> datetime:
    return warning.event.found_at + length("press_conference_min", warning)


OFFICE = held_by(*WATCHERS, Post.OFFICE_DIRECTOR)

PHONE_REPORT = Owed(
    kind="report.phone", label=_("电话报告县里"), owner=OFFICE, due=_phone_due, on="event", clause="2.2.1",
    needed=goes_on_upward, blocks=_closing,
)  # fmt: skip
WRITTEN_REPORT = Owed(
    kind="report.written", label=_("书面初报"), owner=OFFICE, due=_written_due, on="event", clause="2.2.1",
    blocks=_closing,
)  # fmt: skip
FOLLOW_UP = Owed(
    kind="report.follow_up", label=_("书面续报"), owner=OFFICE, due=_follow_up_due, on="event", clause="2.2.1",
    needed=goes_on_upward,
)  # fmt: skip
FINAL_REPORT = Owed(
    kind="report.final", label=_("书面终报"), owner=OFFICE, due=after("final_report_min"), on="event", clause="2.2.1",
    needed=goes_on_upward, blocks=_closing,
)  # fmt: skip
FIRST_WORD = Owed(
    kind="statement.first", label=_("发布首次情况通报"), owner=held_by(Post.PUBLICITY, Post.SPOKESPERSON),
    due=_first_word_due, on="event", clause="4.2.1", blocks=_closing,
)  # fmt: skip

CONFERENCE = Owed(
    kind="statement.conference", label=_("召开新闻发布会"), owner=held_by(Post.PUBLICITY, Post.SPOKESPERSON),
    due=_conference_due, on="event", clause="4.2.1", needed=lambda warning: warning.grade <= Grade.MAJOR, blocks=_closing,
)  # fmt: skip

DUTIES = (PHONE_REPORT, WRITTEN_REPORT, FIRST_WORD, CONFERENCE)
KINDS = frozenset(owed.kind for owed in DUTIES)


def light(warning: EarlyWarning) -> frozenset[str]:
    """A blue warning that ends without a response owes no statement and no written report (process.md 1, E7)."""
    return KINDS if warning.colour == Colour.BLUE else frozenset()
