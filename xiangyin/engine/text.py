"""One written form for many: wide digits, traditional characters, zero-width characters; offsets kept."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import opencc

_HAN = "".join(map(chr, (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))))
_SIMPLE = opencc.OpenCC("t2s").convert("\n".join(_HAN)).split("\n")
# Character by character, so that no offset moves; phrases that need more than that are rare in what people write.
_FOLD: dict[int, str | None] = {
    ord(old): new for old, new in zip(_HAN, _SIMPLE, strict=True) if old != new and len(new) == 1
}
_FOLD |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_FOLD |= {code: chr(code - 0x2460 + 0x31) for code in range(0x2460, 0x2469)}  # ① to ⑨
_FOLD |= {0x3000: " ", 0xA0: " ", 0x2014: "-", 0x2013: "-", 0x2212: "-", 0xB7: "·", 0x2022: "·", 0x30FB: "·"}
_DROPPED = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
# Characters that fold one to one: common Chinese text takes the quick way.
_KNOWN = re.compile(
    r"[\t\n\r\x20-\x7e\u00a0\u00b7\u2010-\u2023\u2025-\u2027\u2190-\u21ff\u2460-\u2468\u2500-\u27bf"
    r"\u3000-\u3035\u30fb\u3400-\u9fff\uff01-\uff5e\U0001f300-\U0001faff]*",
)
_DROP = re.compile(f"[{_DROPPED}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in its one written form; `origin[i]` is the place of character i in the original, None = the same."""

    text: str
    origin: Sequence[int] | None = None
    length: int = 0

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the folded text as offsets in the original one (code points)."""
        if self.origin is None:
            return start, end
        first = self.origin[start] if start < len(self.origin) else self.length
        return first, (self.origin[end - 1] + 1 if end > start else first)


def fold(text: str) -> Folded:
    r"""Return the text with NFKC forms, simplified characters, lower case, and no invisible characters.

    Source: Unicode Standard Annex 15 (NFKC); OpenCC's character table (traditional to simplified).

    >>> fold("紅旗村１３８\u200b0").text
    '红旗村1380'
    >>> fold("a\u200bbc").back(1, 2)
    (2, 3)
    """
    if _KNOWN.fullmatch(text):
        return Folded(text.translate(_FOLD).lower(), None, len(text))
    return _fold_slowly(text)


def _fold_slowly(text: str) -> Folded:
    letters: list[str] = []
    origin: list[int] = []
    for place, old in enumerate(text):
        if _DROP.match(old):
            continue
        new = unicodedata.normalize("NFKC", old).translate(_FOLD).lower()
        if "\ud800" <= old <= "\udfff":
            new = "\ufffd"  # half a character: no encoder takes it
        letters.append(new)
        origin.extend([place] * len(new))
    return Folded("".join(letters), origin, len(text))
