"""Ledger entries as people read them."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xiangyin.shared.ledger.models import LedgerEntry, Way
from xiangyin.shared.ports.outside import outside
from xiangyin.shared.steps import registry
from xiangyin.shared.steps.refusals import StepRefusedError
from xiangyin.shared.steps.step import Step
from xiangyin.shared.web.evidence import files
from xiangyin.shared.web.pieces import LedgerLine


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


def act_name(kind: str, action: str) -> str:
    """What a step is called on a button, for a list that keeps only the action."""
    row = _row(_table(kind), action)
    return str(row.label if row else BATCHES.get(action, action))


def _line(entry: LedgerEntry, name: str) -> LedgerLine:
    table = _table(entry.subject_kind)
    row = _row(table, entry.action)
    done = act_name(entry.subject_kind, entry.action)
    return LedgerLine(
        at=entry.at, actor=entry.officer_name, post=outside().roster.post_name(entry.post),
        act=f"{done}：{name}" if name else done,
        said=_said(row, entry) if row else (), clause=entry.clause, late=_late(entry), way=_way(entry),
        change=_change(table, entry), machine=entry.officer_id is None,
    )  # fmt: skip


def _table(kind: str) -> Any:
    try:
        return registry.table(kind)
    except KeyError:
        return None


BATCHES = {"ring": gettext_lazy("到时提醒"), "analyse": gettext_lazy("机器归并研判"), "purge": gettext_lazy("到期销毁")}


def _row(table: Any, action: str) -> Step[Any] | None:
    try:
        return table.named(action) if table else None
    except StepRefusedError:  # a row that an older version of the table had
        return None


def _change(table: Any, entry: LedgerEntry) -> str:
    state = str(entry.changes.get("state", ""))
    return str(table.states.get(state, state)) if table and state else ""


def _said(row: Step[Any], entry: LedgerEntry) -> tuple[tuple[str, str], ...]:
    """What was answered, question by question; a reason speaks for itself."""
    kept = {**entry.changes, **entry.said}
    pairs = [(ask, _words(entry.told.get(ask.name) or kept.get(ask.name))) for ask in row.asks if ask.shown]
    return tuple(("" if ask.name == "reason" else str(ask.label), words) for ask, words in pairs if words)


def _words(answer: Any) -> str:
    if isinstance(answer, dict):  # the ledger keeps the hash of a long text
        return _("长文，%(chars)d 字，见附件") % {"chars": answer["chars"]}
    return answer if isinstance(answer, str) else ""


def _late(entry: LedgerEntry) -> timedelta | None:
    return None if entry.late_min is None else timedelta(minutes=entry.late_min)


def _way(entry: LedgerEntry) -> str:
    return "" if entry.way in (Way.IN_PERSON, Way.MACHINE) else str(Way(entry.way).label)
