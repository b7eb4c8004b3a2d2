"""Lead times as facts, as a distribution, and as rows of a list."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from xiangyin.board.queries.lead_time import LEGS, Moments, leg_times, spread
from xiangyin.board.queries.lead_times import moments_of
from xiangyin.monitoring.queries.events import Event, actual_events, every_event
from xiangyin.monitoring.queries.family import family_heads
from xiangyin.shared.web.pieces import Cell, Column, Fact, Row
from xiangyin.shared.web.wording import span

Measured = tuple[Event, dict[str, timedelta | None]]


def lead_facts(event_id: UUID, family: list[UUID]) -> list[Fact]:
    """Each leg of one event with those merged into it; a step that has not happened is blank."""
    [moments] = moments_of(
        dict.fromkeys(family, event_id), every_event().filter(pk__in=family).select_related("split_from")
    ).values()
    times = leg_times(moments)
    return [Fact(str(leg.label), said(times[leg.key])) for leg in LEGS]


def measured() -> list[Measured]:
    """Every actual event that did not come from imported history, the newest first. Five queries."""
    heads, events = family_heads(), list(actual_events())
    moments = moments_of({each.id: heads.get(each.id, each.id) for each in events}, events)
    return [(each, leg_times(moments[each.id])) for each in events if each.id in moments and _counts(each, moments)]


def _counts(event: Event, moments: Mapping[UUID, Moments]) -> bool:
    return event.merged_into_id is None and not moments[event.id].from_history


def lengths(rows: Iterable[Measured], key: str) -> list[timedelta]:
    """The lengths of one leg, of those events that have gone it."""
    return [length for _event, times in rows if (length := times[key]) is not None]


def said(length: timedelta | None) -> str:
    return "—" if length is None else span(length)


def spread_columns() -> list[Column]:
    return [
        Column(_("环节"), "main"), Column(_("事件数"), "number"), Column(_("半数不超过"), "number"),
        Column(_("九成不超过"), "number"), Column(_("最长"), "number"),
    ]  # fmt: skip


def spread_rows(rows: list[Measured]) -> list[Row]:
    """One for each leg."""
    spreads = [(leg, spread(lengths(rows, leg.key))) for leg in LEGS]
    return [
        Row(
            [
                Cell(str(leg.label)),
                Cell(str(of.events)),
                Cell(said(of.half)),
                Cell(said(of.nine_tenths)),
                Cell(said(of.longest)),
            ]
        )
        for leg, of in spreads
    ]


def event_lead_columns() -> list[Column]:
    return [Column(_("事件"), "main"), Column(_("登记"), "moment"), *(Column(str(leg.label), "number") for leg in LEGS)]


def event_lead_rows(rows: Iterable[Measured]) -> list[Row]:
    return [
        Row([
            Cell(event.title, url=event.get_absolute_url(), note=event.number), Cell(event.logged_at),
            *(Cell(said(times[leg.key])) for leg in LEGS),
        ])
        for event, times in rows
    ]  # fmt: skip
