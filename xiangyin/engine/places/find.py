"""Our places in running text: found by name, kept or refused by what stands around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import rjieba

from xiangyin.engine.places.context import another_unit, clause_before, is_no_place, is_other_kind, makes_village
from xiangyin.engine.places.names import Form, Names
from xiangyin.engine.text import Folded
from xiangyin.engine.values import Place

_SURE = {"full": 0.97, "alias": 0.9, "likely": 0.8, "misspelt": 0.65, "base": 0.6}
_WHY = {
    "full": "村名“{0}”",
    "alias": "“{0}”是{1}的别名",
    "likely": "“{0}”像是{1}的单位",
    "misspelt": "“{0}”与{1}同音，可能写错",
    "base": "“{0}”像是{1}的简称",
}
_OURS = re.compile(
    r"(?:我们|咱们|俺们|我|俺|咱|本)(?:这个|们)?(?:村|寨|湾|屯|庄|社区|镇|乡)(?:里|上|子)?(?!镇|委书记)"
    r"|(?:(?<=^)|(?<=[\s，。！？,、在到去从向]))镇(?:卫生院|政府|中心小学|中学|小学|医院|派出所|敬老院|农贸市场|上)(?:旁边|附近|门口|对面|后面|前面|隔壁)?"
)
_PASSED = re.compile(r"(?:从|去|往|离|距|经过|路过|到)$")
_LINK = re.compile(r"[的来在到从去]")
_BESIDE = frozenset("口上里边头旁")  # at the pass, on the bank: still the place
_OWN = frozenset({"ours", "township", "mentioned", ""})
_GAP = 4
_WINDOW = 6  # characters around a bare name that are cut into words to see whether it is one


Hit = tuple[Form, int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """What the text says of places: ours, names of others, and how firmly the township itself is named.

    `rival`: one of the others is where a namesake of ours lies.
    """

    places: tuple[Place, ...] = ()
    others: tuple[str, ...] = ()
    township: bool = False
    mentioned: bool = False
    rival: bool = False


def find(folded: Folded, whole: str, names: Names) -> Found:
    """Return the places that a text names; offsets count code points of the original text `whole`.

    >>> from xiangyin.engine.places.names import names
    >>> from xiangyin.engine.text import fold
    >>> from xiangyin.engine.values import Township, Village
    >>> here = names(Township("青石镇", "1", (), (Village("11", "石桥村", "村", ("石桥",)),)), alike={}, outside=["成都"])
    >>> text = "成都石桥街；石桥村的桥断了"
    >>> [(p.matched, p.start) for p in find(fold(text), text, here).places]
    [('石桥村', 6)]
    """
    text = folded.text
    hits = [(names.forms[n], start, end) for n, start, end in names.finder.find_matches_as_indexes(text)]
    verdicts = [_verdict(text, hit, names, hits) for hit in hits]
    kept = [hit for hit, verdict in zip(hits, verdicts, strict=True) if verdict == "ours"]
    others = tuple(one for one in verdicts if one not in _OWN)
    places = [_place(folded, whole, *hit) for hit in kept if not _is_namesake(text, hit, kept)]
    if not others and not kept:
        places = _ours(folded, whole)
    return Found(
        tuple(sorted(places, key=lambda p: p.start)),
        others,
        "township" in verdicts,
        "mentioned" in verdicts,
        not names.rivals.isdisjoint(others),
    )


def _verdict(text: str, hit: Hit, names: Names, hits: Sequence[Hit]) -> str:
    """Return "ours", "township", "mentioned" (in passing), the name of another place, or "" for no place at all."""
    form, start, _ = hit
    if form.sort in ("neighbour", "outside"):
        return _foreign(text, hit)
    before = clause_before(text, start)
    other = another_unit(before, names.own) or _right_behind(start, text, hits)
    if other:
        return other
    if not form.firm and not _stands_alone(text, hit):
        return ""
    if form.sort == "township":
        return "township"
    if form.sort == "stem":
        return "mentioned" if _PASSED.search(before) else "township"
    return "ours"


def _foreign(text: str, hit: Hit) -> str:
    form, start, end = hit
    if form.firm:
        return "" if form.sort == "outside" and _crossed(text, start, end) else form.name
    return form.name if _stands_alone(text, hit) else ""


def _right_behind(start: int, text: str, hits: Sequence[Hit]) -> str | None:
    """The outside place that ends at most four characters before, in the same clause, as in 成都青石桥."""
    for form, _, end in hits:
        gap = text[end:start]
        if (
            form.sort == "outside"
            and 0 <= start - end <= _GAP
            and clause_before(text, start).endswith(gap)
            and not _LINK.search(gap)
        ):
            return form.name
    return None


def _stands_alone(text: str, hit: Hit) -> bool:
    form, start, end = hit
    before, behind = clause_before(text, start), text[end : end + 14]
    if is_other_kind(behind) or is_no_place(before, behind) or text[start - 1 : start] == "《":
        return False
    if form.sort == "base" and not makes_village(behind):
        return False
    return not _crossed(text, start, end)


def _crossed(text: str, start: int, end: int) -> bool:
    """Say whether a word of everyday language lies across an end of the name."""
    low = max(0, start - _WINDOW)
    at = low
    for word in rjieba.cut(text[low : end + _WINDOW]):
        stop = at + len(word)
        if len(word) > 1 and (at < start < stop or (at < end < stop and text[end:stop] not in _BESIDE)):
            return True
        at = stop
    return False


def _place(folded: Folded, whole: str, form: Form, start: int, end: int) -> Place:
    first, last = folded.back(start, end)
    matched = whole[first:last]
    return Place(
        form.code, form.name, matched, first, last, _SURE[form.sort], _WHY[form.sort].format(matched, form.name)
    )


def _is_namesake(text: str, hit: Hit, kept: Sequence[Hit]) -> bool:
    """Say whether a bare name is the thing that gave the village its name: 石桥村的石桥."""
    form, start, _ = hit
    if form.firm or text[start - 1 : start] != "的":
        return False
    return any(other.code == form.code and end == start - 1 for other, _, end in kept)


def _ours(folded: Folded, whole: str) -> list[Place]:
    """Words like "our village" name a place here, though not which."""
    found = _OURS.search(folded.text)
    if not found:
        return []
    first, last = folded.back(found.start(), found.end())
    matched = whole[first:last]
    return [Place(None, None, matched, first, last, 0.5, f"“{matched}”指本地，未说哪个村")]
