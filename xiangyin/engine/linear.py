"""Linear classifiers over hashed character runs; whole numbers only, so that every machine agrees."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xiangyin.engine.damped import ONE, runs
from xiangyin.engine.ngrams import Codes, hashes


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """Weights (int8, buckets x classes), `sizes` of the runs, biases and weights of further facts (thousandths)."""

    classes: tuple[str, ...]
    sizes: tuple[int, ...]
    weights: NDArray[np.int8]
    bias: tuple[int, ...]
    extra: tuple[tuple[int, ...], ...] = ()
    damped: bool = False  # distinct runs with pairs over a gap (see `damped.runs`) instead of every run


def scores(model: Linear, codes: Codes, facts: Sequence[Sequence[int]] = ()) -> NDArray[np.int64]:
    """Return per text and class the score in thousandths of a weight unit (higher = likelier).

    A score is the sum of the runs' weights over the square root of their number, plus the bias, plus what the text's
    further `facts` (whole numbers, one row a text) add.
    Source: hashed features, Weinberger et al., ICML 2009.

    >>> from xiangyin.engine.ngrams import encode
    >>> import numpy as np
    >>> flat = Linear(("a", "b"), (1,), np.zeros((8, 2), dtype=np.int8), (0, 3000))
    >>> scores(flat, encode(["x"], limit=5)).tolist()
    [[0, 3000]]
    """
    if not len(codes.starts):
        return np.zeros((0, len(model.classes)), dtype=np.int64)
    found = _damped(model, codes) if model.damped else _plain(model, codes)
    found += np.array(model.bias, dtype=np.int64)
    if model.extra:
        found += np.array(facts, dtype=np.int64) @ np.array(model.extra, dtype=np.int64)
    return found


def _damped(model: Linear, codes: Codes) -> NDArray[np.int64]:
    found = runs(codes, model.sizes, bits=len(model.weights).bit_length() - 1)
    weighed = model.weights[found.buckets] * found.levels[:, None]
    total = np.add.reduceat(weighed, found.firsts, axis=0, dtype=np.int64)
    number = np.diff(found.firsts, append=len(found.buckets))
    return _over_root(total * 1000 // ONE, number)


def _plain(model: Linear, codes: Codes) -> NDArray[np.int64]:
    mask = np.uint32(len(model.weights) - 1)
    # Each text with the first edge behind it; what lies between two texts is summed too and left out.
    bounds = np.stack([codes.starts, codes.ends + 1], axis=1).ravel()
    total = np.zeros((len(codes.starts), len(model.classes)), dtype=np.int64)
    for size in model.sizes:
        rows = model.weights[hashes(codes.points, size) & mask]
        total += np.add.reduceat(rows, bounds, axis=0, dtype=np.int32)[::2]
    return _over_root(total * 1000, (codes.ends - codes.starts + 1) * len(model.sizes))


def _over_root(total: NDArray[np.int64], number: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.floor(total / np.sqrt(number.astype(np.float64))[:, None]).astype(np.int64)


def best(model: Linear, row: Sequence[int]) -> tuple[str, int]:
    """Return the likeliest class and its lead over the second, in thousandths of a weight unit (≥ 0).

    >>> import numpy as np
    >>> best(Linear(("a", "b"), (1,), np.zeros((1, 2), dtype=np.int8), (0, 0)), [5, 9])
    ('b', 4)
    """
    order = sorted(range(len(row)), key=lambda place: (-row[place], place))
    return model.classes[order[0]], int(row[order[0]] - row[order[1]])
