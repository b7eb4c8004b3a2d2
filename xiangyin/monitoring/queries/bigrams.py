"""Search by pairs of characters: two-character words are the Chinese norm, and plain PostgreSQL can index them."""

import re
import unicodedata

_PIECES = re.compile(r"[\w]+")
LONGEST_SEARCH = 40


def folded(text: str) -> str:
    """Text as it is compared: compatibility forms unified, lower case."""
    return unicodedata.normalize("NFKC", text).lower()


def bigrams(text: str) -> set[str]:
    """Every pair of neighbouring characters inside words, and single characters where a word has only one.

    >>> sorted(bigrams("停水 A1"))
    ['a1', '停水']
    """
    pieces = _PIECES.findall(folded(text))
    pairs = {piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1)}
    return pairs | {piece for piece in pieces if len(piece) == 1}
