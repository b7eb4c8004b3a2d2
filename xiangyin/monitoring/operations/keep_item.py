"""Building an item as it may be stored: masked, hashed, searchable."""

import hashlib
from datetime import datetime
from typing import Any
from uuid import UUID

from xiangyin.monitoring.models import Item
from xiangyin.monitoring.queries.bigrams import pairs_of
from xiangyin.monitoring.queries.folding import folded
from xiangyin.shared.ports.outside import outside

MOST_TITLE_CHARS = 300


def new_item(
    *, jurisdiction_id: UUID, channel: str, origin: str, title: str, text: str, published_at: datetime, now: datetime,
    **more: Any,
) -> Item:  # fmt: skip
    """An item, not yet saved, with personal data masked before anything is stored (rights.md 2)."""
    mask = outside().mask
    clean_title, clean_text = mask(title)[:MOST_TITLE_CHARS], mask(text)
    whole = f"{clean_title}\n{clean_text}"
    compared = folded(whole)
    return Item(
        jurisdiction_id=jurisdiction_id, channel=channel, origin=origin, title=clean_title, text=clean_text,
        published_at=published_at, arrived_at=now, text_sha256=hashlib.sha256(whole.encode()).hexdigest(),
        folded=compared, bigrams=sorted(pairs_of(compared)), **more,
    )  # fmt: skip


def identity_of(*parts: str) -> str:
    """What makes an item the same as one that came before: its origin, and the id it has there or all that it says.

    A SHA-256; the parts cannot be read back from it.
    """
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()
