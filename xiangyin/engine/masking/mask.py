"""The mask itself: what is personal gives way to the name of its kind, so that the sentence still reads."""

from dataclasses import dataclass

from xiangyin.engine.masking.address import addresses
from xiangyin.engine.masking.letters import emails, plates
from xiangyin.engine.masking.numbers import numbers
from xiangyin.engine.masking.spans import Kind, Span, without_overlaps
from xiangyin.engine.text import Folded, fold

SHOWN: dict[Kind, str] = {
    "phone": "〔电话〕",
    "landline": "〔座机〕",
    "id": "〔身份证号〕",
    "bank": "〔银行卡号〕",
    "email": "〔邮箱〕",
    "plate": "〔车牌〕",
    "address": "〔住址〕",
}


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without personal data, and where it stood in the original (code points)."""

    text: str
    spans: tuple[Span, ...]


def mask(text: str) -> Masked:
    """Return the text with telephone, identity, card, e-mail, plate and home address replaced by words.

    Personal data is removed whole, not shortened: four last figures still name a person in a township.
    Source: GB/T 35273-2020 6.2 (de-identify at once after collection).

    >>> mask("请打138-1234-5678找李").text
    '请打〔电话〕找李'
    """
    return mask_folded(text, fold(text))


def mask_folded(text: str, folded: Folded) -> Masked:
    """Like `mask`, for a text that is already folded.

    >>> mask_folded("ａ@ｂ.cn", fold("ａ@ｂ.cn")).spans
    (Span(kind='email', start=0, end=6),)
    """
    found = [*numbers(folded.text), *emails(folded.text), *plates(folded.text), *addresses(folded.text)]
    if not found:
        return Masked(text, ())
    spans = tuple(Span(s.kind, *folded.back(s.start, s.end)) for s in without_overlaps(found))
    return Masked(_replaced(text, spans), spans)


def _replaced(text: str, spans: tuple[Span, ...]) -> str:
    pieces: list[str] = []
    done = 0
    for span in spans:
        pieces += text[done : span.start], SHOWN[span.kind]
        done = span.end
    return "".join(pieces) + text[done:]
