"""The official list of villages of one county, looked up by the names that people use."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_TAIL = re.compile(
    r"(?:社区居民委员会|社区居委会|社区村委会|社区村民委员会|村民委员会|居民委员会|家属委员会|村委会|居委会|社区村|委员会|虚拟社区|虚拟社区居委会)$"
)
_STEM = re.compile(r"(?:社区|村|居|屯|片区|生活区)$")
_TOWN_TAIL = re.compile(r"(?:街道办事处|地区办事处|办事处|街道|镇|乡|民族乡|苏木|农场|林场)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A village of the list: its code (12 figures), official name, township's name."""

    code: str
    name: str
    town: str


@dataclass(frozen=True, slots=True)
class County:
    """Villages by each of their short names, surest kind of name first, and township names by their codes."""

    by_name: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    town_of: Mapping[str, str] = field(default_factory=dict)
    towns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def short(name: str) -> str:
    """Return an official village name without its committee.

    >>> short("同兴村村民委员会"), short("宋家村委会"), short("航天社区居委会")
    ('同兴村', '宋家', '航天')
    """
    cut = _TAIL.sub("", name)
    return cut if len(cut) > 1 else name


def stem(name: str) -> str:
    """Return a village name without the word for its kind, unless too little would be left.

    >>> stem("同兴村"), stem("李村")
    ('同兴', '李村')
    """
    cut = _STEM.sub("", name)
    return cut if len(cut) > 1 else name


def town_names(town: str) -> tuple[str, ...]:
    """Return the ways to say a township's name, the official one first.

    >>> town_names("六指街道办事处")
    ('六指街道办事处', '六指街道', '六指')
    """
    bare = _TOWN_TAIL.sub("", town)
    forms = [town]
    if town.endswith(("街道办事处", "地区办事处")):
        forms.append(town.removesuffix("办事处"))
    if len(bare) > 1 and bare not in forms:
        forms.append(bare)
    return tuple(forms)


def county(entries: Iterable[Entry]) -> County:
    """Return the look-up of one county's villages.

    >>> county([Entry("1", "宋家村委会", "白桥镇")]).by_name[0]["宋家"]
    ('1',)
    """
    layers: tuple[dict[str, list[str]], ...] = ({}, {}, {})
    town_of: dict[str, str] = {}
    towns: dict[str, list[str]] = {}
    for entry in entries:
        town_of[entry.code] = entry.town
        for name, layer in _names(entry.name, layers):
            known = layer.setdefault(name, [])
            if entry.code not in known:
                known.append(entry.code)
        for form in town_names(entry.town):
            known_towns = towns.setdefault(form, [])
            if entry.town not in known_towns:
                known_towns.append(entry.town)
    by_name = tuple({name: tuple(codes) for name, codes in layer.items()} for layer in layers)
    return County(by_name, town_of, {form: tuple(names) for form, names in towns.items()})


def _names(name: str, layers: tuple[dict[str, list[str]], ...]) -> list[tuple[str, dict[str, list[str]]]]:
    official, spoken, bare = layers
    cut = short(name)
    return [(name, official), (cut, official), (stem(cut) + "村", spoken), (stem(cut), bare)]
