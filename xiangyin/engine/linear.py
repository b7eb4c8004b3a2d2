"""Linear classifiers over hashed character runs; whole numbers only, so that every machine agrees."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xiangyin.engine.ngrams import Codes, hashes


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """Weights (int8, buckets x classes), `sizes` of the runs, biases and weights of further facts (thousandths)."""

    classes: tuple[str, ...]
    sizes: tuple[int, ...]
    weights: NDArray[np.int8]
    bias: tuple[int, ...]
    extra: tuple[tuple[int, ...], ...] = ()


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
    mask = np.uint32(len(model.weights) - 1)
    # Each text with the first edge behind it; what lies between two texts is summed too and left out.
    bounds = np.stack([codes.starts, codes.ends + 1], axis=1).ravel()
    total = np.zeros((len(codes.starts), len(model.classes)), dtype=np.int64)
    for size in model.sizes:
        rows = model.weights[hashes(codes.points, size) & mask]
        total += np.add.reduceat(rows, bounds, axis=0, dtype=np.int32)[::2]
    roots = np.sqrt(((codes.ends - codes.starts + 1) * len(model.sizes)).astype(np.float64))
    found = np.floor(total * 1000 / roots[:, None]).astype(np.int64) + np.array(model.bias, dtype=np.int64)
    if model.extra:
        found += np.array(facts, dtype=np.int64) @ np.array(model.extra, dtype=np.int64)
    return found


def best(model: Linear, row: Sequence[int]) -> tuple[str, int]:
    """Return the likeliest class and its lead over the second, in thousandths of a weight unit (≥ 0).

    >>> import numpy as np
    >>> best(Linear(("a", "b"), (1,), np.zeros((1, 2), dtype=np.int8), (0, 0)), [5, 9])
    ('b', 4)
    """
    order = sorted(range(len(row)), key=lambda place: (-row[place], place))
    return model.classes[order[0]], int(row[order[0]] - row[order[1]])
