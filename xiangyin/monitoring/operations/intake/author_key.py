"""The keyed hash that stands for an author: only to count distinct sources of one event (rights.md 2)."""

import hashlib
import hmac
import os
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from xiangyin.shared.sealed.models import SealedKey, SealedObject
from xiangyin.shared.sealed.store import destroy, key_for, seal, unsealed

PURPOSE = "author"
LASTS = timedelta(days=30)
SECRET_BYTES = 32


def author_secret(jurisdiction_id: UUID, *, now: datetime) -> bytes:
    """The jurisdiction's secret of these 30 days. The one before is destroyed: nobody can be followed over the border.

    Needs a transaction. Two or three queries; a batch asks once.
    """
    _one_at_a_time(jurisdiction_id)
    keys = SealedKey.objects.filter(jurisdiction_id=jurisdiction_id, purpose=PURPOSE, destroyed_at=None)
    for key in keys.order_by("-made_at"):
        if now - LASTS < key.made_at <= now:
            return b"".join(unsealed(SealedObject.objects.select_related("key").get(key=key)))
        destroy(key, now=now)
    return _new_secret(jurisdiction_id, now=now)


def author_key(author: str, *, channel: str, secret: bytes) -> str:
    """32 hexadecimal digits for a name or an account on a channel; nothing for nobody.

    >>> author_key("", channel="weibo", secret=b"s")
    ''
    """
    name = " ".join(author.split())
    return hmac.new(secret, f"{channel}\x1f{name}".encode(), hashlib.sha256).hexdigest()[:32] if name else ""


def _new_secret(jurisdiction_id: UUID, *, now: datetime) -> bytes:
    secret = os.urandom(SECRET_BYTES)
    key = key_for(PURPOSE, jurisdiction_id=jurisdiction_id, now=now, destroy_after=now + LASTS)
    seal([secret], key=key, name="author.key", media_type="application/octet-stream", now=now)
    return secret


def _one_at_a_time(jurisdiction_id: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"author {jurisdiction_id}"])
