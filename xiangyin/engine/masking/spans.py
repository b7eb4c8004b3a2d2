"""A stretch of personal data, and which one stays when two overlap."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["phone", "landline", "id", "bank", "email", "plate", "address"]
_RANK: dict[Kind, int] = {"email": 0, "id": 1, "bank": 2, "phone": 3, "landline": 4, "plate": 5, "address": 6}


@dataclass(frozen=True, slots=True)
class Span:
    """Personal data from `start` to `end` (code points, end excluded)."""

    kind: Kind
    start: int
    end: int


def without_overlaps(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order of place; of two that overlap the surer kind stays.

    >>> [s.kind for s in without_overlaps([Span("address", 2, 9), Span("phone", 0, 5)])]
    ['phone']
    """
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (_RANK[s.kind], s.start, -s.end)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return tuple(sorted(kept, key=lambda s: s.start))
