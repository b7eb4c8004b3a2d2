"""How much a matter is talked about now."""

from collections import Counter
from collections.abc import Iterable
from math import exp2, log1p

HALF_LIFE_H = 6.0


def heat(ages_h: Iterable[float], *, half_life_h: float = HALF_LIFE_H) -> float:
    """Return the heat of a matter, in fresh mentions (1.0 = one mention made just now).

    Each mention counts half as much every `half_life_h` hours (ages in hours, ≥ 0).
    Source: Cormode et al., Forward Decay, ICDE 2009 (exponential decay).

    >>> heat([0.0, 6.0, 12.0])
    1.75
    """
    return sum(exp2(-age / half_life_h) for age in ages_h)


def weights(mentions: Iterable[tuple[int, int]]) -> list[float]:
    """Return what each mention counts before decay, from (source, reposts + comments) in order of time.

    The n-th mention of one source counts 1/n, so that copies of one voice add little; answers count by their logarithm.

    >>> [round(w, 2) for w in weights([(1, 0), (1, 0), (2, 9)])]
    [1.0, 0.5, 3.3]
    """
    said: Counter[int] = Counter()
    found = []
    for source, answers in mentions:
        said[source] += 1
        found.append((1 + log1p(max(0, answers))) / said[source])
    return found


def heat_of(mentions: Iterable[tuple[int, int, int]], *, now: int) -> float:
    """Return the heat at `now` (seconds) of mentions (second, source, reposts + comments); later ones do not count yet.

    >>> heat_of([(0, 1, 0), (21600, 2, 0)], now=21600)
    1.5
    """
    heard = [mention for mention in mentions if mention[0] <= now]
    counted = weights((source, answers) for _, source, answers in heard)
    ages = ((now - second) / 3600 for second, _, _ in heard)
    return round(sum(w * exp2(-age / HALF_LIFE_H) for w, age in zip(counted, ages, strict=True)), 4)
