"""All the ways to name the places of one township, ready to be found in running text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import ahocorasick_rs

from xiangyin.engine.text import fold
from xiangyin.engine.values import Township, Village

Sort = Literal["full", "alias", "likely", "misspelt", "base", "township", "stem", "neighbour", "outside"]
KIND = re.compile(r"(?:村民委员会|居民委员会|村委会|居委会|社区|村|街道|镇|乡)$")
_PLACE_END = re.compile(
    r"(?:村|社区|居委会|大队|组|小区|片区|院子|小学|中学|完小|学校|水库|祠堂|敬老院|工业园|林场|砖厂|广场|市场|大道|养殖场|安置点|农家乐)$"
)
_SPOKEN = ("大队", "小学", "居委会", "卫生室", "幼儿园")
_CLEAR = 3  # characters from which a name is still known with one of them wrong or left out
_ENDS = re.compile(r"[，,、（）()；; ]|同县|邻县|邻镇|另一镇|外省|省城")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to name a place; `code` is None for places that are not ours. `firm`: cannot be a common phrase."""

    text: str
    sort: Sort
    code: str | None
    name: str
    firm: bool


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The forms of one township, found together; `own` are the names of the units that it lies in."""

    forms: tuple[Form, ...]
    finder: ahocorasick_rs.AhoCorasick
    own: frozenset[str]
    rivals: frozenset[str]


def names(township: Township, *, alike: Mapping[str, str], outside: Sequence[str]) -> Names:
    """Return the forms of a township's places. `alike`: characters that sound like a character.

    >>> here = Township("清溪镇", "1", ("云川县",), (Village("11", "石坝村", "村", ("石坝",)),))
    >>> [f.text for f in names(here, alike={"坝": "巴"}, outside=["成都"]).forms if f.sort not in ("likely", "base")]
    ['石坝村', '石坝', '清溪镇', '清溪', '石巴村', '成都']
    """
    forms: dict[str, Form] = {}
    for form in (*_sure(township), *_guessed(township, alike), *_foreign(township, outside)):
        forms.setdefault(form.text, form)
    listed = tuple(forms.values())
    finder = ahocorasick_rs.AhoCorasick([f.text for f in listed], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    own = frozenset(
        form for unit in (*township.parents, township.name) for form in (unit, KIND.sub("", unit), unit[:-1])
    )
    return Names(listed, finder, own, _rivals(township) - own)


def _sure(township: Township) -> Iterator[Form]:
    for village in township.villages:
        yield Form(_fold(village.name), "full", village.code, village.name, firm=True)
    for village in township.villages:
        for alias in village.aliases:
            yield Form(_fold(alias), "alias", village.code, village.name, bool(_PLACE_END.search(alias)))
    yield Form(_fold(township.name), "township", township.code, township.name, firm=True)
    bare = KIND.sub("", township.name)
    if len(bare) > 1:
        yield Form(_fold(bare), "stem", township.code, township.name, firm=False)


def _guessed(township: Township, alike: Mapping[str, str]) -> Iterator[Form]:
    for village in township.villages:
        bare = KIND.sub("", village.name)
        if len(bare) > 1:
            yield from (Form(_fold(bare + end), "likely", village.code, village.name, firm=True) for end in _SPOKEN)
            yield Form(_fold(bare), "base", village.code, village.name, firm=False)
    for village in township.villages:
        yield from _misspelt(village, alike)


def _misspelt(village: Village, alike: Mapping[str, str]) -> Iterator[Form]:
    for name in (village.name, *village.aliases):
        plain = _fold(name)
        if len(plain) < _CLEAR:
            continue  # two characters off by one are another word
        end = KIND.search(plain)
        for place in range(end.start() if end else len(plain)):
            for other in alike.get(plain[place], ""):
                wrong = plain[:place] + other + plain[place + 1 :]
                yield Form(wrong, "misspelt", village.code, village.name, bool(_PLACE_END.search(plain)))


def _foreign(township: Township, outside: Sequence[str]) -> Iterator[Form]:
    for other in township.neighbours:
        yield Form(_fold(other.name), "neighbour", None, other.name, firm=True)
        bare = KIND.sub("", other.name)
        if other.name.endswith(("镇", "乡")) and len(bare) > 1:
            yield Form(_fold(bare), "neighbour", None, other.name, firm=False)
    for name in (*outside, *_rivals(township)):
        yield Form(_fold(name), "outside", None, name, firm=True)


def _rivals(township: Township) -> frozenset[str]:
    """Names of the units that our namesakes lie in: "广东省东莞市" gives 广东, 东莞 and the full forms."""
    found: set[str] = set()
    for other in township.neighbours:
        for part in _ENDS.split(other.where):
            for unit in re.findall(r"[\u4e00-\u9fff]{2,6}?(?:省|市|县|区|州|镇|乡)", part):
                found |= {unit, unit[:-1]} if len(unit) >= _CLEAR else {unit}
    parents = {form for unit in (*township.parents, township.name) for form in (unit, unit[:-1])}
    return frozenset(found - parents)


def _fold(name: str) -> str:
    return fold(name).text
