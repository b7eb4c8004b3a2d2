"""Text as it is compared in a search: either Chinese script, any width, any case."""

import unicodedata
from functools import cache

from opencc import OpenCC


@cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")


def folded(text: str) -> str:
    """Simplified characters, compatibility forms unified, lower case.

    >>> folded("自來水Ａ1")
    '自来水a1'
    """
    return str(_simplifier().convert(unicodedata.normalize("NFKC", text))).lower()
