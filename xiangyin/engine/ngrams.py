"""Texts as hashed runs of characters, a whole batch at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_STEP = np.uint32(0x9E3779B1)  # 2^32 / golden ratio: Knuth's multiplicative hashing
_EDGE = 1  # stands behind each text; no text holds it
_GAP = 4  # edges behind each text, so that no run of up to four characters reaches into the next one


@dataclass(frozen=True, slots=True)
class Codes:
    """Code points of several texts, one behind the other with edges between; text n is `points[starts[n]:ends[n]]`."""

    points: NDArray[np.uint32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


def encode(texts: Sequence[str], *, limit: int) -> Codes:
    """Return the code points of each text's first `limit` characters.

    >>> codes = encode(["ab", ""], limit=9)
    >>> codes.points[:3].tolist(), codes.starts.tolist(), codes.ends.tolist()
    ([97, 98, 1], [0, 6], [2, 6])
    """
    cut = [text[:limit] for text in texts]
    joined = "".join([text + chr(_EDGE) * _GAP for text in cut])
    points = np.frombuffer(joined.encode("utf-32-le", "replace"), dtype="<u4").astype(np.uint32)
    lengths = np.array([len(text) for text in cut], dtype=np.int64)
    ends = np.cumsum(lengths + _GAP) - _GAP
    return Codes(points, ends - lengths, ends)


def hashes(points: NDArray[np.uint32], size: int) -> NDArray[np.uint32]:
    """Return for each place the hash (32 bits) of the `size` characters that begin there, edges behind the last.

    >>> a = hashes(encode(["abab"], limit=9).points, 2).tolist(); a[0] == a[2], a[0] == a[1]
    (True, False)
    """
    total = len(points)
    value = np.zeros(total, dtype=np.uint32)
    for step in range(size):
        shifted = np.full(total, _EDGE, dtype=np.uint32)
        shifted[: max(0, total - step)] = points[step:]
        value = (value ^ shifted) * _STEP
        value ^= value >> np.uint32(15)
    return value + np.uint32(size)


def gapped(points: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return for each place the hash (32 bits) of the character there and the next but one.

    >>> a = gapped(encode(["axbayb"], limit=9).points).tolist(); a[0] == a[3], a[0] == a[1]
    (True, False)
    """
    later = np.full(len(points), _EDGE, dtype=np.uint32)
    later[: max(0, len(points) - 2)] = points[2:]
    value = points * _STEP
    value = ((value ^ (value >> np.uint32(15))) ^ later) * _STEP
    return (value ^ (value >> np.uint32(15))) + np.uint32(_GAP)
