"""Importing a whole file: batch after batch, each in a short transaction of its own; to be taken up again after a crash."""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

from django.utils.translation import gettext as _

from xiangyin.monitoring.models import Upload
from xiangyin.monitoring.operations.intake.batch import store_batch
from xiangyin.monitoring.operations.intake.pieces import pieces_of
from xiangyin.monitoring.operations.intake.preview import layout_of
from xiangyin.monitoring.ports import FileUnreadableError, Record, outer
from xiangyin.monitoring.queries.settle import settle_items
from xiangyin.monitoring.queries.uploads import stalled_imports, upload
from xiangyin.monitoring.rules.upload import UPLOAD_STEPS
from xiangyin.monitoring.terms import RowFault, UploadState
from xiangyin.shared.access.actor import machine
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.sealed.store import SealBrokenError, destroy
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import take
from xiangyin.shared.steps.taken import Taken

BATCH_ROWS, MANY_ROWS = 500, 1000
STALLED_AFTER = timedelta(minutes=2)
Clock = Callable[[], datetime]  # a long import must show that it moves
log = logging.getLogger("xiangyin.intake")


def import_upload(
    upload_id: UUID, *, jurisdiction_id: UUID, clock: Clock, heard: Callable[[int], None] = lambda _rows: None
) -> Upload | None:
    """Read the file from where the last run of it stopped, then record the end with counts and the file's hash.

    None if the upload is not to be imported, or another worker has it.
    """
    with within(jurisdiction_id):
        found = upload(upload_id)
    if found is None or found.state != UploadState.IMPORTING:
        return None
    try:
        whole = _store_all(found, clock=clock, heard=heard)
        problem = ""
    except FileUnreadableError as unreadable:
        whole, problem = True, str(unreadable)
    except SealBrokenError:
        whole, problem = True, _("原件已经销毁，读不完。")
    return _finish(found, problem, now=clock()) if whole else None


def take_up_stalled(*, clock: Clock) -> int:
    """Go on with imports whose worker died: nothing moved for two minutes. Returns how many were taken up."""
    stalled = stalled_imports(before=clock() - STALLED_AFTER)
    for upload_id, jurisdiction_id in stalled:
        log.warning("import %s had stalled and is taken up again", upload_id)
        import_upload(upload_id, jurisdiction_id=jurisdiction_id, clock=clock)
    return len(stalled)


def _store_all(found: Upload, *, clock: Clock, heard: Callable[[int], None]) -> bool:
    last_row = found.last_row
    every = outer().tables.records(pieces_of(found.sealed), layout_of(found))
    records = (each for each in every if each.number > last_row)
    for batch in _batches(records):
        if not store_batch(found, batch, now=clock()):
            return False
        heard(found.rows)
    return True


def _batches(records: Iterator[Record]) -> Iterator[list[Record]]:
    while batch := list(islice(records, BATCH_ROWS)):
        yield batch


def _finish(found: Upload, problem: str, *, now: datetime) -> Upload:
    with within(found.jurisdiction_id):
        actor = machine(found.jurisdiction_id, at=now)
        counts = {name: getattr(found, name) for name in ("taken", "known", "rejected")}
        words = _("收下 %(taken)d 行，已经有 %(known)d 行，退回 %(rejected)d 行") % counts
        said = Command(answers={"sha256": found.sealed.sha256, "problem": problem, "reason": words, **counts})
        finished = take(UPLOAD_STEPS, found.id, "finish", actor=actor, command=said, now=now)
        if RowFault.STATE_SECRET in finished.faults:
            why = Command(answers={"reason": _("文件里有标明国家秘密的内容。")})
            finished = take(UPLOAD_STEPS, found.id, "discard", actor=actor, command=why, now=now)
    if finished.taken >= MANY_ROWS:
        settle_items()
    return finished


def destroy_original(taken: Taken) -> None:
    """Destroy the sealed file. Runs inside the step."""
    destroy(taken.subject.sealed.key, now=taken.now)
