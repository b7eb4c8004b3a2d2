"""How often something was shared or read, as platforms write it."""

import re
import unicodedata
from typing import Any

_COUNT = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>[千万亿kw]?)\+?", re.IGNORECASE)
_TIMES = {"": 1, "千": 10**3, "k": 10**3, "万": 10**4, "w": 10**4, "亿": 10**8}
MOST = 10**12


def read_count(cell: Any) -> int | None:
    """A whole number from 0, or None where it cannot be told.

    >>> read_count("1.2万"), read_count("10万+"), read_count(3.0), read_count("很多")
    (12000, 100000, 3, None)
    """
    text = unicodedata.normalize("NFKC", str(cell)).replace(",", "").strip()
    found = _COUNT.fullmatch(text)
    if found is None:
        return None
    count = round(float(found["number"]) * _TIMES[found["unit"].lower()])
    return count if count <= MOST else None
