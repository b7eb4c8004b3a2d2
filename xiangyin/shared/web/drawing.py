"""Curves drawn on the server as SVG: no script, prints well, and the numbers stand beside them as a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from django.utils import timezone

from xiangyin.shared.web.wording import moment

if TYPE_CHECKING:
    from collections.abc import Sequence

TICK_HOURS = (1, 2, 3, 6, 12, 24, 48, 96, 168, 336)
TICKS = 5  # at most; more than five dates do not fit beside each other on 360 px
DAY_H = 24
TINIEST = 1e-9  # below it an axis has no round numbers


@dataclass(frozen=True, slots=True)
class Seen:
    """What was counted at an instant."""

    at: datetime
    value: float


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected at an instant: the middle and the bounds of the 80 % interval, in the unit of `Seen.value`."""

    at: datetime
    low: float
    mid: float
    high: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis; `place` in percent of the plot, from the left or from the top."""

    place: float
    label: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A drawn curve: paths in a box of 100 × 100 that the page stretches; `now_place` (percent) ends the seen."""

    seen_path: str
    mid_path: str
    interval_path: str
    now_place: float | None
    across: Sequence[Tick]
    upward: Sequence[Tick]
    seen: Sequence[Seen]
    expected: Sequence[Expected]


@dataclass(frozen=True, slots=True)
class _Box:
    start: datetime
    length: timedelta
    top: float

    def x(self, at: datetime) -> float:
        return round(100 * ((at - self.start) / self.length), 2)

    def y(self, value: float) -> float:
        return round(100 - 100 * value / self.top, 2)


def draw_curve(seen: Sequence[Seen], expected: Sequence[Expected] = ()) -> Curve | None:
    """Draw counts and their forecast, both in time order, values ≥ 0; None for fewer than two instants."""
    instants = [point.at for point in seen] + [point.at for point in expected]
    if len(instants) < 2 or instants[0] == instants[-1]:  # noqa: PLR2004 - a line has two ends
        return None
    upward = nice_steps(max([point.value for point in seen] + [point.high for point in expected]))
    box = _Box(instants[0], instants[-1] - instants[0], upward[-1])
    joined = [Expected(seen[-1].at, *[seen[-1].value] * 3), *expected] if seen and expected else list(expected)
    return Curve(
        seen_path=_line([(box.x(point.at), box.y(point.value)) for point in seen]),
        mid_path=_line([(box.x(point.at), box.y(point.mid)) for point in joined]),
        interval_path=_interval(box, joined),
        now_place=box.x(seen[-1].at) if seen and expected else None,
        across=[Tick(box.x(at), _tick_label(at, step_h)) for at, step_h in _instants(box)],
        upward=[Tick(box.y(value), f"{value:g}") for value in upward],
        seen=seen,
        expected=expected,
    )


def nice_steps(highest: float) -> list[float]:
    """Three or four round numbers from 0 up that take in `highest` (≥ 0).

    >>> nice_steps(37), nice_steps(0)
    ([0.0, 20.0, 40.0], [0.0, 1.0])
    """
    if highest < TINIEST:
        return [0.0, 1.0]
    unit = 10.0 ** floor(log10(highest / 2))
    step = next(unit * factor for factor in (1, 2, 5, 10) if highest / (unit * factor) <= 3)  # noqa: PLR2004
    return [step * count for count in range(ceil(highest / step) + 1)]


def _line(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) if points else ""


def _interval(box: _Box, points: Sequence[Expected]) -> str:
    if not points:
        return ""
    upper = [(box.x(point.at), box.y(point.high)) for point in points]
    lower = [(box.x(point.at), box.y(point.low)) for point in reversed(points)]
    return _line([*upper, *lower]) + "Z"


def _instants(box: _Box) -> list[tuple[datetime, int]]:
    """Round local times inside the box, far enough apart to be read."""
    step_h = next((hours for hours in TICK_HOURS if box.length / timedelta(hours=hours) <= TICKS), TICK_HOURS[-1])
    midnight = timezone.localtime(box.start).replace(hour=0, minute=0, second=0, microsecond=0)
    count = ceil((box.length + timedelta(days=1)) / timedelta(hours=step_h)) + 1
    marks = [midnight + timedelta(hours=step_h * index) for index in range(count)]
    return [(at, step_h) for at in marks if box.start <= at <= box.start + box.length]


def _tick_label(at: datetime, step_h: int) -> str:
    said = moment(at)
    return said.split(" ")[0] if step_h >= DAY_H else said.split(" ")[-1]


@dataclass(frozen=True, slots=True)
class Bar:
    """How many fall into a band; `width` in percent of the room, the fullest band taking all of it."""

    label: str
    count: int
    width: float


def draw_bars(bands: Sequence[tuple[str, int]]) -> list[Bar]:
    """Draw counts (≥ 0) as bars, in their order; without any count all are empty."""
    most = max((count for _label, count in bands), default=0) or 1
    return [Bar(label, count, round(100 * count / most, 2)) for label, count in bands]


def sparkline_path(values: Sequence[float]) -> str:
    """Draw a small curve in a box of 100 × 20; empty for fewer than two values.

    >>> sparkline_path([0, 2, 1])
    'M0 18L50 2L100 10'
    """
    if len(values) < 2:  # noqa: PLR2004 - a line has two ends
        return ""
    top = max(values) or 1
    return _line([(100 * index / (len(values) - 1), 18 - 16 * value / top) for index, value in enumerate(values)])
