"""Near copies: the same text again, with small edits, cut short, or quoted inside another."""

from collections import Counter, deque
from dataclasses import dataclass, field

KEPT = 30_000  # originals that are remembered; older ones are forgotten, the oldest first
SHARE = 0.4  # part of the shorter text's prints that the longer one must hold
FEW = 3  # with fewer prints a text must be held whole
SURE = 0.7  # part from which it tells of the same thing, whatever else was changed
LONGEST = 12  # times longer than the original: a text that quotes it in passing is another text


@dataclass(frozen=True, slots=True)
class Copy:
    """The number of the text that another one copies; `sure` when nearly all of the shorter one is in the longer."""

    serial: int
    sure: bool


@dataclass(slots=True)
class Originals:
    """Prints of the texts that were no copies, each print with the last two that had it. Changes as items arrive."""

    by_print: dict[int, tuple[int, ...]] = field(default_factory=dict)
    prints: dict[int, tuple[int, ...]] = field(default_factory=dict)
    units: dict[int, frozenset[str]] = field(default_factory=dict)
    order: deque[int] = field(default_factory=deque)


def original_of(mine: tuple[int, ...], units: frozenset[str], known: Originals) -> Copy | None:
    """Return the text that this one copies, or None.

    One template about two places is no copy: `units` are the districts and villages that the text names.

    >>> known, none = Originals(), frozenset(); remember(7, (1, 2, 3, 4), none, known)
    >>> original_of((1, 2, 3, 9), none, known), original_of((8,), none, known)
    (Copy(serial=7, sure=True), None)
    """
    by_print = known.by_print
    hits = Counter([serial for one in mine for serial in by_print.get(one, ())])
    for serial, shared in hits.most_common(3):
        theirs = len(known.prints[serial])
        if _is_copy(shared, len(mine), theirs) and not _clash(units, known.units.get(serial)):
            return Copy(serial, shared >= SURE * min(len(mine), theirs))
    return None


def _is_copy(shared: int, mine: int, theirs: int) -> bool:
    short, long = min(mine, theirs), max(mine, theirs)
    if long > LONGEST * short:
        return False
    return shared >= short if short < FEW else shared >= SHARE * short and shared >= FEW - 1


def _clash(mine: frozenset[str], theirs: frozenset[str] | None) -> bool:
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs or ())


def remember(serial: int, mine: tuple[int, ...], units: frozenset[str], known: Originals) -> int | None:
    """Keep a text's prints; the oldest text is forgotten when there are too many: then its number is returned.

    >>> known = Originals(); remember(1, (5,), frozenset(), known); known.by_print
    {5: (1,)}
    """
    known.prints[serial] = mine
    if units:
        known.units[serial] = units
    known.order.append(serial)
    by_print = known.by_print
    for one in mine:
        owners = by_print.get(one)
        by_print[one] = (owners[-1], serial) if owners else (serial,)
    return _forget(known) if len(known.order) > KEPT else None


def _forget(known: Originals) -> int:
    old = known.order.popleft()
    known.units.pop(old, None)
    for one in known.prints.pop(old):
        owners = tuple([serial for serial in known.by_print.get(one, ()) if serial != old])
        if owners:
            known.by_print[one] = owners
        else:
            known.by_print.pop(one, None)
    return old
