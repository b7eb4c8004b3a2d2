"""How well groups agree with groups that a reader made, and classes with labels."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence


def b_cubed(gold: Sequence[Hashable], said: Sequence[Hashable]) -> tuple[float, float, float]:
    """Return B³ F1, precision and recall (0…1). Source: Bagga and Baldwin, 1998."""
    true, mine = _sets(gold), _sets(said)
    shares = [len(true[g] & mine[s]) for g, s in zip(gold, said, strict=True)]
    precision = sum(n / len(mine[s]) for n, s in zip(shares, said, strict=True)) / len(gold)
    recall = sum(n / len(true[g]) for n, g in zip(shares, gold, strict=True)) / len(gold)
    return _f1(precision, recall), precision, recall


def pair_f1(gold: Sequence[Hashable], said: Sequence[Hashable]) -> float:
    """Return the F1 of the pairs that are in one group (0…1)."""
    both = sum(_pairs(n) for n in Counter(zip(gold, said, strict=True)).values())
    mine = sum(_pairs(n) for n in Counter(said).values())
    true = sum(_pairs(n) for n in Counter(gold).values())
    return 2 * both / max(1, mine + true)


def macro_f1(gold: Sequence[str], said: Sequence[str], names: Sequence[str]) -> float:
    """Return the mean F1 of the named classes (0…1)."""
    return sum(class_f1(gold, said, name) for name in names) / len(names)


def class_f1(gold: Sequence[str], said: Sequence[str], name: str) -> float:
    """Return the F1 of one class (0…1)."""
    hit = sum(g == s == name for g, s in zip(gold, said, strict=True))
    return 2 * hit / max(1, gold.count(name) + said.count(name))


def accuracy(gold: Sequence[object], said: Sequence[object]) -> float:
    """Return the share of equal answers (0…1)."""
    return sum(g == s for g, s in zip(gold, said, strict=True)) / len(gold)


def _sets(groups: Sequence[Hashable]) -> dict[Hashable, set[int]]:
    found: defaultdict[Hashable, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        found[group].add(number)
    return found


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
