"""Weights of the pair model: which facts tell that two items are one thing."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.shared import ROOT, rows
from bench.train.idf import rarity, texts
from xiangyin.engine.grouping.index import Index, add, candidates
from xiangyin.engine.grouping.pair import NAMES, PairModel, evidence
from xiangyin.engine.grouping.trace import Trace, trace
from xiangyin.engine.text import fold

Pairs = tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.float64]]
# Log-odds from which two items are one, chosen on the other half of the data (bench/train/held_out.py).
DESK_SAME, STREAM_SAME = -0.6, -2.0
_DOUBT = 0.3
BY_HAND = {"event": 9.0, "local": 3.0, "elsewhere": -6.0}  # see PairModel
_TARGET = ROOT / "xiangyin" / "engine" / "models" / "pairs.json"


def traces(items: Sequence[dict[str, Any]], table: dict[str, int], *, stream: bool) -> list[Trace]:
    """Return the traces of rows with `title`, `text`, `hour`."""
    return [
        trace(fold(r.get("title") or "").text, fold(r["text"]).text, table, places=(), hour=r["hour"], stream=stream)
        for r in items
    ]


def pairs(found: Sequence[Trace], events: Sequence[str | None]) -> Pairs:
    """Return the facts of each item with its candidates, whether they are one thing, and how much each pair counts.

    Pairs of two unknown items are left out, pairs with one count little: it may belong after all. A pair counts less
    the more items its event has: one long quarrel over one building site must not teach what all others look like.
    """
    index = Index()
    size = Counter(events)
    facts, same, counts = [], [], []
    for number, mine in enumerate(found):
        for other in candidates(mine, index):
            a, b = events[number], events[other]
            if a is None and b is None:
                continue
            facts.append(evidence(mine, found[other]))
            same.append(a == b)
            counts.append(1 / size[a] ** 0.5 if a == b else _DOUBT if a is None or b is None else 1.0)
        add(number, mine, index)
    return np.array(facts), np.array(same), np.array(counts)


def fit(data: Sequence[Pairs], *, strength: float = 1.0, same: float = 0.4) -> PairModel:
    """Return logistic weights by Newton's method with a ridge."""
    facts = np.vstack([x for x, _, _ in data])
    labels = np.concatenate([y for _, y, _ in data]).astype(float)
    counts = np.concatenate([w for _, _, w in data])
    mean, spread = facts.mean(0), facts.std(0) + 1e-9
    design = np.hstack([(facts - mean) / spread, np.ones((len(facts), 1))])
    weights = np.zeros(design.shape[1])
    ridge = np.diag([strength] * len(NAMES) + [0.0])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (counts * (labels - chance)) - ridge @ weights
        curve = (design * (counts * chance * (1 - chance))[:, None]).T @ design + ridge
        weights += np.linalg.solve(curve, slope)
    plain = weights[:-1] / spread
    bias = round(float(weights[-1] - plain @ mean), 4)
    for name, weight in BY_HAND.items():
        plain[NAMES.index(name)] = weight
    return PairModel(tuple(np.round(plain, 4).tolist()), bias, same)


def messages() -> tuple[list[dict[str, Any]], list[str | None]]:
    """Return citizens' messages in order of arrival with their events; one that stands alone is its own event."""
    items = [row | {"hour": _hour(row["published_at"])} for row in rows("messages/dev.jsonl")]
    return items, [row["event"] or row["id"] for row in items]


def news() -> tuple[list[dict[str, Any]], list[str | None]]:
    """Return news posts in order of time with their stories (None = unknown)."""
    items = sorted(rows("news/dev.jsonl"), key=lambda row: row["time"])
    return [row | {"hour": _hour(row["time"] + ":00+08:00")} for row in items], [row["event"] for row in items]


def _hour(written: str) -> int:
    from datetime import datetime

    return int(datetime.fromisoformat(written).timestamp() // 3600)


def write(**models: PairModel) -> None:
    """Write the pair models' file."""
    said = {name: {"weights": m.weights, "bias": m.bias, "same": m.same} for name, m in models.items()}
    _TARGET.write_text(json.dumps(said) + "\n", encoding="utf-8")


def main() -> None:
    """Train on all messages and on news with known stories, and write both models."""
    table = rarity(texts())
    (told, events), (posts, stories) = messages(), news()
    desk = pairs(traces(told, table, stream=False), events)
    stream = pairs(traces(posts, table, stream=True), stories)
    write(desk=fit([desk], same=DESK_SAME), stream=fit([stream], strength=3.0, same=STREAM_SAME))


if __name__ == "__main__":
    main()
