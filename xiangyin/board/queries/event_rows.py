"""Events as rows of a list, with the stage that people see."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Min
from django.utils.translation import gettext as _

from xiangyin.monitoring.queries.events import Event
from xiangyin.recovery.queries.stages import stages
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.web.pieces import Cell, Column, Row
from xiangyin.shared.web.wording import mode_words


def event_columns() -> list[Column]:
    return [
        Column(_("级别"), "level"), Column(_("事件"), "main"), Column(_("地点"), phone="hidden"), Column(_("阶段"), "state"),
        Column(_("登记"), "moment", phone="hidden"), Column(_("最近时限"), "clock"),
    ]  # fmt: skip


def event_rows(events: Iterable[Event]) -> list[Row]:
    """One row for each event, in the order given. Two queries beside the events' own."""
    shown = list(events)
    where = stages([event.id for event in shown])
    dues = next_dues([event.id for event in shown])
    return [_row(event, where[event.id].colour, where[event.id].word, where[event.id].label, dues) for event in shown]


def _row(event: Event, colour: int | None, word: str, label: str, dues: dict[UUID, datetime]) -> Row:
    return Row(
        [
            Cell(colour),
            Cell(
                event.title,
                url=event.get_absolute_url(),
                note=" ".join(filter(None, (event.number, mode_words(event.mode)))),
            ),
            Cell(event.village.name if event.village else event.place),
            Cell(word, label=label),
            Cell(event.logged_at),
            Cell(dues.get(event.id)),
        ],
        key=str(event.id),
    )


def next_dues(event_ids: list[UUID]) -> dict[UUID, datetime]:
    """The nearest due time among what is open on each event. One query."""
    rows = still_open().order_by().filter(dossier_id__in=event_ids).values("dossier_id").annotate(due=Min("due_at"))
    return {row["dossier_id"]: row["due"] for row in rows if row["dossier_id"]}
