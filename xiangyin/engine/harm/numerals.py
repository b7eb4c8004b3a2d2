"""Numbers of people as they are written: 12, 1.8万, 三十二, 十几, 上百, 130余."""

import re

_DIGIT = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2, "仨": 3}
_UNIT = {"十": 10, "百": 100, "千": 1000, "万": 10000}
PATTERN = r"(?:\d[\d,]{0,8}(?:\.\d+)?[百千万]?|[上近数好]?[一二两三四五六七八九十百千万零〇几]{1,9})"
_VAGUE = re.compile(r"[几数上近好]")
_PAIR = re.compile(r"^([一二三四五六七八])([二三四五六七八九])(十?)$")


def value(written: str) -> int | None:
    """Return the number that is written, the least it can mean when vague; None when it says no number.

    >>> [value(w) for w in ("三十二", "1.8万", "上百", "十几", "七八", "几", "1,234")]
    [32, 18000, 100, 10, 7, None, 1234]
    """
    if written[0].isdigit():
        return _figures(written)
    plain = _VAGUE.sub("", written)
    if not plain or (plain in _UNIT and written[0] in "数几"):
        return None  # 数百: hundreds, no one knows how many
    pair = _PAIR.match(plain)
    if pair and _DIGIT[pair[2]] == _DIGIT[pair[1]] + 1:
        return _DIGIT[pair[1]] * (10 if pair[3] else 1)
    return _words(plain)


def is_vague(written: str) -> bool:
    """Say whether a number is given as a rough one by itself: 十几, 上百, 七八.

    >>> is_vague("十几"), is_vague("三")
    (True, False)
    """
    return bool(_VAGUE.search(written) or _PAIR.match(written))


def _figures(written: str) -> int:
    unit = _UNIT.get(written[-1], 1)
    return round(float(written.rstrip("百千万").replace(",", "")) * unit)


def _words(written: str) -> int:
    total = section = digit = 0
    for letter in written:
        if letter == "万":
            total, section, digit = (total + section + digit) * 10000 or 10000, 0, 0
        elif letter in _UNIT:
            section += (digit or 1) * _UNIT[letter]
            digit = 0
        else:
            digit = digit * 10 + _DIGIT[letter] if digit and section == 0 else _DIGIT[letter]
    return total + section + digit
