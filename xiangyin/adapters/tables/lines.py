"""The lines of a text file, decoded piece by piece; no line can grow without bound."""

import codecs
import io
from collections.abc import Iterable, Iterator

MOST_CHARS = 1_000_000


def lines(pieces: Iterable[bytes], encoding: str) -> Iterator[str]:
    r"""Every line without its end (\n, \r\n or \r). A longer one is cut to one character more than `MOST_CHARS`.

    >>> list(lines([b"a\r", b"\nb\rc"], "utf-8"))
    ['a', 'b', 'c']
    """
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)("replace"), translate=True)
    rest = ""
    for piece in pieces:
        *whole, rest = (rest + decoder.decode(piece)).split("\n")
        yield from map(_cut, whole)
        rest = _cut(rest)
    *whole, rest = (rest + decoder.decode(b"", final=True)).split("\n")
    yield from map(_cut, whole)
    if rest:
        yield _cut(rest)


def _cut(line: str) -> str:
    return line if len(line) <= MOST_CHARS else line[: MOST_CHARS + 1]
