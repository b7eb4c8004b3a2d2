"""What grouping remembers of one item."""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from xiangyin.engine.grouping.institutions import Named, institutions
from xiangyin.engine.words import KEPT, LEAD, READ, cut, front, heaviest, weigh

# Districts as anonymised citizens' messages write them (A3区) and as people do (岳麓区): a clash tells two things apart.
_UNIT = re.compile(r"[a-z]\d{1,2}(?:区|县|市)|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2}[区县](?![域里城])")
_LETTERS = re.compile(r"[a-z0-9\u4e00-\u9fff]+")
_FRONT = 320
_HEAD = 60
# What happens once at one place and time: two items that tell of it there and then tell of the same.
EVENTS = frozenset({"fire", "traffic", "flood", "collapse", "violence", "poison", "pollution", "crowd", "lost", "loss"})


class Trace(NamedTuple):
    """Words with weights, the heaviest first, and their length as a vector; the title's words and pairs of characters.

    `front` is the beginning of the text, `units` places that it names (`places`: the codes of our villages among
    them), `hour` counts from 1970, `kinds` are those of `EVENTS` that it tells of. `stream`: it was said in public,
    where a thing is talked about for days; at the desk one thing comes up for months. `named`: its institutions.
    """

    words: Mapping[str, int]
    length: float
    lead: frozenset[str]
    pairs: frozenset[str]
    front: str
    units: frozenset[str]
    hour: int
    kinds: frozenset[str] = frozenset()
    stream: bool = False
    places: frozenset[str] = frozenset()
    topic: str | None = None
    named: Named = ()


def trace(
    title: str,
    text: str,
    rarity: Mapping[str, int],
    *,
    places: Collection[str],
    hour: int,
    kinds: frozenset[str] = frozenset(),
    stream: bool = False,
    topic: str | None = None,
) -> Trace:
    """Return the trace of an item from its folded title and text.

    >>> trace("小区停水", "停水三天", {"停水": 40, "小区": 20}, places=(), hour=0).words
    {'三天': 85, '停水': 60, '小区': 20}
    """
    said = cut(text[:READ])
    first = cut(title) if title else front(said)
    words = heaviest(weigh(first + said, rarity), KEPT)
    head = title[:_HEAD] or text[:LEAD]
    whole = f"{title}\n{text}" if title else text
    units, seen = units_of(whole).union(places), whole[:_FRONT]
    return Trace(
        words, length_of(words), frozenset(first), pairs_of(head), seen, units, hour, kinds, stream,
        frozenset(places), topic, institutions(seen),
    )  # fmt: skip


def happenings(one: Trace) -> list[str]:
    """Return a key for each kind of event at each of our villages that an item tells of.

    >>> happenings(trace("", "", {}, places=("7",), hour=0, kinds=frozenset({"fire"})))
    ['@7/fire']
    """
    return [f"@{code}/{kind}" for code in sorted(one.places) for kind in sorted(one.kinds)]


def length_of(words: Mapping[str, int]) -> float:
    """Return the length of the vector of words.

    >>> length_of({"一": 3, "二": 4})
    5.0
    """
    return float(sum([weight * weight for weight in words.values()]) ** 0.5)


def pairs_of(head: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a folded title: they know a name that no dictionary knows.

    >>> sorted(pairs_of("福满,新城"))
    ['新城', '福满']
    """
    return frozenset([run[n : n + 2] for run in _LETTERS.findall(head) for n in range(len(run) - 1)])


def units_of(text: str) -> frozenset[str]:
    """Return the districts and counties that the front of a folded text names.

    >>> sorted(units_of("a3区银双路,岳麓区也一样"))
    ['a3区', '岳麓区']
    """
    return frozenset(_UNIT.findall(text[:180]))
