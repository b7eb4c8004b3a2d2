"""Sums of small decision trees, three levels each: how a number depends on a dozen facts."""

from collections.abc import Sequence
from dataclasses import dataclass

_DEPTH = 3
_LEAVES = 2**_DEPTH
_SPLITS = _LEAVES - 1


@dataclass(frozen=True, slots=True)
class Trees:
    """Per tree seven splits (fact, threshold) from the root down, left to right, and eight leaves."""

    base: float
    facts: tuple[tuple[int, ...], ...]
    thresholds: tuple[tuple[float, ...], ...]
    leaves: tuple[tuple[float, ...], ...]


def value(trees: Trees, facts: Sequence[float]) -> float:
    """Return the sum of the leaves that the facts lead to, rounded so that every machine agrees.

    Source: gradient boosting, Friedman, Annals of Statistics 29 (2001).

    >>> value(Trees(1.0, ((0,) * 7,), ((0.5,) * 7,), ((0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0),)), [0.9])
    8.0
    """
    total = trees.base
    for fact, threshold, leaf in zip(trees.facts, trees.thresholds, trees.leaves, strict=True):
        node = 0
        for _ in range(_DEPTH):
            node = 2 * node + 1 + (facts[fact[node]] > threshold[node])
        total += leaf[node - _SPLITS]
    return round(total, 6)
