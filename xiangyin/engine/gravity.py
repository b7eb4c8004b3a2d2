"""Which signs of danger an item tells as having happened, and which it only fears, supposes or mentions in passing."""

import re
from collections.abc import Mapping, Sequence

GRAVE = frozenset(
    {"dead", "hurt", "lost", "violence", "disaster", "poison", "crowd", "near", "fire", "traffic", "flood", "collapse"}
)
LEAD = 160  # characters in which people say what happened; far below they argue
_CLAUSE = re.compile(r"[,，。！!？?；;：:\n]")
_SUPPOSED = re.compile(
    r"如果|万一|要是|一旦|假如|倘若|难道|等到|非要|才会|防止|避免|以免|预防|容易|可能|担心|害怕|生怕|怕|隐患|后果|危险|随时|早晚|迟早"
    r"|(?<![委工商协员大])会(?![议计员])|能不能|若是|严禁|禁止|小心|预案|应对|曾|前年|去年|以前|从前|当年|历史"
)
_DENIED = re.compile(r"没有?|无|未|不是|并非|免于|杜绝")
_BEFORE, _NEAR = 14, 6


def told(text: str, signs: Mapping[str, Sequence[int]]) -> frozenset[str]:
    """Return the tags of an item, those of danger only where its lead tells them as a fact.

    >>> sorted(told("河边塌方,有人被埋", {"disaster": (2,), "hope": (5,)}))
    ['disaster', 'hope']
    >>> sorted(told("万一塌方,后果怎么样", {"disaster": (2,)}))
    []
    """
    return frozenset(tag for tag, places in signs.items() if tag not in GRAVE or _happened(text, places))


def _happened(text: str, places: Sequence[int]) -> bool:
    return any(place < LEAD and not _supposed(text, place) for place in places)


def _supposed(text: str, place: int) -> bool:
    before = _CLAUSE.split(text[max(0, place - _BEFORE) : place])[-1]
    return is_supposed(before) or bool(_DENIED.search(before[-_NEAR:]))


def is_supposed(before: str) -> bool:
    """Say whether what stands before a word in its clause makes it a fear, a warning or a memory.

    >>> is_supposed("万一"), is_supposed("居委会报告")
    (True, False)
    """
    return bool(_SUPPOSED.search(before))
