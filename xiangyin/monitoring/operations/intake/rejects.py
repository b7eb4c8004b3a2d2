"""Rejected rows: sealed with their words masked, and given back as a file to be put right."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from xiangyin.monitoring.models import RejectBatch, RejectedRow, Upload
from xiangyin.monitoring.operations.intake.words import words
from xiangyin.monitoring.ports import Record
from xiangyin.monitoring.queries.uploads import reject_batches, rejects_of
from xiangyin.monitoring.terms import ADVICE, RowFault
from xiangyin.shared.ports.outside import outside
from xiangyin.shared.sealed.models import SealedKey
from xiangyin.shared.sealed.store import destroy, key_for, seal, unsealed
from xiangyin.shared.steps.taken import Taken

PURPOSE = "rejects"
BOM = "\ufeff"  # without it the office's spreadsheet takes UTF-8 for GBK
MOST_CELL_CHARS = 32_000
FORMULA = ("=", "+", "-", "@", "\t")


def seal_rejects(records: Sequence[Record], upload: Upload, *, now: datetime) -> None:
    """Seal the masked cells of rejected rows. The author's cell is left out altogether (rights.md 2)."""
    if not records:
        return
    lines = (json.dumps([record.number, _masked(record, upload)], ensure_ascii=False) + "\n" for record in records)
    sealed = seal(
        (line.encode("utf-8", "replace") for line in lines), key=_key(upload, now=now), name=f"rejects-{records[0].number}.jsonl",
        media_type="application/jsonl", now=now,
    )  # fmt: skip
    RejectBatch.objects.create(
        jurisdiction_id=upload.jurisdiction_id, upload=upload, first_number=records[0].number, sealed=sealed
    )


def rejects_file(upload: Upload) -> Iterator[bytes]:
    """The rejected rows as CSV, piece by piece: number, fault and advice before the file's own columns.

    :raises SealBrokenError: the rows were destroyed.
    """
    yield BOM.encode() + _line([_("行号"), _("问题所在的列"), _("为什么退回"), _("怎么办"), *upload.columns])
    kept = _kept(upload)
    number, cells = next(kept, (0, {}))
    for row in rejects_of(upload.id).iterator(chunk_size=2000):
        found = cells if number == row.number else {}
        if found:
            number, cells = next(kept, (0, {}))
        own = [_harmless(found.get(name, "")) for name in upload.columns]
        yield _line([str(row.number), row.column, row.get_fault_display(), str(ADVICE[RowFault(row.fault)]), *own])


def forget_rejects(taken: Taken) -> None:
    """A new run of the import judges every row again. Runs inside the step that starts it."""
    _destroy(taken)
    RejectedRow.objects.filter(upload=taken.subject).delete()


def destroy_rejects(taken: Taken) -> None:
    """What stood in the rejected rows goes with the original when a person has it destroyed; numbers and reasons stay.

    The machine destroys only the original, for the state secret in it, which no rejected row holds.
    """
    if taken.actor.officer_id is not None:
        _destroy(taken)


def _destroy(taken: Taken) -> None:
    batches = reject_batches(taken.subject.id)
    keys = SealedKey.objects.filter(objects_sealed__in=batches.values("sealed"), destroyed_at=None)
    for key in keys.distinct():
        destroy(key, now=taken.now)
    RejectBatch.objects.filter(upload=taken.subject).delete()


def _masked(record: Record, upload: Upload) -> dict[str, str]:
    mask = outside().mask
    cells = {name: words(cell)[:MOST_CELL_CHARS] for name, cell in record.cells.items() if name != upload.author_column}
    return {name: mask(cell) for name, cell in cells.items() if cell}


def _key(upload: Upload, *, now: datetime) -> SealedKey:
    """One key for all rejected rows of a run; it lives as long as the original's."""
    before = reject_batches(upload.id).first()
    if before is not None:
        return before.sealed.key
    until = upload.sealed.key.destroy_after
    return key_for(PURPOSE, jurisdiction_id=upload.jurisdiction_id, now=now, destroy_after=until)


def _kept(upload: Upload) -> Iterator[tuple[int, dict[str, str]]]:
    for batch in reject_batches(upload.id):
        for line in b"".join(unsealed(batch.sealed)).splitlines():
            number, cells = json.loads(line)
            yield number, cells


def _line(cells: list[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue().encode()


def _harmless(cell: str) -> str:
    """A spreadsheet must not take a stranger's words for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
