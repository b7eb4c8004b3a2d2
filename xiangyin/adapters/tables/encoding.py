"""Which encoding a text file is in: the whole file is asked, for the first Chinese character may come late."""

import codecs
from collections.abc import Iterable

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
HEAD_BYTES = 4096
BAD = "\ufffd"
MOST_BAD_SHARE = 0.02  # of the characters beyond ASCII; a file in GB18030 read as UTF-8 has far more
CLEAR = 10  # one side has so many times the empty bytes of the other


def detect(pieces: Iterable[bytes]) -> str:
    """Return the name of the codec: `utf-8`, `utf-8-sig`, `utf-16`, `utf-16-le`, `utf-16-be` or `gb18030`.

    >>> detect([b"id,text"]), detect(["编号".encode("gb18030")])
    ('utf-8', 'gb18030')
    """
    decoder, bad, beyond, head = codecs.getincrementaldecoder("utf-8")("replace"), 0, 0, b""
    for piece in pieces:
        if len(head) < HEAD_BYTES:
            head += piece[:HEAD_BYTES]
            if wide := _by_head(head):
                return wide
        text = decoder.decode(piece)
        bad, beyond = bad + text.count(BAD), beyond + _beyond_ascii(text)
    bad += decoder.decode(b"", final=True).count(BAD)
    return "utf-8" if bad <= MOST_BAD_SHARE * beyond else "gb18030"


def _by_head(head: bytes) -> str:
    for mark, name in BOMS:
        if head.startswith(mark):
            return name
    even, odd = head[::2].count(0), head[1::2].count(0)  # separators and digits leave every other byte empty
    if not _is_wide(head, even + odd):
        return ""
    if odd > CLEAR * even:
        return "utf-16-le"
    return "utf-16-be" if even > CLEAR * odd else ""


def _is_wide(head: bytes, empty: int) -> bool:
    """Whether empty bytes mean two bytes a character: a stray one in a file that is good UTF-8 does not."""
    bad = head.decode("utf-8", "replace").count(BAD)
    return empty > len(head) / 5 or (empty > 0 and bad > len(head) / 50)


def _beyond_ascii(text: str) -> int:
    return 0 if text.isascii() else len(text) - len(text.encode("ascii", "ignore"))
