"""Files that were sealed with steps, as every record's page lists them (parts/files.html)."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.sealed.models import SealedObject
from xiangyin.shared.sealed.store import OF_PEOPLE
from xiangyin.shared.web.pieces import Cell, Column, LedgerLine, Row
from xiangyin.shared.web.wording import moment_full

Told = tuple[LedgerEntry, LedgerLine]


def file_columns() -> list[Column]:
    return [Column(_("文件"), "main"), Column(_("随哪一步")), Column(_("由谁")), Column(_("时间"), "moment")]


def file_rows(told: Iterable[Told]) -> list[Row]:
    """One row for each file, in the order of the entries. One query, none where no entry has a file."""
    pairs = [(entry, line, UUID(each["sealed"])) for entry, line in told for each in entry.evidence]
    if not pairs:
        return []
    kept = _kept({sealed_id for _entry, _line, sealed_id in pairs})
    return [_row(entry, line, kept[sealed_id]) for entry, line, sealed_id in pairs if sealed_id in kept]


def files(told: Iterable[Told]) -> dict[str, Any]:
    """Context of parts/files.html."""
    return {"file_columns": file_columns(), "file_rows": file_rows(told)}


def _kept(ids: set[UUID]) -> Mapping[UUID, SealedObject]:
    return {each.id: each for each in SealedObject.objects.filter(pk__in=ids).select_related("key")}


def _row(entry: LedgerEntry, line: LedgerLine, kept: SealedObject) -> Row:
    gone = kept.key.destroyed_at is not None
    url = "" if gone else reverse("web:evidence", args=[entry.id, kept.id])
    return Row([Cell(kept.name, url=url, note=_note(kept)), Cell(line.act), Cell(line.actor), Cell(line.at)])


def _note(kept: SealedObject) -> str:
    if kept.key.destroyed_at is not None:
        return _("已销毁，%(at)s") % {"at": moment_full(kept.key.destroyed_at)}
    size = filesizeformat(kept.size)
    return _("%(size)s，含个人信息") % {"size": size} if kept.key.purpose in OF_PEOPLE else size
