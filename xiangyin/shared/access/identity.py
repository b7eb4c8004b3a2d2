"""Public ids: UUID version 7, made in Python so that every PostgreSQL from 15 will do."""

import secrets
import threading
import time
from uuid import UUID

_RANDOM_BITS = 62
_one_at_a_time = threading.Lock()
_latest = [0]


def uuid7() -> UUID:
    """Return a new UUID v7; ids made by one process are in the order of their making.

    48 bits of Unix milliseconds, a 12-bit counter where two fall into one, 62 random bits.
    Source: RFC 9562, sections 5.7 and 6.2 (method 1).
    """
    with _one_at_a_time:
        moment = time.time_ns() // 1_000_000 << 12  # an id is no business time: `shared.clock` does not apply
        _latest[0] = ordered = max(moment, _latest[0] + 1)
    stamp_ms, counter = ordered >> 12, ordered & 0xFFF
    low = 0b10 << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
    return UUID(int=(stamp_ms & (1 << 48) - 1) << 80 | 0x7 << 76 | counter << 64 | low)
