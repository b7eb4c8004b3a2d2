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
_SAFE = 0.915  # a little more than 0.9 at each end: what is to come drifts further than the last fifth shows
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
    facts: NDArray[Any], change: NDArray[Any], *, loss: str, alpha: float, rounds: int, rate: float, leaf: int
) -> Trees:
    """Return boosted trees of three levels."""
    model = GradientBoostingRegressor(
        loss=loss, alpha=alpha, n_estimators=rounds, learning_rate=rate, max_depth=3, min_samples_leaf=leaf,
        subsample=0.5, random_state=0,
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


def horizon(samples: Sequence[Sample], *, rounds: int, rate: float, leaf: int) -> Horizon:
    """Return the learned middle and ends; the last fifth of the series calibrates the ends (split conformal).

    The last, not any fifth: what is to come differs from what was learned as the last fifth differs from the first four.
    """
    numbers = np.array([number for _, _, number in samples])
    aside = numbers > np.quantile(numbers, 0.8)
    facts = np.array([known for known, _, _ in samples])
    change = np.array([target for _, target, _ in samples])
    settings: dict[str, Any] = {"rounds": rounds, "rate": rate, "leaf": leaf}
    mid = trees(facts, change, loss="absolute_error", alpha=0.9, **settings)
    low, high = (trees(facts[~aside], change[~aside], loss="quantile", alpha=end, **settings) for end in _ENDS)
    below = [value(low, one) - target for one, target in zip(facts[aside], change[aside], strict=True)]
    above = [target - value(high, one) for one, target in zip(facts[aside], change[aside], strict=True)]
    wider = (round(float(np.quantile(below, _SAFE)), 5), round(float(np.quantile(above, _SAFE)), 5))
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


def figures(samples: Sequence[Sample], *, later: bool, **settings: Any) -> dict[str, float]:
    """Return mean absolute errors (log scale) of the trees, of the last value and of a straight line, and coverage.

    Judged on the later half of the series, or on every fifth of them by number.
    """
    numbers = np.array([number for _, _, number in samples])
    judged = numbers > np.median(numbers) if later else numbers * 7919 % 5 == 0
    learn = [one for one, mine in zip(samples, judged, strict=True) if not mine]
    judge = [one for one, mine in zip(samples, judged, strict=True) if mine]
    learned = horizon(learn, **settings)
    ends = [
        value(learned.low, known) - learned.wider[0] <= change <= value(learned.high, known) + learned.wider[1]
        for known, change, _ in judge
    ]
    line = np.polyfit([known[0] for known, _, _ in learn], [change for _, change, _ in learn], 1)
    return {
        "MAE": float(np.mean([abs(change - value(learned.mid, known)) for known, change, _ in judge])),
        "MAE last value": float(np.mean([abs(change) for _, change, _ in judge])),
        "MAE straight line": float(np.mean([abs(change - np.polyval(line, known[0])) for known, change, _ in judge])),
        "coverage": sum(ends) / len(ends),
    }


HEAT: dict[str, Any] = {"rounds": 80, "rate": 0.15, "leaf": 50}
SPREAD: dict[str, Any] = {"rounds": 100, "rate": 0.05, "leaf": 20}


def main() -> None:
    """Train and write both models, and note how they do on series that they never saw."""
    for ahead in (3, 6):
        note(f"heat {ahead} h ahead", figures(list(heat_samples(ahead)), later=True, **HEAT))
    for seen in (1, 3):
        note(f"spread, {seen} h seen", figures(list(spread_samples(seen)), later=False, **SPREAD))
    write("heat", heat_samples, AHEAD, **HEAT)
    write("spread", spread_samples, SEEN, **SPREAD)


if __name__ == "__main__":
    main()
