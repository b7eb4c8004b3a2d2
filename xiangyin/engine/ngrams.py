"""Texts as hashed runs of one to four characters, a whole batch at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_STEP = np.uint32(0x9E3779B1)  # 2^32 / golden ratio: Knuth's multiplicative hashing
_EDGE = 1  # stands before, between and after texts; no text holds it


@dataclass(frozen=True, slots=True)
class Codes:
    """Code points of several texts, one after the other, each followed by an edge; `starts` are their places."""

    points: NDArray[np.uint32]
    starts: NDArray[np.int64]


def encode(texts: Sequence[str], *, limit: int) -> Codes:
    """Return the code points of each text's first `limit` characters.

    >>> encode(["ab", ""], limit=9).points.tolist()
    [1, 97, 98, 1, 1]
    """
    joined = chr(_EDGE) + "".join(text[:limit] + chr(_EDGE) for text in texts)
    points = np.frombuffer(joined.encode("utf-32-le", "replace"), dtype="<u4").astype(np.uint32)
    lengths = [min(len(text), limit) + 1 for text in texts]
    starts = np.zeros(len(texts), dtype=np.int64)
    starts[1:] = np.cumsum(lengths)[:-1]
    return Codes(points, starts + 1 if len(texts) else starts)


def hashes(codes: Codes, size: int) -> NDArray[np.uint32]:
    """Return for each place the hash (32 bits) of the `size` characters that begin there; the last ones wrap to edges.

    >>> a = hashes(encode(["abab"], limit=9), 2).tolist(); a[1] == a[3], a[1] == a[2]
    (True, False)
    """
    value = np.zeros(len(codes.points), dtype=np.uint32)
    for step in range(size):
        shifted = np.full(len(codes.points), _EDGE, dtype=np.uint32)
        shifted[: len(codes.points) - step] = codes.points[step:]
        value = (value ^ shifted) * _STEP
        value ^= value >> np.uint32(15)
    return value + np.uint32(size)
