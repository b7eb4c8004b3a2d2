import re
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.web.site import NOON
from xiangyin.shared.web.drawing import Expected, Seen, draw_curve, nice_steps, sparkline_path

HOUR = timedelta(hours=1)
counts = st.lists(st.floats(0, 1e6), min_size=2, max_size=40)


def places(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"([-\d.e]+) ([-\d.e]+)", path)]


@given(counts)
def test_a_curve_stays_inside_its_box_and_keeps_every_count(values: list[float]) -> None:
    curve = draw_curve([Seen(NOON + index * HOUR, value) for index, value in enumerate(values)])

    assert curve is not None
    drawn = places(curve.seen_path)
    assert len(drawn) == len(values)
    assert all(0 <= x <= 100 and 0 <= y <= 100 for x, y in drawn)


@given(st.floats(0, 1e9))
def test_the_axis_takes_in_the_highest_value_in_at_most_four_round_numbers(highest: float) -> None:
    marks = nice_steps(highest)

    assert marks[0] == 0
    assert marks[-1] >= highest * (1 - 1e-9)
    assert 2 <= len(marks) <= 4


@given(st.integers(1, 24 * 90))
def test_no_more_dates_stand_on_the_axis_than_a_phone_can_show(hours: int) -> None:
    curve = draw_curve([Seen(NOON, 1), Seen(NOON + hours * HOUR, 2)])

    assert curve is not None
    assert len(curve.across) <= 6
    assert all(0 <= tick.place <= 100 for tick in curve.across)


def test_the_forecast_begins_where_the_counts_end() -> None:
    curve = draw_curve([Seen(NOON, 2), Seen(NOON + HOUR, 4)], [Expected(NOON + 2 * HOUR, 1, 3, 6)])

    assert curve is not None
    assert curve.now_place == 50
    assert places(curve.mid_path)[0] == places(curve.seen_path)[-1]
    assert curve.interval_path.endswith("Z")


def test_nothing_is_drawn_from_one_instant() -> None:
    assert draw_curve([]) is draw_curve([Seen(NOON, 3)]) is None
    assert sparkline_path([3]) == ""
