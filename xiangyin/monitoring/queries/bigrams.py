"""Search by pairs of characters: two-character words are the Chinese norm, and plain PostgreSQL can index them."""

import re

from xiangyin.monitoring.queries.folding import folded

_PIECES = re.compile(r"[\w]+")


def bigrams(text: str) -> set[str]:
    """Every pair of neighbouring characters inside words, and single characters where a word has only one.

    >>> sorted(bigrams("停水 A1"))
    ['a1', '停水']
    """
    return pairs_of(folded(text))


def pairs_of(folded_text: str) -> set[str]:
    """The same of a text that is folded already."""
    pieces = words_of(folded_text)
    pairs = {piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1)}
    return pairs | {piece for piece in pieces if len(piece) == 1}


def words_of(folded_text: str) -> list[str]:
    """What stands between blanks and punctuation."""
    return _PIECES.findall(folded_text)
