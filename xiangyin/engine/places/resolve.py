"""Which village of a county a name means; "ambiguous" is an answer."""

from collections.abc import Collection
from dataclasses import dataclass

from xiangyin.engine.places.gazetteer import County, short, stem


@dataclass(frozen=True, slots=True)
class Resolution:
    """The village's code, or None when none or several fit; `candidates` are the codes that fit, in order."""

    code: str | None
    candidates: tuple[str, ...] = ()


def resolve(mention: str, county: County) -> Resolution:
    """Return the village that a mention names, with or without its township before it.

    Exact names count before spoken ones; several villages of one name stay ambiguous.

    >>> from xiangyin.engine.places.gazetteer import Entry, county
    >>> here = county([Entry("1", "宋家村委会", "白桥镇"), Entry("2", "宋家村委会", "孙集镇")])
    >>> resolve("宋家", here).code, resolve("孙集镇宋家", here).code
    (None, '2')
    """
    mention = "".join(mention.split())
    whole = _fitting(mention, county)
    if len(whole) == 1 and whole == county.by_name[0].get(mention):
        return _answer(whole)  # a village's own name may begin like its township's
    inside = _with_town(mention, county)
    if inside and (not whole or len(inside) == 1):
        return _answer(inside)
    return _answer(whole)


def _answer(codes: tuple[str, ...]) -> Resolution:
    return Resolution(codes[0] if len(codes) == 1 else None, tuple(sorted(codes)))


def _fitting(name: str, county: County, within: Collection[str] | None = None) -> tuple[str, ...]:
    """The villages of the surest kind of name that fits, among those of the townships `within` if given."""
    for form in dict.fromkeys((name, short(name), stem(short(name)))):
        for layer in county.by_name:
            codes = layer.get(form, ())
            found = codes if within is None else tuple(code for code in codes if county.town_of[code] in within)
            if found:
                return found
    return ()


def _with_town(mention: str, county: County) -> tuple[str, ...]:
    for cut in range(len(mention) - 1, 1, -1):
        towns = county.towns.get(mention[:cut], ())
        codes = _fitting(mention[cut:], county, towns) if towns else ()
        if codes:
            return codes
    return ()
