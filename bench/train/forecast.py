"""Trees of the two forecasts: heat some hours ahead, reposts after a day. Needs scikit-learn, for training only."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from math import log1p
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingRegressor  # type: ignore[import-not-found,import-untyped,unused-ignore]

from bench.shared import ROOT, rows
from bench.train.notes import note
from xiangyin.engine import forecast, spread
from xiangyin.engine.forecast import Horizon
from xiangyin.engine.trees import Trees, value

MODELS = ROOT / "xiangyin" / "engine" / "models"
AHEAD = (1, 3, 6, 12, 24)
SEEN = (1, 3, 6)
_ENDS = (0.1, 0.9)
_FOLDS = 5
_SOME = 5  # reposts seen from which a post's growth says something
_TINY = 1e-6  # facts are rounded
Sample = tuple[list[float], float, int]  # facts, by how much the logarithm changes, number of the series


def heat_samples(ahead: int) -> Iterator[Sample]:
    """Yield every point of every series that has a value `ahead` hours later."""
    for number, row in enumerate(rows("heat/dev.series.jsonl.gz")):
        first = datetime.fromisoformat(row["start"]).hour
        later = dict(zip(row["hour"], row["hot"], strict=True))
        for place, hour in enumerate(row["hour"]):
            if hour + ahead in later:
                values = row["hot"][: place + 1]
                known = forecast.facts(row["hour"][: place + 1], values, first_hour=first, ahead=ahead)
                yield known, log1p(later[hour + ahead]) - log1p(values[-1]), number


def spread_samples(seen: int) -> Iterator[Sample]:
    """Yield every post that had a repost in its first `seen` hours."""
    for number, row in enumerate(rows("spread/dev.jsonl.gz")):
        known = spread.facts(row["minutes"], seen_h=seen)
        if known[0]:
            yield known, log1p(sum(one <= 1440 for one in row["minutes"])) - known[0], number


def trees(
    facts: NDArray[Any], change: NDArray[Any], *, loss: str, alpha: float, rounds: int, rate: float, leaf: int,
    share: float = 1.0,
) -> Trees:  # fmt: skip
    """Return boosted trees of three levels; each split looks at a `share` of the facts, drawn anew."""
    model = GradientBoostingRegressor(
        loss=loss, alpha=alpha, n_estimators=rounds, learning_rate=rate, max_depth=3, min_samples_leaf=leaf,
        max_features=share, subsample=0.5, random_state=0,
    ).fit(facts, change)  # fmt: skip
    base = float(model.init_.constant_.ravel()[0])
    flat = [_flat(one[0].tree_, rate) for one in model.estimators_]
    return Trees(round(base, 6), *(tuple(part) for part in zip(*flat, strict=True)))


def _flat(tree: Any, rate: float) -> tuple[tuple[int, ...], tuple[float, ...], tuple[float, ...]]:
    facts, thresholds, leaves = [0] * 7, [0.0] * 7, [0.0] * 8

    def walk(node: int, place: int) -> None:
        if place >= 7:
            leaves[place - 7] = round(float(tree.value[node].ravel()[0]) * rate, 5)
            return
        inner = tree.children_left[node] >= 0
        if inner:
            facts[place], thresholds[place] = int(tree.feature[node]), round(float(tree.threshold[node]), 5)
        walk(tree.children_left[node] if inner else node, 2 * place + 1)
        walk(tree.children_right[node] if inner else node, 2 * place + 2)

    walk(0, 0)
    return tuple(facts), tuple(thresholds), tuple(leaves)


def horizon(samples: Sequence[Sample], *, safe: float, **settings: Any) -> Horizon:
    """Return the learned middle and ends; the last fifth of the series calibrates the ends (split conformal, `safe`).

    The last, not any fifth: what is to come differs from what was learned as the last differs from the first four.
    """
    numbers = np.array([number for _, _, number in samples])
    aside = numbers > np.quantile(numbers, 0.8)
    facts = np.array([known for known, _, _ in samples])
    change = np.array([target for _, target, _ in samples])
    mid = trees(facts, change, loss="absolute_error", alpha=0.9, **settings)
    low, high = (trees(facts[~aside], change[~aside], loss="quantile", alpha=end, **settings) for end in _ENDS)
    below = [value(low, one) - target for one, target in zip(facts[aside], change[aside], strict=True)]
    above = [target - value(high, one) for one, target in zip(facts[aside], change[aside], strict=True)]
    wider = (round(float(np.quantile(below, safe)), 5), round(float(np.quantile(above, safe)), 5))
    return Horizon(low, mid, high, wider)


def as_json(learned: dict[int, Horizon]) -> str:
    """Return the file of a forecast model."""

    def plain(one: Trees) -> dict[str, Any]:
        return {"base": one.base, "facts": one.facts, "thresholds": one.thresholds, "leaves": one.leaves}

    return json.dumps(
        {
            str(hours): {"low": plain(h.low), "mid": plain(h.mid), "high": plain(h.high), "wider": h.wider}
            for hours, h in learned.items()
        },
        separators=(",", ":"),
    )


def write(name: str, of: Callable[[int], Iterator[Sample]], hours: Sequence[int], **settings: Any) -> None:
    """Train on everything and write one model's file."""
    learned = {one: horizon(list(of(one)), **settings) for one in hours}
    (MODELS / f"{name}.json").write_text(as_json(learned), encoding="utf-8")


