from datetime import UTC, datetime, timedelta

import pytest

from tests.web.site import NOON
from xiangyin.shared.web.wording import moment, moment_full, span


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(seconds=59), "不到 1 分钟"),
        (timedelta(minutes=12), "12 分钟"),
        (timedelta(hours=2), "2 小时"),
        (timedelta(hours=2, minutes=5), "2 小时 5 分钟"),
        (timedelta(days=3, hours=4, minutes=59), "3 天 4 小时"),
        (timedelta(days=1, minutes=30), "1 天"),
        (-timedelta(minutes=8, seconds=40), "8 分钟"),
    ],
)
def test_a_duration_is_said_in_at_most_two_units(length: timedelta, said: str) -> None:
    assert span(length) == said


def test_a_moment_is_said_in_the_offices_time_zone() -> None:
    at = datetime(2026, 11, 23, 19, 5, tzinfo=UTC)

    assert moment(at) == "11月24日 03:05"
    assert moment_full(at) == "2026年11月24日 03:05"


def test_the_year_is_said_only_when_it_is_another_one() -> None:
    assert moment(NOON - timedelta(days=1), NOON) == "11月23日 12:00"
    assert moment(NOON - timedelta(days=400), NOON) == "2025年10月20日 12:00"
    # 23:30 on New Year's Eve in UTC is already the new year in the office.
    assert moment(datetime(2025, 12, 31, 23, 30, tzinfo=UTC), NOON) == "1月1日 07:30"
