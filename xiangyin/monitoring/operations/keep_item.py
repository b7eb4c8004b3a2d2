"""Building an item as it may be stored: masked, hashed, searchable."""

import hashlib
from datetime import datetime
from typing import Any
from uuid import UUID

from xiangyin.monitoring.models import Item
from xiangyin.monitoring.queries.bigrams import bigrams
from xiangyin.shared.ports.outside import outside


def new_item(
    *, jurisdiction_id: UUID, channel: str, origin: str, title: str, text: str, published_at: datetime, now: datetime,
    **more: Any,
) -> Item:  # fmt: skip
    """An item, not yet saved, with personal data masked before anything is stored (rights.md 2)."""
    mask = outside().mask
    clean_title, clean_text = mask(title)[:300], mask(text)
    whole = f"{clean_title}\n{clean_text}"
    return Item(
        jurisdiction_id=jurisdiction_id, channel=channel, origin=origin, title=clean_title, text=clean_text,
        published_at=published_at, arrived_at=now, text_sha256=hashlib.sha256(whole.encode()).hexdigest(),
        bigrams=sorted(bigrams(whole)), **more,
    )  # fmt: skip
