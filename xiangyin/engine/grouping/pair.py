"""How likely two items speak of the same concrete thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from xiangyin.engine.grouping.trace import Trace

NAMES = ("cosine", "lead_least", "lead_most", "shared", "rarest", "clash", "same_unit", "days", "lead_cosine")
_SHARED = 8  # heaviest shared words that count


@dataclass(frozen=True, slots=True)
class PairModel:
    """Logistic weights, one per name of `NAMES`, and the bias; `same` is the score from which two are one."""

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
    shared = [(word, b.words[word]) for word in a.words if word in b.words]
    product = sum(a.words[word] * weight for word, weight in shared)
    # The words stand heaviest first, so the first ones shared are the rarest.
    rare = [min(a.words[word], weight) for word, weight in shared[:_SHARED]]
    forth, back = _covered(a, b), _covered(b, a)
    same = not a.units.isdisjoint(b.units)
    clash = bool(a.units) and bool(b.units) and not same
    return (
        product / (a.length * b.length) if product else 0.0,
        min(forth, back),
        max(forth, back),
        sum(rare) / 100,
        rare[0] / 100 if rare else 0.0,
        float(clash),
        float(same),
        log1p(abs(a.hour - b.hour) / 24),
        _lead_cosine(a.lead, b.lead),
    )


def _covered(a: Trace, b: Trace) -> float:
    if not a.lead_sum:
        return 0.0
    known = b.words
    return sum(weight for word, weight in a.lead.items() if word in known) / a.lead_sum


def _lead_cosine(a: Mapping[str, int], b: Mapping[str, int]) -> float:
    product = sum(weight * b[word] for word, weight in a.items() if word in b)
    if not product:
        return 0.0
    long = sum(w * w for w in a.values()) * sum(w * w for w in b.values())
    return float(product / long**0.5)


def score(facts: Sequence[float], model: PairModel) -> float:
    """Return the log-odds that two items are one thing, rounded so that every machine agrees.

    >>> score((1.0, 0.5), PairModel((2.0, -1.0), 0.25, 0.0))
    1.75
    """
    return round(model.bias + sum(w * x for w, x in zip(model.weights, facts, strict=True)), 6)
