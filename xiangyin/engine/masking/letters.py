"""E-mail addresses and number plates in running text."""

import re
from collections.abc import Iterator

from xiangyin.engine.masking.spans import Span

_EMAIL = re.compile(r"[a-z0-9][a-z0-9._%+\-]*@[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.[a-z]{2,}")
_PROVINCE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
# Five characters, six on cars that run on electricity; no I, no O (GA 36-2018).
_TAIL = r"[a-hj-np-z0-9]{4}(?:[a-hj-np-z0-9]{1,2}|[学警挂港澳])(?![a-z0-9])"
# Without a figure it might be a word: then a dot or the word for a car must say that it is a plate.
_PLATE = re.compile(
    rf"[{_PROVINCE}][a-z](?:[·. \-]?(?=[a-z]{{0,4}}\d){_TAIL}|·{_TAIL})|(?<=[车牌号照])[是为:： ]?[{_PROVINCE}][a-z]{_TAIL}",
)


def emails(text: str) -> Iterator[Span]:
    """Yield the e-mail addresses of a folded text (local part and domain).

    >>> [(s.start, s.end) for s in emails("写给li_q@mail.example.cn吧")]
    [(2, 22)]
    """
    if "@" in text:
        yield from (Span("email", found.start(), found.end()) for found in _EMAIL.finditer(text))


def plates(text: str) -> Iterator[Span]:
    """Yield the number plates of a folded text, with their province's character.

    >>> [(s.start, s.end) for s in plates("货车湘g·8cd8a停在路口")]
    [(2, 10)]
    """
    return (Span("plate", found.start(), found.end()) for found in _PLATE.finditer(text))
