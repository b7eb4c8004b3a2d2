"""Lines of JSON as items, and judgements and matters as lines of JSON (see design.md, the engine's contract)."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from xiangyin.engine.moments import CHINA
from xiangyin.engine.values import CHANNELS, Engagement, Harm, Item, ItemJudgement, Matter, Place
from xiangyin.launch.filters.lines import LineRefused

_PLAIN = tuple(name for name in ItemJudgement.__slots__ if name not in ("places", "harm"))
_MOST = 10**12  # nothing on the net is counted so high; NaN fails the comparison too
_COUNTS = ("reposts", "comments", "likes", "views")


def item_from(said: Mapping[str, Any]) -> Item:
    """Return the item of one line's object; a time without a zone is China's.

    :raises LineRefused: a field is missing or is of the wrong kind.
    """
    return Item(
        id=_text(said, "id", needed=True),
        published_at=_time(said.get("published_at")),
        channel=_channel(said.get("channel")),
        source=_text(said, "source"),
        text=_text(said, "text"),
        title=_text(said, "title") or None,
        author=_text(said, "author") or None,
        url=_text(said, "url") or None,
        engagement=_engagement(said.get("engagement")),
    )


def _text(said: Mapping[str, Any], name: str, *, needed: bool = False) -> str:
    value = said.get(name)
    if value is None:
        value = ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise LineRefused(f"字段 {name} 应为文字")
    if needed and not value:
        raise LineRefused(f"缺少字段 {name}")
    return value


def _time(said: Any) -> datetime:
    if not isinstance(said, str):
        raise LineRefused("缺少字段 published_at")
    try:
        moment = datetime.fromisoformat(said)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=CHINA)
        moment.timestamp()
    except (ValueError, OverflowError) as wrong:
        raise LineRefused(f"published_at 不是 ISO 8601 时间：{said[:40]}") from wrong
    return moment


def _channel(said: Any) -> str:
    if said is None:
        return "other"
    if said not in CHANNELS:
        raise LineRefused(f"未知的渠道 channel：{str(said)[:40]}")
    return str(said)


def _engagement(said: Any) -> Engagement:
    if said is None:
        return Engagement()
    if not isinstance(said, dict):
        raise LineRefused("字段 engagement 应为对象")
    counts = [said.get(name) or 0 for name in _COUNTS]
    if not all(isinstance(count, int | float) and 0 <= count < _MOST for count in counts):
        raise LineRefused("engagement 中的数应为不小于零的数字")
    return Engagement(*map(int, counts))


def judgement_line(judged: ItemJudgement) -> dict[str, Any]:
    """Return the object of an item's line out."""
    return {name: getattr(judged, name) for name in _PLAIN} | {
        "places": [{name: getattr(place, name) for name in Place.__slots__} for place in judged.places],
        "harm": {name: getattr(judged.harm, name) for name in Harm.__slots__},
    }


def matter_line(matter: Matter) -> dict[str, Any]:
    """Return the object of a matter's line out: the contract's fields, times as ISO 8601."""
    return {
        "matter": matter.matter,
        "absorbed": list(matter.absorbed),
        "title": matter.title,
        "first_at": matter.first_at.isoformat(),
        "last_at": matter.last_at.isoformat(),
        "items": matter.items,
        "sources": matter.sources,
        "heat": matter.heat,
        "forecast": [asdict(one) | {"at": one.at.isoformat()} for one in matter.forecast],
        "level": matter.level,
        "reasons": [asdict(one) for one in matter.reasons],
    }
