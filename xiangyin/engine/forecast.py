"""How hot a matter will be some hours from now: a middle value and an interval of 80 %."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, expm1, log1p, pi, sin

from xiangyin.engine.trees import Trees, value

_BACK = (1, 2, 3, 6)
_DAY = 24


@dataclass(frozen=True, slots=True)
class Horizon:
    """What was learned for one distance: the middle, both ends, and what calibration adds to the ends (log scale)."""

    low: Trees
    mid: Trees
    high: Trees
    wider: tuple[float, float]


@dataclass(frozen=True, slots=True)
class ForecastModel:
    """Horizons by their distance (hours ahead, or hours seen)."""

    horizons: Mapping[int, Horizon]


@dataclass(frozen=True, slots=True)
class Expected:
    """An expected value with its central 80 % interval, in the units of the series (≥ 0)."""

    low: float
    mid: float
    high: float


def facts(hours: Sequence[int], values: Sequence[float], *, first_hour: int, ahead: int) -> list[float]:
    """Return what the forecast knows of an hourly series: its last logarithms, its slopes, its age, the time of day.

    `first_hour` is the hour of the day (0…23) at which hour 0 of the series lies.

    >>> facts([0, 1], [0.0, 1.0], first_hour=8, ahead=3)[:2]
    [0.693147, 0.693147]
    """
    logs = [log1p(max(0.0, one)) for one in values]
    last, now = logs[-1], hours[-1]
    earlier = [_at(hours, logs, now - back) for back in _BACK]
    peak = max(range(len(logs)), key=lambda n: (logs[n], -n))
    mean = sum(logs) / len(logs)
    slopes = [
        last - earlier[0],
        earlier[0] - earlier[1],
        last - earlier[2],
        last - earlier[3],
        logs[peak] - last,
        mean - last,
    ]
    ages = [log1p(now - hours[0]), log1p(now - hours[peak]), float(len(hours))]
    return [round(one, 6) for one in (last, *slopes, *ages, *_clock(first_hour + now, ahead))]


def _at(hours: Sequence[int], logs: Sequence[float], hour: int) -> float:
    place = bisect_right(hours, hour) - 1
    return logs[max(0, place)]


def _clock(hour: int, ahead: int) -> tuple[float, ...]:
    now, then = hour % _DAY, (hour + ahead) % _DAY
    turns = [2 * pi * then / _DAY, 2 * pi * now / _DAY]
    return (
        float(now),
        float(then),
        *(f(turn) for turn in turns for f in (sin, cos)),
        *(f(2 * turns[0]) for f in (sin, cos)),
    )


def expect(horizon: Horizon, known: Sequence[float], last: float) -> Expected:
    """Return the expected value; the trees say by how much the logarithm will differ from `last`.

    >>> flat = Trees(0.0, (), (), ())
    >>> expect(Horizon(flat, flat, flat, (0.0, 0.0)), [], 0.0)
    Expected(low=0.0, mid=0.0, high=0.0)
    """
    mid = last + value(horizon.mid, known)
    low = min(mid, last + value(horizon.low, known) - horizon.wider[0])
    high = max(mid, last + value(horizon.high, known) + horizon.wider[1])
    return Expected(*(round(max(0.0, expm1(one)), 4) for one in (low, mid, high)))


def ahead_of(
    hours: Sequence[int], values: Sequence[float], *, first_hour: int, ahead: int, model: ForecastModel
) -> Expected:
    """Return what an hourly series (hours ascending, up to now) will be `ahead` hours from now (1…24).

    Between learned distances the two nearest are mixed in proportion.

    >>> flat = Trees(0.0, (), (), ())
    >>> model = ForecastModel({3: Horizon(flat, flat, flat, (0.0, 0.0))})
    >>> ahead_of([0, 1], [2.0, 5.0], first_hour=0, ahead=3, model=model).mid
    5.0
    """
    known = sorted(model.horizons)
    place = min(range(len(known)), key=lambda n: (known[n] < ahead, abs(known[n] - ahead)))
    above = known[place] if known[place] >= ahead else known[-1]
    below = max((one for one in known if one <= ahead), default=above)
    last = log1p(max(0.0, values[-1]))
    ends = [
        expect(model.horizons[one], facts(hours, values, first_hour=first_hour, ahead=ahead), last)
        for one in (below, above)
    ]
    share = (ahead - below) / (above - below) if above > below else 0.0
    return _mixed(ends[0], ends[1], share)


def _mixed(a: Expected, b: Expected, share: float) -> Expected:
    def between(x: float, y: float) -> float:
        return round(expm1(log1p(x) * (1 - share) + log1p(y) * share), 4)

    return Expected(between(a.low, b.low), between(a.mid, b.mid), between(a.high, b.high))
