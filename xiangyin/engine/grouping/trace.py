"""What grouping remembers of one item."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from xiangyin.engine.words import KEPT, LEAD, READ, cut, heaviest, weigh

# Districts as anonymised citizens' messages write them (A3区) and as people do (岳麓区): a clash tells two things apart.
_UNIT = re.compile(r"[a-z]\d{1,2}(?:区|县|市)|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2}[区县](?![域里城])")


@dataclass(frozen=True, slots=True)
class Trace:
    """Words with weights, the heaviest first; those of the title; length of the word vector; units, hour, kinds of event."""

    words: Mapping[str, int]
    lead: Mapping[str, int]
    length: float
    lead_sum: int
    units: frozenset[str]
    hour: int
    kinds: frozenset[str] = frozenset()


# What happens once at one place and time: two items that tell of it there and then tell of the same.
EVENTS = frozenset({"disaster", "violence", "poison", "pollution", "crowd", "lost"})


def trace(
    title: str,
    text: str,
    rarity: Mapping[str, int],
    *,
    places: Collection[str],
    hour: int,
    kinds: frozenset[str] = frozenset(),
) -> Trace:
    """Return the trace of an item from its folded title and text.

    `places` are codes of villages found in it, `hour` counts from 1970, `kinds` are those of `EVENTS` that it tells of.

    >>> trace("小区停水", "停水三天", {"停水": 40, "小区": 20}, places=(), hour=0).words
    {'三天': 85, '停水': 60, '小区': 20}
    """
    head = title or text[:LEAD]
    first = cut(head)
    lead = weigh(first, rarity)
    words = heaviest(weigh(first + cut(text[:READ]), rarity), KEPT)
    units = units_of(f"{head}\n{text}").union(places)
    length = sum([weight * weight for weight in words.values()]) ** 0.5
    return Trace(words, lead, length, sum(lead.values()), units, hour, kinds)


def units_of(text: str) -> frozenset[str]:
    """Return the districts and counties that the front of a folded text names.

    >>> sorted(units_of("a3区银双路,岳麓区也一样"))
    ['a3区', '岳麓区']
    """
    return frozenset(_UNIT.findall(text[:180]))
