"""How often a post will have been passed on after a day, from its first hours."""

from bisect import bisect_right
from collections.abc import Sequence
from math import log, log1p

from xiangyin.engine.forecast import Expected, ForecastModel, expect

_PARTS = (1 / 12, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 3 / 4)
_LATE = (11 / 12, 5 / 6, 3 / 4, 1 / 2)
_QUARTERS = (0.25, 0.5, 0.75, 1.0)
_SPANS = ((0.0, 0.1), (0.1, 0.25), (0.25, 0.5), (0.5, 0.75), (0.75, 1.0), (0.9, 1.0))
_FADING_MIN = (3.0, 10.0, 30.0)  # minutes after which a repost draws half as many others as at once


def facts(minutes: Sequence[float], *, seen_h: float) -> list[float]:
    """Return what the forecast knows of the reposts' minutes: their number, how it grew, how late they came.

    Then their rate in each part of the time seen, and how strongly those seen still draw others at its end.
    Source of the last: self-exciting cascades with a fading memory (Zhao et al., SEISMIC, KDD 2015).

    >>> facts([1, 2, 50], seen_h=1)[0]
    1.386294
    """
    end = 60 * seen_h
    found = sorted(max(0.0, one) for one in minutes if one <= end)  # a clock may lag: a repost before its post
    total = log1p(len(found))
    grown = [total - log1p(bisect_right(found, end * part)) for part in _PARTS]
    late = [log1p(len(found) - bisect_right(found, end * part)) for part in _LATE]
    places = [found[min(len(found) - 1, int(len(found) * q))] / end if found else 0.0 for q in _QUARTERS]
    return [round(one, 6) for one in (total, *grown, *late, *places, *_rates(found, end), *_drawing(found, end))]


def _rates(found: Sequence[float], end: float) -> list[float]:
    spans = (
        (bisect_right(found, end * till) - bisect_right(found, end * since), till - since) for since, till in _SPANS
    )
    return [log1p(count) - log(length) for count, length in spans]


def _drawing(found: Sequence[float], end: float) -> list[float]:
    return [log1p(sum(1 / (1 + (end - one) / fading) for one in found)) for fading in _FADING_MIN]


def after_a_day(minutes: Sequence[float], *, seen_h: int, model: ForecastModel) -> Expected:
    """Return the number of reposts after 24 h, from the minutes (since the post) of those in the first `seen_h` hours.

    >>> from xiangyin.engine.forecast import Horizon
    >>> from xiangyin.engine.trees import Trees
    >>> flat = Trees(0.0, (), (), ())
    >>> after_a_day([1, 5], seen_h=1, model=ForecastModel({1: Horizon(flat, flat, flat, (0.0, 0.0))})).mid
    2.0
    """
    nearest = min(model.horizons, key=lambda hours: (abs(hours - seen_h), hours))
    known = facts(minutes, seen_h=seen_h)
    said = expect(model.horizons[nearest], known, known[0])
    least = float(sum(one <= 60 * seen_h for one in minutes))
    return Expected(max(least, said.low), max(least, said.mid), max(least, said.high))
