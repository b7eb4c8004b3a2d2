"""How often a post will have been passed on after a day, from its first hours."""

from bisect import bisect_right
from collections.abc import Sequence
from math import log1p

from xiangyin.engine.forecast import Expected, ForecastModel, expect

_PARTS = (1 / 12, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 3 / 4)
_LATE = (11 / 12, 5 / 6, 3 / 4, 1 / 2)
_QUARTERS = (0.25, 0.5, 0.75, 1.0)


def facts(minutes: Sequence[float], *, seen_h: float) -> list[float]:
    """Return what the forecast knows of the reposts' minutes: their number, how it grew, how late they came.

    >>> facts([1, 2, 50], seen_h=1)[0]
    1.386294
    """
    end = 60 * seen_h
    found = sorted(one for one in minutes if one <= end)
    total = log1p(len(found))
    grown = [total - log1p(bisect_right(found, end * part)) for part in _PARTS]
    late = [log1p(len(found) - bisect_right(found, end * part)) for part in _LATE]
    places = [found[min(len(found) - 1, int(len(found) * q))] / end if found else 0.0 for q in _QUARTERS]
    return [round(one, 6) for one in (total, *grown, *late, *places)]


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
