"""The tenant's rows as the engine's values."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from xiangyin.engine import values
from xiangyin.monitoring.models import Item
from xiangyin.organization.models import Jurisdiction, Unit, Village
from xiangyin.organization.queries.units import merged_into, units, villages


def township_of(place: Jurisdiction) -> values.Township:
    """The jurisdiction as the engine reads it. Three queries."""
    merged = merged_into()
    return values.Township(
        name=place.name,
        code=place.code,
        parents=tuple(place.parents),
        villages=tuple(_village(each, merged.get(each.id, [])) for each in villages()),
        neighbours=tuple(values.Neighbour(each["name"], each.get("where", "")) for each in place.neighbours),
        departments=tuple(map(_department, units())),
    )


def township_json(township: values.Township) -> dict[str, Any]:
    """The township as JSON holds it."""
    told: dict[str, Any] = json.loads(json.dumps(asdict(township)))
    return told


def township_from(told: Mapping[str, Any]) -> values.Township:
    """The township that `township_json` told."""
    villages = tuple(values.Village(**each | {"aliases": tuple(each["aliases"])}) for each in told["villages"])
    neighbours = tuple(values.Neighbour(**each) for each in told["neighbours"])
    departments = tuple(values.Department(**each | {"topics": tuple(each["topics"])}) for each in told["departments"])
    return values.Township(told["name"], told["code"], tuple(told["parents"]), villages, neighbours, departments)


def _village(village: Village, merged: list[Village]) -> values.Village:
    """Its names are also those that it had, and those of the villages that were merged into it: people go on using them."""
    told = [*village.aliases, *village.former_names]
    told += [name for each in merged for name in (each.name, *each.aliases, *each.former_names)]
    aliases = tuple(dict.fromkeys(name for name in told if name != village.name))
    return values.Village(village.code, village.name, village.kind, aliases)


def _department(unit: Unit) -> values.Department:
    return values.Department(unit.code, unit.name, tuple(unit.topics))


def item_of(item: Item) -> values.Item:
    """A stored item as the engine reads it; it was masked before it was stored."""
    return values.Item(
        id=str(item.id), published_at=item.published_at, channel=item.channel, source=item.source, text=item.text,
        title=item.title or None, author=item.author_key or None, engagement=_engagement(item),
    )  # fmt: skip


def _engagement(item: Item) -> values.Engagement:
    known = ("reposts", "comments", "likes", "views")
    return values.Engagement(**{name: int(item.engagement.get(name) or 0) for name in known})
