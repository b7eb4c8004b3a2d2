"""Ledger entries as people read them."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy

from xiangyin.shared.ledger.models import LedgerEntry, Way
from xiangyin.shared.ports.outside import outside
from xiangyin.shared.steps import registry
from xiangyin.shared.steps.refusals import StepRefusedError
from xiangyin.shared.web.evidence import files
from xiangyin.shared.web.pieces import LedgerLine

SAID = ("reason", "assessment", "sources", "answered_by", "acknowledged_for")


def lines(entries: Iterable[LedgerEntry], *, names: Mapping[UUID, str] | None = None) -> list[LedgerLine]:
    """One line for each entry, in the order given. Cost: the entries' own query.

    `names` tells on a page with many records which of them an act was about.
    """
    return [_line(entry, (names or {}).get(entry.subject_id, "")) for entry in entries]


def told(entries: Iterable[LedgerEntry], *, names: Mapping[UUID, str] | None = None) -> dict[str, Any]:
    """Context of parts/timeline.html and parts/files.html: the acts, and the files that were handed in with them."""
    rows = list(entries)
    shown = lines(rows, names=names)
    return {"entries": shown, **files(zip(rows, shown, strict=True))}


def _line(entry: LedgerEntry, name: str) -> LedgerLine:
    table = _table(entry.subject_kind)
    act = _act(table, entry)
    return LedgerLine(
        at=entry.at, actor=entry.officer_name, post=outside().roster.post_name(entry.post), act=f"{act}：{name}" if name else act,
        reason=_reason(entry), clause=entry.clause, late=_late(entry), way=_way(entry), change=_change(table, entry),
        machine=entry.officer_id is None,
    )  # fmt: skip


def _table(kind: str) -> Any:
    try:
        return registry.table(kind)
    except KeyError:
        return None


BATCHES = {"ring": gettext_lazy("到时提醒"), "analyse": gettext_lazy("机器归并研判"), "purge": gettext_lazy("到期销毁")}


def _act(table: Any, entry: LedgerEntry) -> str:
    try:
        return str(table.named(entry.action).label) if table else str(BATCHES.get(entry.action, entry.action))
    except StepRefusedError:  # a row that an older version of the table had
        return entry.action


def _change(table: Any, entry: LedgerEntry) -> str:
    state = str(entry.changes.get("state", ""))
    return str(table.states.get(state, state)) if table and state else ""


def _reason(entry: LedgerEntry) -> str:
    told = {**entry.changes, **entry.said}
    return "；".join(str(told[name]) for name in SAID if isinstance(told.get(name), str) and told[name])


def _late(entry: LedgerEntry) -> timedelta | None:
    return None if entry.late_min is None else timedelta(minutes=entry.late_min)


def _way(entry: LedgerEntry) -> str:
    return "" if entry.way in (Way.IN_PERSON, Way.MACHINE) else str(Way(entry.way).label)
