"""Matters as rows, facts, reasons and a curve."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zlib import crc32

from django.utils.translation import gettext as _

from xiangyin.engine.heat import heat_of
from xiangyin.monitoring.models import Item, Matter
from xiangyin.organization.queries.units import every_village
from xiangyin.shared.web.drawing import Curve, Expected, Seen, draw_curve
from xiangyin.shared.web.pieces import Cell, Column, Fact, Link, Reason, Row

PAST_H = 24
FACTORS = {"nature": "性质", "severity": "严重程度", "controllability": "可控性", "reach": "影响范围"}


def columns() -> list[Column]:
    return [
        Column(_("建议级别"), "level"), Column(_("事项"), "main"), Column(_("地点"), phone="hidden"),
        Column(_("领域"), phone="hidden"), Column(_("信息"), "number"), Column(_("热度"), "number", phone="hidden"),
        Column(_("最近"), "moment"),
    ]  # fmt: skip


def rows(matters: Iterable[Matter]) -> list[Row]:
    """One row for each matter. One query for the names of the villages."""
    names = {village.code: village.name for village in every_village()}
    return [_row(matter, names) for matter in matters]


def _row(matter: Matter, names: dict[str, str]) -> Row:
    places = "、".join(names.get(code, "") for code in matter.places[:3] if code in names)
    return Row(
        [
            Cell(matter.colour),
            Cell(matter.title, url=matter.get_absolute_url(), note="" if matter.in_scope else _("辖区外")),
            Cell(places or "—"),
            Cell(matter.topic.split("/")[0] or "—"),
            Cell(_("%(items)d 条／%(sources)d 个来源") % {"items": matter.items, "sources": matter.sources}),
            Cell(f"{matter.heat:.1f}"),
            Cell(matter.last_at),
        ],
        key=str(matter.id),
    )


def facts(matter: Matter, *, erased: int) -> list[Fact]:
    """What the machine knows of a matter; `erased` is how many of its items are past their term."""
    names = {village.code: village.name for village in every_village()}
    return [
        Fact(_("信息"), _("%(items)d 条，%(sources)d 个来源") % {"items": matter.items, "sources": matter.sources}),
        *([Fact(_("已到期删除"), _("%(n)d 条") % {"n": erased})] if erased else []),
        Fact(_("最早"), matter.first_at, "moment"),
        Fact(_("最近"), matter.last_at, "moment"),
        Fact(_("地点"), "、".join(names.get(code, code) for code in matter.places) or _("没有认出")),
        Fact(_("领域"), matter.topic.replace("/", " › ") or _("没有认出")),
        Fact(_("对口单位"), matter.unit.name if matter.unit else _("没有对上")),
        Fact(_("热度"), _("%(heat).1f（相当于刚发出的信息条数，每 6 小时减半）") % {"heat": matter.heat}),
    ]


def reasons(matter: Matter, items: Sequence[Item]) -> list[Reason]:
    """Why the machine suggests the level, with the items behind each reason."""
    links = {str(item.id): Link(item.get_absolute_url(), str(item)[:20]) for item in items}
    return reasons_of(matter.reasons, links)


def reasons_of(told: Sequence[dict[str, object]], links: dict[str, Link]) -> list[Reason]:
    """Stored reasons as the page shows them; items that the page does not know are left out."""
    return [
        Reason(
            _(FACTORS.get(str(each["factor"]), str(each["factor"]))),
            str(each["text"]),
            [links[key] for key in each["items"] if key in links],  # type: ignore[attr-defined]
        )
        for each in told
    ]


def curve(matter: Matter, items: Sequence[Item], *, now: datetime) -> Curve | None:
    """The heat of the last 24 hours and what is expected; None where nothing was said for so long."""
    start = now - timedelta(hours=PAST_H)
    if all(item.published_at < start for item in items):
        return None
    hours = [start + timedelta(hours=hour) for hour in range(PAST_H + 1)]
    seen = [Seen(at, _heat_at(at, items)) for at in hours]
    ahead = [
        Expected(datetime.fromisoformat(each["at"]), each["low"], each["mid"], each["high"]) for each in matter.forecast
    ]
    return draw_curve(seen, ahead)


def _heat_at(at: datetime, items: Sequence[Item]) -> float:
    said = [item for item in items if item.published_at <= at]
    mentions = [(int(item.published_at.timestamp()), _voice(item), _passed_on(item)) for item in said]
    return heat_of(mentions, now=int(at.timestamp()))


def _voice(item: Item) -> int:
    """Whose voice it is, as a number that only tells voices apart."""
    return crc32(f"{item.channel} {item.source}".encode())


def _passed_on(item: Item) -> int:
    return int(item.engagement.get("reposts") or 0) + int(item.engagement.get("comments") or 0)
