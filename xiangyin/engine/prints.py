"""Fingerprints of texts: the same long enough passage always leaves the same print."""

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from xiangyin.engine.ngrams import Codes, hashes

RUN = 5  # characters of one print
WINDOW = 6  # of so many neighbouring runs the least is kept
MOST = 160  # prints kept of one text


def prints(codes: Codes, *, keep: NDArray[np.bool_]) -> list[tuple[int, ...]]:
    """Return per text the distinct prints (hashes of 5 characters), in order of place; equal passages of 10 share one.

    `keep` says per code point whether it counts: punctuation and spaces do not. Source: Schleimer, Wilkerson, Aiken,
    Winnowing, SIGMOD 2003.

    >>> from xiangyin.engine.ngrams import encode
    >>> codes = encode(["今天早上小区又停水了物业没人管", "听说今天早上小区又停水了物业没人管啊"], limit=99)
    >>> one, two = prints(codes, keep=letters(codes))
    >>> len(set(one) & set(two)) >= len(one) - 1
    True
    """
    places = np.flatnonzero(keep)
    bounds = np.searchsorted(places, np.append(codes.starts, len(codes.points)))
    runs = hashes(codes.points[places], RUN).astype(np.int64)
    chosen, cuts = _winnowed(runs, bounds)
    found = []
    for number, (first, last) in enumerate(itertools.pairwise(cuts)):
        mine = chosen[first:last] or _short(runs[bounds[number] : bounds[number + 1]])
        found.append(tuple(dict.fromkeys(mine))[:MOST])
    return found


def _winnowed(runs: NDArray[np.int64], bounds: NDArray[np.int64]) -> tuple[list[int], list[int]]:
    """The kept prints of all texts in one row, and where each text's begin. Texts shorter than a window keep none."""
    if len(runs) < WINDOW:
        return [], [0] * len(bounds)
    windows = sliding_window_view(runs, WINDOW)
    # The rightmost least of each window, as the paper has it, so that repeats choose one place.
    least = WINDOW - 1 - np.argmin(windows[:, ::-1], axis=1) + np.arange(len(windows))
    text = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
    # A window counts when it and the last run in it end inside one text.
    reach = np.arange(len(windows)) + WINDOW + RUN - 2
    whole = reach < bounds[1:][text[: len(windows)]]
    kept = np.unique(least[whole])
    return runs[kept].tolist(), np.searchsorted(kept, bounds).tolist()


def _short(runs: NDArray[np.int64]) -> list[int]:
    whole = runs[: max(0, len(runs) - RUN + 1)]
    if len(whole):
        return [int(whole.min())]
    return [hash_of(runs)] if len(runs) else []


def letters(codes: Codes) -> NDArray[np.bool_]:
    """Say per code point whether it is a letter, a figure or a Chinese character.

    >>> from xiangyin.engine.ngrams import encode
    >>> letters(encode(["a，b"], limit=9)).tolist()[:4]
    [True, False, True, False]
    """
    p = codes.points
    inside = [
        (p >= np.uint32(ord(first))) & (p <= np.uint32(ord(last))) for first, last in ("\u3400\u9fff", "az", "09")
    ]
    found: NDArray[np.bool_] = inside[0] | inside[1] | inside[2]
    return found


def hash_of(runs: Sequence[int] | NDArray[np.int64]) -> int:
    """Return one print for a text shorter than a run; it equals no longer text's prints.

    >>> hash_of([1, 2]) == hash_of([1, 2]), hash_of([1]) < 0
    (True, True)
    """
    value = len(runs)
    for run in runs:
        value = (value * 1000003 + int(run)) & 0xFFFFFFFF
    return -1 - value
