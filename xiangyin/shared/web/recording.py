"""Decisions by word or on paper: an officer at the desk records what somebody else has decided."""

from typing import Any

from django.urls import reverse

from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ledger.stateful import kind_of
from xiangyin.shared.steps import registry
from xiangyin.shared.steps.table import Steps, first, seat_for
from xiangyin.shared.web.pieces import Link

RECORDERS = frozenset({"duty_officer", "monitor", "office_director"})


def recordable_links(records: list[Any], actor: Actor) -> list[Link]:
    """The steps from here that are for others to decide, each with the page on which their decision is recorded."""
    if not actor.posts & RECORDERS:
        return []
    own = [link for record in records for link in _own(record, actor)]
    born = [link for record in records for table in registry.tables() for link in _born(table, record, actor)]
    return [*own, *born]


def _own(record: Any, actor: Actor) -> list[Link]:
    table = registry.table(kind_of(record))
    return [
        Link(_recorded(reverse("web:step", args=[table.kind, record.pk, row.action])), str(row.label))
        for row in table.recordable(record)
        if seat_for(row, record, actor) is None and not first(row.hides, record, actor)
    ]


def _born(table: Steps[Any], parent: Any, actor: Actor) -> list[Link]:
    subject = table.born(parent)
    if subject is None or subject.confined:  # what its parties alone may see is not for the desk to record
        return []
    rows = [row for row in table.rows if row.creates and seat_for(row, subject, actor) is None]
    return [
        Link(_recorded(reverse("web:birth", args=[kind_of(parent), parent.pk, table.kind, row.action])), str(row.label))
        for row in rows
        if not first(row.hides, subject, actor)
    ]


def _recorded(url: str) -> str:
    return f"{url}?record=1"
