"""How likely two items speak of the same concrete thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p
from operator import mul

from xiangyin.engine.grouping.institutions import elsewhere
from xiangyin.engine.grouping.trace import Trace

NAMES = (
    "cosine",
    "told_least",
    "told_most",
    "alike",
    "shared",
    "rarest",
    "clash",
    "same_unit",
    "days",
    "event",
    "local",
    "elsewhere",
)
_SHARED = 8  # heaviest shared words that count
_SOON_H = 48  # hours within which two accidents in one village are thought to be one
_LATELY_H = 14 * 24  # hours within which two complaints of one village on one topic are likely one


@dataclass(frozen=True, slots=True)
class PairModels:
    """One model for what is said at the desk (or across), one for what is said in public."""

    desk: "PairModel"
    stream: "PairModel"

    def between(self, a: Trace, b: Trace) -> "PairModel":
        """Return the model for two items."""
        return self.stream if a.stream and b.stream else self.desk


@dataclass(frozen=True, slots=True)
class PairModel:
    """Logistic weights, one per name of `NAMES`, and the bias; `same` is the score from which two are one.

    The weights of "event", "local" and "elsewhere" are set by hand: no labelled collection of a township's items
    teaches the first two, and a city's messages rarely differ in nothing but the school's name.
    """

    weights: tuple[float, ...]
    bias: float
    same: float


def evidence(a: Trace, b: Trace) -> tuple[float, ...]:
    """Return the facts that speak for and against one thing, in the order of `NAMES` (each about 0…10).

    >>> from xiangyin.engine.grouping.trace import trace
    >>> one = trace("小区停水", "停水三天", {}, places=(), hour=0)
    >>> [round(x, 2) for x in evidence(one, one)[:3]]
    [1.0, 1.0, 1.0]
    """
    mine, theirs = a.words, b.words
    product = 0
    rare: list[int] = []
    for word, weight in mine.items():  # heaviest first, so the first ones shared are the rarest
        other = theirs.get(word)
        if other is not None:
            product += weight * other
            rare.append(min(weight, other))
    forth, back = sorted((_told(a.pairs, b.front), _told(b.pairs, a.front)))
    both = len(a.pairs & b.pairs)
    alike = both / (len(a.pairs) + len(b.pairs) - both or 1)
    same = not a.units.isdisjoint(b.units)
    clash = bool(a.units) and bool(b.units) and not same
    apart = abs(a.hour - b.hour)
    other = bool(a.named and b.named) and elsewhere(a.named, b.named)
    event = not other and not a.places.isdisjoint(b.places) and apart <= _SOON_H and not a.kinds.isdisjoint(b.kinds)
    local = a.topic is not None and a.topic == b.topic and apart <= _LATELY_H and not a.places.isdisjoint(b.places)
    cosine = product / (a.length * b.length or 1.0)
    shared, first = sum(rare[:_SHARED]) / 100, rare[0] / 100 if rare else 0.0
    return (
        cosine, forth, back, alike, shared, first, float(clash), float(same), log1p(apart / 24),
        float(event), float(local), float(other),
    )  # fmt: skip


def _told(pairs: frozenset[str], text: str) -> float:
    """The part of a title that another text tells too."""
    return sum([pair in text for pair in pairs]) / len(pairs) if pairs else 0.0


def score(facts: Sequence[float], model: PairModel) -> float:
    """Return the log-odds that two items are one thing, rounded so that every machine agrees.

    >>> score((1.0, 0.5), PairModel((2.0, -1.0), 0.25, 0.0))
    1.75
    """
    return round(sum(map(mul, model.weights, facts), model.bias), 6)
