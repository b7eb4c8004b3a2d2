"""The distinct runs of each text, each counted once and a little more when it is repeated."""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from xiangyin.engine.ngrams import Codes, gapped, hashes

ONE = 16  # level of a run that stands once in a text; a pair with a gap has half of it
_MOST = 32  # times from which on a repeat counts no more
_LEVELS = np.array([0, *[round(ONE * (1 + log(times))) for times in range(1, _MOST)]], dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of several texts: bucket and level of each; those of text n begin at `firsts[n]`."""

    buckets: NDArray[np.int64]
    levels: NDArray[np.int32]
    firsts: NDArray[np.int64]


def runs(codes: Codes, sizes: tuple[int, ...], *, bits: int) -> Runs:
    """Return the distinct runs of `sizes` characters, and the pairs with a gap of one, in 2^`bits` buckets (`bits` ≤ 30).

    The level of a run that stands n times is `ONE` (1 + ln n), rounded; every text has one run at least, its end.
    Source: sublinear term frequency, Manning, Raghavan, Schütze 2008, 6.4.1; skip-grams, Guthrie et al. 2006.

    >>> from xiangyin.engine.ngrams import encode
    >>> sorted(runs(encode(["aa", ""], limit=9), (1,), bits=20).levels.tolist())
    [8, 8, 13, 16, 16, 27]
    """
    lengths = codes.ends - codes.starts + 1
    # A key is the text's number, whether the run has a gap, its bucket. Narrow keys are sorted in half the time.
    wide = np.uint32 if len(lengths) < 2 ** (31 - bits) else np.uint64
    numbers = (np.arange(len(lengths), dtype=np.int64) << (bits + 1)).astype(wide)
    texts, gap = np.repeat(numbers, lengths), wide(2**bits)
    places = np.arange(lengths.sum()) + np.repeat(codes.starts - np.cumsum(lengths) + lengths, lengths)
    mask = np.uint32(2**bits - 1)
    kinds = [texts | (hashes(codes.points, size)[places] & mask) for size in sizes]
    kinds.append(texts | (gapped(codes.points)[places] & mask) | gap)
    keys, times = np.unique(np.concatenate(kinds), return_counts=True)
    half = (keys & gap != 0).astype(np.int32)
    levels = _LEVELS[np.minimum(times, _MOST - 1)] >> half
    return Runs((keys & wide(mask)).astype(np.int64), levels, np.searchsorted(keys, numbers))
