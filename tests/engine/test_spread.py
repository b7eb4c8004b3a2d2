from xiangyin.adapters.engine.models import load
from xiangyin.engine.spread import after_a_day, facts


def foretold(minutes):
    return after_a_day(minutes, seen_h=1, model=load().spread)


def test_a_post_still_passed_on_is_expected_to_grow_more_than_one_gone_quiet():
    quiet, lively = foretold(range(1, 21)), foretold(range(40, 60))
    assert lively.mid > quiet.mid
    assert lively.high > quiet.high


def test_what_was_seen_is_the_least_that_is_expected():
    for minutes in ([], [5], list(range(60)), [59] * 500):
        said = foretold(minutes)
        assert len(minutes) <= said.low <= said.mid <= said.high


def test_a_repost_before_its_post_and_the_order_of_minutes_change_nothing():
    assert facts([-1, 30, 2], seen_h=1) == facts([0, 2, 30], seen_h=1)


def test_what_comes_after_the_time_seen_is_not_looked_at():
    assert facts([1, 2, 61, 900], seen_h=1) == facts([1, 2], seen_h=1)
