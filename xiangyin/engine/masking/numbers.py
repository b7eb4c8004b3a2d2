"""Telephone, identity and card numbers in running text: plain, spaced, full-width, in Chinese figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xiangyin.engine.masking.checks import id_check, id_looks_right, luhn
from xiangyin.engine.masking.spans import Kind, Span

_FIGURES = {
    ord(old): new
    for old, new in zip("〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "001234567891123456789", strict=True)
}
_LONG = re.compile(r"(?:[\d〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖][ \-._·—()]{0,2}){7}")
_RUN = re.compile(r"(?:\+|\(\+?(?=86\)))?\d(?:[ \-._·—()]{0,2}\d){6,30}x?")
_GROUP = re.compile(r"\d+x?")
_ABOUT_THINGS = re.compile(
    r"(?:编号|单号|编码|代码|文号|发票|合同|订单|工单|快递|运单|许可证|批次|批号|条码|价|金额|款|流水号|案号|电梯)"
    r"[号码为是:： ]{0,3}$"
)
_ABOUT_IDS = re.compile(r"身份证?.{0,6}$")
_ABOUT_CARDS = re.compile(r"(?:卡号|账号|帐号|账户|帐户|银行卡|卡).{0,4}$")
_ABOUT_PHONES = re.compile(r"(?:电话|座机|固话|致电|拨打|号码|tel|手机|传真|联系方式)[^\d]{0,4}$")
_MOST_GROUPS = 18  # one figure a group
_ID = 18
_CARD = range(16, 20)
_MOBILE = 11
_LANDLINE = (11, 12)  # area code of three or four figures and a number of seven or eight
_LOCAL = (7, 8)
_SPELT = 4  # figures in a group of a number that is read out one by one


@dataclass(frozen=True, slots=True)
class _Part:
    digits: str
    start: int
    end: int


def numbers(text: str) -> Iterator[Span]:
    """Yield the phone, landline, id and bank numbers of a folded text, in order of place.

    >>> [(s.kind, s.start, s.end) for s in numbers("请打138 1234 5678，单号20190823001")]
    [('phone', 2, 15)]
    """
    if not _LONG.search(text):
        return
    view = text.translate(_FIGURES)
    for run in _RUN.finditer(view):
        if _cut_from_longer(view, run):
            continue
        parts = [_Part(m.group(), run.start() + m.start(), run.start() + m.end()) for m in _GROUP.finditer(run.group())]
        yield from _read(text, parts)


def _cut_from_longer(view: str, run: re.Match[str]) -> bool:
    before = view[run.start() - 1] if run.start() else " "
    after = view[run.end()] if run.end() < len(view) else " "
    return before.isdigit() or after.isdigit() or (before.isascii() and before.isalnum() and run.group()[0] != "+")


def _read(text: str, parts: list[_Part]) -> Iterator[Span]:
    place = 0
    while place < len(parts):
        found = None
        for size in range(min(_MOST_GROUPS, len(parts) - place), 0, -1):
            found = _name(text, parts[place : place + size])
            if found:
                yield found
                place += size
                break
        place += found is None


def _name(text: str, parts: list[_Part]) -> Span | None:
    digits = "".join(part.digits for part in parts)
    start, end = parts[0].start, parts[-1].end
    before = text[max(0, start - 12) : start]
    kind = _kind(digits, before, [len(part.digits) for part in parts])
    return Span(kind, _with_country(text, start), end) if kind else None


def _with_country(text: str, start: int) -> int:
    for sign in ("(+", "+", "("):
        if text[:start].endswith(sign) and text[start : start + 2] == "86":
            return start - len(sign)
    return start - (text[start - 1 : start] == "(" and ")" in text[start : start + 5])


def _kind(digits: str, before: str, groups: list[int]) -> Kind | None:
    if len(digits) == _ID and _is_id(digits, before):
        return "id"
    if not digits.isdigit():
        return None
    if len(digits) in _CARD and _is_card(digits, before):
        return "bank"
    if _ABOUT_THINGS.search(before):
        return None
    if _is_mobile(digits, groups):
        return "phone"
    return "landline" if _is_landline(digits, before, groups) else None


def _is_id(digits: str, before: str) -> bool:
    return id_looks_right(digits) and (id_check(digits) or bool(_ABOUT_IDS.search(before)))


def _is_card(digits: str, before: str) -> bool:
    # 3 to 6 begin the cards that people hold; without a word that says so the check figure must be right.
    return bool(_ABOUT_CARDS.search(before)) or (digits[0] in "3456" and luhn(digits))


def _is_mobile(digits: str, groups: list[int]) -> bool:
    if digits.startswith("86") and len(digits) == _MOBILE + 2:
        digits = digits[2:]
    whole = len(groups) < _SPELT + 2 or max(groups) <= _SPELT  # a row of numbers is no telephone number
    return len(digits) == _MOBILE and digits[0] == "1" and digits[1] in "3456789" and whole


def _is_landline(digits: str, before: str, groups: list[int]) -> bool:
    if digits.startswith("86") and len(digits) in (12, 13):
        digits, groups = "0" + digits[2:], [4]
    if digits[0] == "0" and len(digits) in _LANDLINE:
        two = digits[1] in "12"  # 010, 02x: three figures and eight; the others four and seven or eight
        if two:
            return len(digits) == _LANDLINE[0]
        return groups[0] in (4, len(digits))
    return len(digits) in _LOCAL and digits[0] in "2345678" and bool(_ABOUT_PHONES.search(before))
