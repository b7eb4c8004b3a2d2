"""Text as it may be stored and searched: no markup, nothing invisible."""

import html
import re
from html.parser import HTMLParser

INVISIBLE = dict.fromkeys(
    [0xAD, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]
) | dict.fromkeys(code for code in range(0x20) if chr(code) not in "\t\n\r")
_MARKUP = re.compile(r"<(?:[a-zA-Z!?]|/[a-zA-Z])|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")
_TAG = re.compile(r"<[^<>]*>")
_BLANKS, _EMPTY_LINES = re.compile(r"[ \t\xa0\u3000]+"), re.compile(r" ?\n(?:[ \n])*")
_BREAKS = frozenset(
    {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "td", "section", "article", "hr"}
)
_UNSEEN = frozenset({"script", "style", "head", "template", "noscript"})


def plain_text(raw: str) -> str:
    r"""Words only: tags gone (a block becomes a line), entities resolved, zero-width and control characters dropped.

    >>> plain_text("<p>停\u200b水&nbsp;三天</p><p>1 < 2</p>")
    '停水 三天\n1 < 2'
    """
    text = raw.encode("utf-8", "replace").decode("utf-8").translate(INVISIBLE)  # lone surrogates cannot be stored
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _MARKUP.search(text):
        text = _without_markup(text).translate(INVISIBLE)
    return _EMPTY_LINES.sub("\n", _BLANKS.sub(" ", text)).strip()


def _without_markup(text: str) -> str:
    words = _Words()
    try:
        words.feed(text)
        words.close()
    except AssertionError:  # the standard library's parser gives up on some broken declarations
        return html.unescape(_TAG.sub(" ", text))
    return "".join(words.parts)


class _Words(HTMLParser):
    """Collects what a reader of the page would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._unseen += tag in _UNSEEN
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)
