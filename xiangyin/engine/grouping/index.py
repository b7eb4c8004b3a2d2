"""Which earlier items might speak of the same thing: found through their rarest words."""

from collections import defaultdict, deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from xiangyin.engine.grouping.trace import Trace, happenings

KEPT = 30_000  # items that are remembered; the oldest is forgotten first
POSTED = 32  # latest items remembered per word
ASKED = 14  # heaviest words of an item that are looked up
LEAST = 50  # percent of the best candidate's share that another must have
# Percent of the item's own weight that any candidate must have: posts on one story share little, messages much.
FLOOR, STREAM_FLOOR = 18, 5
HERE = 3  # latest items on one kind of event in one village, compared whatever their words
TRIED = 6  # candidates that are compared in full


@dataclass(slots=True)
class Index:
    """Items by their words. Changes as items arrive; every list in it is bounded."""

    traces: dict[int, Trace] = field(default_factory=dict)
    posted: dict[str, list[int]] = field(default_factory=dict)
    order: deque[int] = field(default_factory=deque)


def candidates(mine: Trace, index: Index) -> list[int]:
    """Return the numbers of the items that share the most rare words with this one, the likeliest first.

    >>> from xiangyin.engine.grouping.trace import trace
    >>> one = trace("小区停水", "", {}, places=(), hour=0)
    >>> index = Index(); add(3, one, index); candidates(one, index)
    [3]
    """
    shares: defaultdict[int, int] = defaultdict(int)
    posted, lead = index.posted, mine.lead
    asked = _asked(mine.words, lead)
    for word, weight in asked:
        for serial in posted.get(word, ()):
            shares[serial] += weight
    here = [serial for key in happenings(mine) for serial in posted.get(key, ())[-HERE:]]
    if not shares:
        return list(dict.fromkeys(here))
    whole = sum([weight for _, weight in asked])
    least = max(max(shares.values()) * LEAST, whole * (STREAM_FLOOR if mine.stream else FLOOR)) // 100
    best = sorted([(-share, -serial) for serial, share in shares.items() if share >= least])
    return list(dict.fromkeys([-serial for _, serial in best[:TRIED]] + here))


def _asked(words: Mapping[str, int], lead: Collection[str]) -> list[tuple[str, int]]:
    """The heaviest words, those of the title counted twice: they say what the item is about."""
    heavy = list(words.items())[: 2 * ASKED]
    asked = sorted([(-2 * weight if word in lead else -weight, word) for word, weight in heavy])
    return [(word, -weight) for weight, word in asked[:ASKED]]


def add(serial: int, mine: Trace, index: Index) -> None:
    """Remember an item; the oldest one is forgotten when there are too many.

    >>> from xiangyin.engine.grouping.trace import trace
    >>> index = Index(); add(1, trace("停水", "", {}, places=(), hour=0), index); index.posted
    {'停水': [1]}
    """
    index.traces[serial] = mine
    index.order.append(serial)
    for word in (*mine.words, *happenings(mine)):
        serials = index.posted.setdefault(word, [])
        serials.append(serial)
        if len(serials) > POSTED:
            del serials[0]
    if len(index.order) > KEPT:
        _forget(index)


def _forget(index: Index) -> None:
    old = index.order.popleft()
    gone = index.traces.pop(old)
    for word in (*gone.words, *happenings(gone)):
        serials = index.posted.get(word)
        if serials and serials[0] == old:
            del serials[0]
            if not serials:
                del index.posted[word]
