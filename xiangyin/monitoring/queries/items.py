"""Reading items: searched in either script, filtered, a page at a time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from xiangyin.monitoring.models import Item
from xiangyin.monitoring.queries.bigrams import pairs_of, words_of
from xiangyin.monitoring.queries.folding import folded
from xiangyin.shared.ledger.models import Mode

PER_PAGE = 50
MOST_COUNTED = 1000  # beyond, “more than 1000” is all that anybody wants to know
MOST_WORDS, MOST_PAGES = 8, 10_000
PAIR = 2  # a word of two characters is proved by its pair alone: no text need be read

# Row security keeps indexes from `@>` and LIKE, so words go through functions of the database that know the tenant.
FIND = "SELECT item_id FROM find_items(%(pairs)s, %(patterns)s, %(channel)s, %(since)s, %(until)s, %(skip)s, %(most)s)"
COUNT = "SELECT count_items(%(pairs)s, %(patterns)s, %(channel)s, %(since)s, %(until)s, %(counted)s)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What somebody looks for; empty fields ask nothing. Times: from `since`, before `until`."""

    words: str = ""
    channel: str = ""
    since: datetime | None = None
    until: datetime | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """A page of items, the newest first. `count` stops at `MOST_COUNTED` + 1."""

    items: list[Item]
    count: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // PER_PAGE))


def search(asked: Search) -> Found:
    """One page of actual items that match, the newest first. Three statements; ≤ 200 ms over 100,000 items of a tenant."""
    words = words_of(folded(asked.words))[:MOST_WORDS]
    pairs = sorted({pair for word in words if len(word) > 1 for pair in pairs_of(word)})
    if not asked.words.strip():
        return _newest(asked)
    return _with_words(asked, words, pairs) if pairs else Found([], 0, 1)


def _newest(asked: Search) -> Found:
    rows = shown().filter(mode=Mode.ACTUAL).order_by("-published_at", "-id")
    given = {"channel": asked.channel, "published_at__gte": asked.since, "published_at__lt": asked.until}
    rows = rows.filter(**{name: value for name, value in given.items() if value})
    page = _page(asked)
    return Found(list(rows[(page - 1) * PER_PAGE : page * PER_PAGE]), rows[: MOST_COUNTED + 1].count(), page)


def _with_words(asked: Search, words: list[str], pairs: list[str]) -> Found:
    page = _page(asked)
    given = {
        "pairs": pairs, "patterns": [f"%{_literal(word)}%" for word in words if len(word) != PAIR], "channel": asked.channel,
        "since": asked.since, "until": asked.until, "skip": (page - 1) * PER_PAGE, "most": PER_PAGE,
        "counted": MOST_COUNTED + 1,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(FIND, given)
        ids = [row[0] for row in cursor.fetchall()]
        cursor.execute(COUNT, given)
        return Found(in_order(ids), int(cursor.fetchone()[0]), page)


def _page(asked: Search) -> int:
    return min(max(asked.page, 1), MOST_PAGES)


def in_order(ids: list[UUID]) -> list[Item]:
    """The items of these ids, in their order, without the columns that only the search needs. One query."""
    found = {item.id: item for item in shown().filter(pk__in=ids)}
    return [found[each] for each in ids if each in found]


def item(item_id: UUID) -> Item | None:
    """One item of the tenant, erased or not."""
    return _light().filter(pk=item_id).first()


def shown() -> QuerySet[Item]:
    """Items as people see them in lists: those that still say something."""
    return _light().filter(erased_at=None)


def _light() -> QuerySet[Item]:
    """What serves the search, and the author's key, stay in the database."""
    return Item.objects.defer("bigrams", "folded", "author_key")


def _literal(word: str) -> str:
    return word.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%")
