"""Reports upward: the first within its time, then at fixed hours and after each change, and a final one (2.2.1)."""

from datetime import timedelta

import pytest

from tests.papers import issued_report
from xiangyin.organization.queries.roster import LOCAL
from xiangyin.organization.terms import Colour
from xiangyin.shared.obligations.queries import still_open
from xiangyin.warning.rules.early_warning import WARNING_STEPS


def owed(event, kind: str):
    return still_open().filter(dossier_id=event.id, kind=kind).first()


def hour_of(obligation) -> str:
    return f"{obligation.due_at.astimezone(LOCAL):%H:%M}"


def test_after_the_first_report_the_next_is_due_at_a_fixed_hour(town):
    event = town.issued(Colour.YELLOW).event
    assert owed(event, "report.follow_up") is None

    issued_report(town, event)

    assert owed(event, "report.written") is None
    assert hour_of(owed(event, "report.follow_up")) == "17:00"


def test_each_follow_up_starts_the_clock_of_the_next(town):
    event = town.issued(Colour.YELLOW).event
    issued_report(town, event)
    town.later(60 * 4)

    issued_report(town, event, "follow_up")

    assert hour_of(owed(event, "report.follow_up")) == "08:00"


def test_a_report_an_hour_before_the_fixed_time_is_not_asked_for_twice(town):
    event = town.issued(Colour.YELLOW).event
    town.later(60 * 4)

    issued_report(town, event)

    assert hour_of(owed(event, "report.follow_up")) == "08:00"


def test_a_change_of_level_is_reported_at_once(town):
    warning = town.issued(Colour.YELLOW)
    issued_report(town, warning.event)
    town.later(10)

    town.take(WARNING_STEPS, warning.id, "upgrade", "周主任", colour=Colour.RED, reason="有学生住院")

    assert owed(warning.event, "report.follow_up").due_at == town.now + timedelta(minutes=40)


@pytest.mark.parametrize(("colour", "asked"), [(Colour.YELLOW, True), (Colour.BLUE, False)])
def test_when_the_warning_is_over_the_final_report_takes_its_place(town, colour, asked):
    warning = town.issued(colour)
    issued_report(town, warning.event)

    town.take(WARNING_STEPS, warning.pk, "stand_down", "周主任", reason="已解决", assessment="无恙。")

    assert owed(warning.event, "report.follow_up") is None
    assert (owed(warning.event, "report.final") is not None) is asked


def test_a_blue_event_owes_one_report_and_no_more(town):
    event = town.issued(Colour.BLUE).event

    issued_report(town, event)

    assert owed(event, "report.follow_up") is None
