"""Lengths of time between the steps of events, as numbers (1.3.2)."""

from dataclasses import fields, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from xiangyin.board.queries.lead_time import LEGS, Moments, banded, leg_times, not_exceeded, spread

NOON = datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
MINUTE = timedelta(minutes=1)
FULL = Moments(NOON - 90 * MINUTE, NOON, NOON + 4 * MINUTE, NOON + 40 * MINUTE, NOON + 65 * MINUTE)
lengths = st.lists(st.timedeltas(timedelta(), timedelta(days=30)), max_size=50)


def test_each_leg_is_the_time_between_its_ends():
    minutes = {key: length / MINUTE for key, length in leg_times(FULL).items() if length is not None}

    assert minutes == {"found": 90, "logged": 4, "warned": 36, "started": 25, "whole": 155}


def test_a_step_that_has_not_happened_leaves_its_legs_blank_and_no_other():
    gone = {
        "said_at": {"found", "whole"},
        "warned_at": {"warned", "started"},
        "started_at": {"started", "whole"},
    }
    for name, blank in gone.items():
        times = leg_times(replace(FULL, **{name: None}))
        assert {key for key, length in times.items() if length is None} == blank


def test_a_leg_of_no_length_is_zero_and_not_blank():
    assert leg_times(replace(FULL, logged_at=NOON))["logged"] == timedelta()


def test_every_leg_joins_two_moments_that_there_are():
    known = {field.name for field in fields(Moments)}
    assert {end for leg in LEGS for end in (leg.start, leg.end)} <= known


@given(lengths.filter(bool), st.integers(1, 10))
def test_so_many_tenths_do_not_exceed_the_answer_and_no_smaller_one_would_do(values, tenths):
    answer = not_exceeded(values, tenths=tenths)

    assert answer in values
    assert 10 * sum(value <= answer for value in values) >= tenths * len(values)
    assert 10 * sum(value < answer for value in values) < tenths * len(values)


@given(lengths)
def test_every_length_falls_into_one_band(values):
    assert sum(count for _label, count in banded(values)) == len(values)


def test_a_band_takes_in_its_upper_bound():
    counted = [count for _label, count in banded([15 * MINUTE, 15 * MINUTE + timedelta(seconds=1), timedelta(days=3)])]

    assert counted == [1, 1, 0, 0, 1, 0]


def test_nothing_has_no_median():
    assert spread([]) == (0, None, None, None)
    assert spread([10 * MINUTE] * 9 + [timedelta(days=2)]) == (10, 10 * MINUTE, 10 * MINUTE, timedelta(days=2))
