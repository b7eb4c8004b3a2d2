"""Everything that one item tells by itself, whatever came before it: a pure function of the item."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar
from zlib import crc32

from xiangyin.engine import demand, emotion, gravity, linear, topics
from xiangyin.engine.crowd import crowd
from xiangyin.engine.grouping.trace import EVENTS, Trace, trace
from xiangyin.engine.harm.read import read as read_harm
from xiangyin.engine.lexicon import signs
from xiangyin.engine.masking.mask import mask_folded
from xiangyin.engine.media import media
from xiangyin.engine.ngrams import encode
from xiangyin.engine.places.find import Found, find
from xiangyin.engine.places.scope import DIRECT, PUBLIC, in_scope
from xiangyin.engine.prints import letters, prints
from xiangyin.engine.record import Record
from xiangyin.engine.setting import Setting
from xiangyin.engine.stance import is_office, stance
from xiangyin.engine.text import Folded, fold
from xiangyin.engine.values import Harm, Item, Place

T = TypeVar("T")
LIMIT = 4000  # characters of an item that are judged; all of it is masked
_PRINTED = 1200
_HEAD_MOST = 40
_HEAD = re.compile(r"[^。！!？?；;\n]{0,40}")


class Reading(NamedTuple):
    """One item as read. `record` has no serial yet (−1): the state gives it on arrival."""

    item: Item
    places: tuple[Place, ...]
    scope: bool
    topic: str | None
    department: str | None
    sentiment: float
    emotion: str
    harm: Harm
    demand: str | None
    stance: str
    masked_text: str
    trace: Trace
    prints: tuple[int, ...]
    record: Record


class _Draft(NamedTuple):
    item: Item
    folded: Folded
    title: str
    text: str
    signs: dict[str, tuple[int, ...]]
    paths: dict[str, float]
    told: frozenset[str]


def read(items: Sequence[Item], setting: Setting) -> list[Reading]:
    """Return the readings of items, in order. The learned parts are computed for all at once.

    Every item is read by itself: any split into batches gives the same readings.
    """
    drafts = [_draft(item, setting) for item in items]
    learned = _learned(drafts, setting)
    marks = _marks(drafts)
    return [_reading(one, *row, mark, setting) for one, row, mark in zip(drafts, learned, marks, strict=True)]


def _draft(item: Item, setting: Setting) -> _Draft:
    folded = fold(item.whole)
    title, _, text = folded.text[:LIMIT].partition("\n") if item.title else ("", "", folded.text[1:LIMIT])
    known = signs(folded.text[:LIMIT], setting.models.signals)
    paths = topics.paths(signs(folded.text[: topics.READ], setting.models.topics), lead=len(title))
    told = _one(gravity.told(folded.text[:LIMIT], known))
    return _Draft(item, folded, title, text, dict(known), paths, told)


def _learned(drafts: Sequence[_Draft], setting: Setting) -> list[tuple[list[int], list[int], list[int]]]:
    """Scores of topic, kind of demand and feeling per item."""
    models = setting.models
    long = encode([topics.reading(d.title, d.text[: topics.READ]) for d in drafts], limit=2 * LIMIT)
    brief = [f"{d.title}{d.text[: emotion.READ]}"[: emotion.READ] for d in drafts]
    short = encode(brief, limit=emotion.READ)
    topic = linear.scores(models.topic, long, [topics.facts(d.paths) for d in drafts])
    kind = linear.scores(
        models.demand, long, [demand.facts(d.signs, title=d.title, text=d.text[: topics.READ]) for d in drafts]
    )
    feeling = linear.scores(
        models.emotion,
        short,
        [emotion.facts(d.signs, text) for d, text in zip(drafts, brief, strict=True)],
    )
    return list(zip(topic.tolist(), kind.tolist(), feeling.tolist(), strict=True))


def _marks(drafts: Sequence[_Draft]) -> list[tuple[int, ...]]:
    codes = encode([d.folded.text for d in drafts], limit=_PRINTED)
    return prints(codes, keep=letters(codes))


def _reading(
    d: _Draft, topic: list[int], kind: list[int], feeling: list[int], mark: tuple[int, ...], setting: Setting
) -> Reading:
    item, models = d.item, setting.models
    said, source = _places(d, setting), _source(item.source, setting)
    scope = in_scope(said, source, item.channel)
    harm = read_harm(d.folded.text[:LIMIT], year=item.published_at.year)
    view = stance(d.signs, harm, source=item.source, channel=item.channel, title=d.title, text=d.text)
    path = topics.topic(d.paths, topic, models.topic.classes)
    unit = topics.department(path, setting.township.departments)
    wanted = demand.demand(
        d.signs, dict(zip(models.demand.classes, kind, strict=True)), channel=item.channel, stance=view
    )
    masked = mask_folded(item.whole, d.folded).text
    codes = _codes(said)
    return Reading(
        item, said.places, scope, path, unit,
        emotion.sentiment(feeling, models.emotion.classes), models.emotion.classes[feeling.index(max(feeling))],
        harm, wanted, view, masked.partition("\n")[2] if not item.title else masked,
        trace(d.title, d.text, setting.rarity, places=codes or _codes(source), hour=int(item.published_at.timestamp() // 3600),
              kinds=EVENTS & d.told, stream=item.channel in PUBLIC, topic=path),
        mark, _record(d, harm, scope=scope, view=view, path=path, unit=unit, codes=codes, masked=masked),
    )  # fmt: skip


def _codes(found: Found) -> tuple[str, ...]:
    return tuple(dict.fromkeys([place.code for place in found.places if place.code]))


def _places(d: _Draft, setting: Setting) -> Found:
    folded = (
        d.folded if len(d.folded.text) <= LIMIT else Folded(d.folded.text[:LIMIT], d.folded.origin, d.folded.length)
    )
    return find(folded, d.item.whole, setting.names)


@lru_cache(maxsize=10_000)
def _source(name: str, setting: Setting) -> Found:
    return find(fold(name), name, setting.names) if name else Found()


def _record(
    d: _Draft,
    harm: Harm,
    *,
    scope: bool,
    view: str,
    path: str | None,
    unit: str | None,
    codes: tuple[str, ...],
    masked: str,
) -> Record:
    item, reach = d.item, d.item.engagement
    title, _, body = masked.partition("\n")
    head = title or _HEAD.match(body.lstrip()).group()  # type: ignore[union-attr]  # the pattern matches nothing too
    return Record(
        -1, item.id, int(item.published_at.timestamp()), _voice(item), item.channel,
        reach.reposts, reach.comments, reach.views, _one(harm), d.told,
        crowd(d.folded.text[:LIMIT]), scope, view, media(item.channel, item.source), is_office(item.source), False,
        head.strip()[:_HEAD_MOST], path, unit, codes,
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def _one(value: T) -> T:
    """The first value equal to this one: hundreds of thousands of items share a few thousand sets of signs."""
    return value


def _voice(item: Item) -> int:
    """A key that counts distinct sources. Each call or visit is a voice of its own; the desk that took it down is not."""
    key = item.author or (f"{item.source}/{item.id}" if item.channel in DIRECT else item.source)
    return crc32(key.encode("utf-8", "replace"))
