"""How long it took from one step of an event to the next (1.3.2): pure functions of moments and lengths of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xiangyin.shared.web.wording import span


@dataclass(frozen=True, slots=True)
class Moments:
    """When each step of an event was taken for the first time; None = it has not happened.

    `from_history`: all its items came with imported history, which started no clock.
    """

    said_at: datetime | None
    found_at: datetime
    logged_at: datetime
    warned_at: datetime | None = None
    started_at: datetime | None = None
    from_history: bool = False


class Leg(NamedTuple):
    """From one moment to another, by the names of the fields of `Moments`."""

    key: str
    label: str | Promise
    start: str
    end: str


LEGS = (
    Leg("found", gettext_lazy("首条信息到发现"), "said_at", "found_at"),
    Leg("logged", gettext_lazy("发现到登记"), "found_at", "logged_at"),
    Leg("warned", gettext_lazy("登记到预警"), "logged_at", "warned_at"),
    Leg("started", gettext_lazy("预警到响应"), "warned_at", "started_at"),
    Leg("whole", gettext_lazy("首条信息到响应"), "said_at", "started_at"),
)
BOUNDS = tuple(timedelta(minutes=minutes) for minutes in (15, 60, 4 * 60, 24 * 60, 3 * 24 * 60))


def leg_times(moments: Moments) -> dict[str, timedelta | None]:
    """The length of each leg by its key; None where one of its ends has not happened, never zero for that.

    >>> noon = datetime(2026, 11, 24, 12)
    >>> leg_times(Moments(None, noon, noon + timedelta(minutes=5)))["logged"]
    datetime.timedelta(seconds=300)
    """
    ends = {leg.key: (getattr(moments, leg.start), getattr(moments, leg.end)) for leg in LEGS}
    return {key: end - start if start and end else None for key, (start, end) in ends.items()}


class Spread(NamedTuple):
    """Of how many events, and what half of their lengths, nine tenths and all do not exceed; None of nothing."""

    events: int
    half: timedelta | None
    nine_tenths: timedelta | None
    longest: timedelta | None


def spread(lengths: Sequence[timedelta]) -> Spread:
    """The distribution of lengths in any order, by nearest rank: every answer is a length that occurred.

    Source: Hyndman and Fan, Sample Quantiles in Statistical Packages, 1996, definition 1.

    >>> spread([timedelta(minutes=minutes) for minutes in (9, 1, 5)]).half
    datetime.timedelta(seconds=300)
    """
    return Spread(len(lengths), *(not_exceeded(lengths, tenths=tenths) for tenths in (5, 9, 10)))


def not_exceeded(lengths: Sequence[timedelta], *, tenths: int) -> timedelta | None:
    """The least of the lengths that at least so many tenths (1 to 10) of them do not exceed."""
    rank = -(-tenths * len(lengths) // 10)  # whole numbers: 0.9 times ten floats past nine on some machine
    return sorted(lengths)[rank - 1] if lengths else None


def banded(lengths: Sequence[timedelta]) -> list[tuple[str, int]]:
    """How many lengths fall into each band, the shortest first: a band takes in its upper bound."""
    counts = [0] * (len(BOUNDS) + 1)
    for length in lengths:
        counts[sum(bound < length for bound in BOUNDS)] += 1
    return list(zip(_bands(), counts, strict=True))


def _bands() -> list[str]:
    said = [span(bound) for bound in BOUNDS]
    between = [_("%(low)s 到 %(high)s") % {"low": low, "high": high} for low, high in pairwise(said)]
    return [_("%(high)s 以内") % {"high": said[0]}, *between, _("%(low)s 以上") % {"low": said[-1]}]
