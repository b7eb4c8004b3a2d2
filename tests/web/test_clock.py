from datetime import timedelta

from django.template import Context, Template

from tests.web.site import NOON
from xiangyin.shared.web.clocks import read_clock

MIN = timedelta(minutes=1)


def test_a_running_clock_says_the_time_left_and_warns_ten_minutes_before() -> None:
    assert (read_clock(NOON + 11 * MIN, now=NOON).standing, read_clock(NOON + 11 * MIN, now=NOON).text) == (
        "ahead",
        "还剩 11 分钟",
    )
    assert read_clock(NOON + 10 * MIN, now=NOON).standing == "soon"
    assert read_clock(NOON, now=NOON).text == "还剩不到 1 分钟"


def test_a_late_clock_says_by_how_much() -> None:
    assert read_clock(NOON - 8 * MIN, now=NOON).text == "已晚 8 分钟"
    assert read_clock(NOON - timedelta(seconds=30), now=NOON).text == "刚刚到时"


def test_a_fulfilled_clock_no_longer_depends_on_now() -> None:
    kept = {read_clock(NOON, now=now, done=NOON - MIN).text for now in (NOON - MIN, NOON + 300 * MIN)}
    assert kept == {"按时办结"}
    assert read_clock(NOON, now=NOON, done=NOON + 38 * MIN).text == "办结时晚 38 分钟"


def test_the_mark_carries_the_exact_time_and_counts_on_only_while_it_runs() -> None:
    page = Template("{% load web %}{% clock due now %}|{% clock due now done %}|{% clock nothing now %}")
    running, fulfilled, endless = page.render(
        Context({"due": NOON + 5 * MIN, "now": NOON, "done": NOON, "nothing": None})
    ).split("|")

    assert "11月24日 12:05 前" in running
    assert 'data-due="2026-11-24T12:05:00+08:00"' in running
    assert "data-due" not in fulfilled
    assert "不限时" in endless
