"""Which matter an item joins: the one whose items speak most surely of the same thing."""

from collections.abc import Iterable, Mapping

from xiangyin.engine.grouping.index import Index, candidates
from xiangyin.engine.grouping.pair import PairModels, evidence, score
from xiangyin.engine.grouping.trace import Trace

CERTAIN = 4.0  # log-odds beyond which no other candidate is looked at: nearly the same text about the same place
MEMBERS = 3  # a matter is judged by so many of its likest items
BEST = 0.5  # share of the very likest item in that judgement


def likeness(mine: Trace, index: Index, models: PairModels) -> list[tuple[int, float]]:
    """Return the candidates with the log-odds beyond which they are one thing (> 0: they are).

    >>> from xiangyin.engine.grouping.pair import PairModel
    >>> from xiangyin.engine.grouping.trace import trace
    >>> none = PairModel((), 0.0, 0.0)
    >>> likeness(trace("", "", {}, places=(), hour=0), Index(), PairModels(none, none))
    []
    """
    found = []
    for serial in candidates(mine, index):
        other = index.traces[serial]
        model = models.between(mine, other)
        beyond = round(score(evidence(mine, other), model) - model.same, 6)
        found.append((serial, beyond))
        if beyond > CERTAIN:
            break
    return found


def best_matter(scored: Iterable[tuple[int, float]], matter_of: Mapping[int, int]) -> int | None:
    """Return the number of the matter that is likelier the same than not, the likeliest of them, or None.

    Source: single-pass clustering, Allan et al., Topic Detection and Tracking, 1998; mean of the best and of the
    average of the best three, so that one chance likeness does not decide.

    >>> best_matter([(1, 2.0), (2, -9.0), (3, 1.9)], {1: 10, 2: 10, 3: 30})
    30
    """
    by_matter: dict[int, list[float]] = {}
    for serial, odds in scored:
        by_matter.setdefault(matter_of[serial], []).append(odds)
    best, top = None, 0.0
    for matter, odds_of in by_matter.items():
        if max(odds_of) > top:
            odds_of.sort(reverse=True)
            closest = odds_of[:MEMBERS]
            value = round(BEST * closest[0] + (1 - BEST) * sum(closest) / len(closest), 6)
            if value > top or (value == top and best is not None and matter < best):
                best, top = matter, value
    return best
