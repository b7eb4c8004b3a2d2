"""Home addresses finer than the village: building, unit, room, house number."""

import re
from collections.abc import Iterator

from xiangyin.engine.masking.spans import Span

_N = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3})"
_HOUSE = rf"[a-z]?{_N}[a-z]?(?:号楼|栋|幢|座|#楼?)"
_GAP = r"[\s,、·\-]{0,2}"
_UNIT = rf"{_GAP}{_N}\s?单元"
_FLOOR = rf"{_GAP}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:楼|层)"
_ROOM = rf"{_GAP}(?:[a-z]?\d{{3,4}}[a-z]?(?:号?[室房户]|号)?|\d{{1,2}}(?:室|号房|号|户))(?![\d年月日元米亩%家人名户平])"
# A building alone names a hundred homes and is what a complaint is about; with a unit or a room it names one.
_HOME = re.compile(
    rf"{_HOUSE}(?:{_UNIT}(?:{_FLOOR})?(?:{_ROOM})?|(?:{_FLOOR})?{_ROOM})"
    rf"|{_N}\s?单元(?:{_FLOOR})?{_ROOM}"
    rf"|(?<![\d\-])\d{{1,3}}-\d{{1,2}}-\d{{3,4}}(?:室|房|号)"
    rf"|{_N}(?:组|社|队){_GAP}{_N}号(?!线|楼|文)"
)
_LIVES = re.compile(r"(?:家住|住在|住址|我住|现住|居住在|居住地址|家庭地址|联系地址|收货地址|住所|暂住)[是为:：]?")
_STREET = "|".join(f"(?<={kind})" for kind in "路街巷弄道段里组村湾")
_DOOR = re.compile(rf"{_HOUSE}(?:{_FLOOR})?|(?:{_STREET}){_N}(?:附{_N})?号(?!线|文)")
_CLAUSE = re.compile(r"[。！!？?；;\n，,]")
_REACH = 40  # characters after the word of living in which a door number may follow
_SIGNS = re.compile(r"单元|[栋幢号室座#]")


def addresses(text: str) -> Iterator[Span]:
    """Yield the home addresses of a folded text, from the building or house number to the room.

    >>> [(s.start, s.end) for s in addresses("我在15号楼1406房，很吵")]
    [(2, 11)]
    """
    if not _SIGNS.search(text):
        return
    yield from (Span("address", found.start(), found.end()) for found in _HOME.finditer(text))
    for living in _LIVES.finditer(text):
        clause = _CLAUSE.search(text, living.end())
        stop = min(clause.start() if clause else len(text), living.end() + _REACH)
        door = _DOOR.search(text, living.end(), stop)
        if door:
            yield Span("address", door.start(), door.end())
