"""A matter's title: words that one of its items has said, never invented."""

import re
from collections.abc import Sequence

from xiangyin.engine.record import Record

_EMPTY = re.compile(
    r"^(?:警情通报|情况通报|通报|公告|通告|通知|讣告|情况说明|续报|来自短信诉求|投诉|咨询|求助|建议|反映问题|标题|诉求|无)?$"
)
_LONGEST = 40
_SHORTEST = 4
_FITTING = range(8, 33)


def title(records: Sequence[Record]) -> str:
    """Return the head of the item that says best what the matter is: an office's or the press's title, then the first.

    >>> title([])
    ''
    """
    if not records:
        return ""
    best = max(records, key=_worth)
    return best.head[:_LONGEST]


def _worth(record: Record) -> tuple[bool, bool, bool, bool, int]:
    says = not _EMPTY.match(record.head) and len(record.head) >= _SHORTEST
    fits = len(record.head) in _FITTING
    known = record.media > 0 or record.stance == "official"
    return says, record.scope, known and fits, fits, -record.serial
