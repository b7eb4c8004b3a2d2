"""Entries of a feed as items: each once, masked, without markup."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from xiangyin.documents.rules.secrets import secrecy_mark
from xiangyin.monitoring.models import Item, Source
from xiangyin.monitoring.operations.intake.author_key import author_key, author_secret
from xiangyin.monitoring.operations.intake.plain_text import plain_text
from xiangyin.monitoring.operations.intake.row import EARLIEST, MOST_TEXT_CHARS, web_address
from xiangyin.monitoring.operations.keep_item import identity_of, new_item
from xiangyin.monitoring.ports import FeedEntry
from xiangyin.organization.queries.figures import figure
from xiangyin.shared.ports.outside import outside

ORIGIN = "feed"


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the entries; `refused` carried the mark of a state secret."""

    taken: int = 0
    known: int = 0
    refused: int = 0


def keep_entries(entries: Sequence[FeedEntry], source: Source, *, now: datetime) -> Kept:
    """Store what is new, in the transaction of the caller. Three queries and one insert, whatever their number."""
    found = {_identity(entry, source, entries): entry for entry in reversed(entries)}
    stored = Item.objects.filter(jurisdiction_id=source.jurisdiction_id, identity__in=list(found))
    known = set(stored.values_list("identity", flat=True))
    fresh = {identity: entry for identity, entry in found.items() if identity not in known}
    open_ones = {
        identity: entry for identity, entry in fresh.items() if not secrecy_mark(f"{entry.title}\n{entry.text}")
    }
    if open_ones:
        Item.objects.bulk_create(_items(open_ones, source, now=now))
    return Kept(len(open_ones), len(entries) - len(fresh), len(fresh) - len(open_ones))


def _items(entries: dict[str, FeedEntry], source: Source, *, now: datetime) -> list[Item]:
    secret = author_secret(source.jurisdiction_id, now=now)
    history_before = now - timedelta(hours=figure("history_after_h", jurisdiction_id=source.jurisdiction_id))
    items = []
    for identity, entry in entries.items():
        item = _item(entry, source, secret=secret, now=now)
        item.identity, item.is_history = identity, item.published_at < history_before
        items.append(item)
    return items


def _item(entry: FeedEntry, source: Source, *, secret: bytes, now: datetime) -> Item:
    title, text = plain_text(entry.title), plain_text(entry.text)[:MOST_TEXT_CHARS]
    return new_item(
        jurisdiction_id=source.jurisdiction_id, channel=source.channel, origin=ORIGIN, title=title,
        text=text, published_at=_moment(entry, now=now), now=now, source=source.name,
        external_id=outside().mask(entry.guid)[:120], url=web_address(entry.link), collected_from=source, mode=source.mode,
        author_key=author_key(plain_text(entry.author), channel=source.channel, secret=secret),
    )  # fmt: skip


def _moment(entry: FeedEntry, *, now: datetime) -> datetime:
    """When it was published; an entry without a believable time is as old as our knowledge of it."""
    at = entry.published_at
    return at if at is not None and EARLIEST <= at <= now else now


def _identity(entry: FeedEntry, source: Source, entries: Sequence[FeedEntry]) -> str:
    """By its id, else its address. An address as id is one for all sources; one address for many entries says nothing."""
    if entry.guid.startswith(("http://", "https://")):
        return identity_of(ORIGIN, entry.guid)
    if entry.guid:
        return identity_of(ORIGIN, str(source.id), entry.guid)
    shared = Counter(each.link for each in entries)[entry.link] > 1
    return identity_of(ORIGIN, entry.link, entry.title if shared or not entry.link else "")