def later(samples: Sequence[Sample]) -> list[NDArray[np.bool_]]:
    """Return which samples are judged: those of the later half of the series, once."""
    numbers = np.array([number for _, _, number in samples])
    return [numbers > np.median(numbers)]


def in_turn(samples: Sequence[Sample]) -> list[NDArray[np.bool_]]:
    """Return which samples are judged: each fifth of the series by number, in turn."""
    numbers = np.array([number for _, _, number in samples])
    return [numbers * 7919 % _FOLDS == fold for fold in range(_FOLDS)]


def figures(samples: Sequence[Sample], judged: Sequence[NDArray[np.bool_]], **settings: Any) -> NDArray[Any]:
    """Return a row per judged sample, by models that never saw its series.

    Columns: first fact; error of the trees, of the last value, of a straight line (log scale); within the interval.
    """
    return np.vstack([_errors(samples, mine, **settings) for mine in judged])


def _errors(samples: Sequence[Sample], judged: NDArray[np.bool_], **settings: Any) -> NDArray[Any]:
    learn = [one for one, mine in zip(samples, judged, strict=True) if not mine]
    learned = horizon(learn, **settings)
    line = np.polyfit([known[0] for known, _, _ in learn], [change for _, change, _ in learn], 1)
    found = []
    for (known, change, _), mine in zip(samples, judged, strict=True):
        if mine:
            low, high = value(learned.low, known) - learned.wider[0], value(learned.high, known) + learned.wider[1]
            errors = abs(change - value(learned.mid, known)), abs(change), abs(change - np.polyval(line, known[0]))
            found.append((known[0], *errors, low <= change <= high))
    return np.array(found, dtype=float)


def summed(rows_of: NDArray[Any], suffix: str = "") -> dict[str, float]:
    """Return mean absolute errors and coverage from the rows of `figures`."""
    names = ("MAE", "MAE last value", "MAE straight line", "coverage")
    return {name + suffix: float(one) for name, one in zip(names, rows_of.mean(0)[1:], strict=True)}


# `safe`: a little more than 0.9 at each end; most for heat: what is to come drifts further than the last fifth shows.
HEAT: dict[str, Any] = {"rounds": 80, "rate": 0.15, "leaf": 50, "safe": 0.915}
SPREAD: dict[str, Any] = {"rounds": 200, "rate": 0.03, "leaf": 20, "share": 0.2, "safe": 0.907}


def main() -> None:
    """Train and write both models, and note how they do on series that they never saw."""
    for ahead in (3, 6):
        found = list(heat_samples(ahead))
        note(f"heat {ahead} h ahead", summed(figures(found, later(found), **HEAT)))
    for seen in (1, 3):
        found = list(spread_samples(seen))
        judged = figures(found, in_turn(found), **SPREAD)
        known = judged[judged[:, 0] >= log1p(_SOME) - _TINY]
        note(f"spread, {seen} h seen", summed(judged) | summed(known, f", {_SOME} or more reposts seen"))
    write("heat", heat_samples, AHEAD, **HEAT)
    write("spread", spread_samples, SEEN, **SPREAD)


if __name__ == "__main__":
    main()
