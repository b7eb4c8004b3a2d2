"""A file handed in at the machine itself: received, its columns as remembered or guessed, and read at once."""

from collections.abc import Callable
from uuid import UUID

from xiangyin.monitoring.models import Upload
from xiangyin.monitoring.operations.intake.receive import Handed, receive_file
from xiangyin.monitoring.operations.intake.run import Clock, import_upload
from xiangyin.monitoring.rules.upload import COLUMN_ASKS, UPLOAD_STEPS
from xiangyin.monitoring.terms import UploadState
from xiangyin.shared.access.actor import machine
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import take


def import_now(
    handed: Handed, *, jurisdiction_id: UUID, clock: Clock, mapping: str = "", is_history: bool = False,
    heard: Callable[[int], None] = lambda _rows: None,
) -> Upload:  # fmt: skip
    """Import a file; one that was imported before is read again, and adds nothing. `heard` is told the rows so far.

    :raises FileUnreadableError: it is no table.
    :raises MappingUnknownError: the named mapping does not exist or does not fit.
    :raises AnswersInvalidError: it cannot be told which column holds the text or the time.
    """
    with within(jurisdiction_id):
        actor = machine(jurisdiction_id, at=clock())
        command = Command(answers={"is_history": is_history})
        upload, _is_new = receive_file(handed, actor=actor, command=command, now=clock(), mapping=mapping)
        if upload.state != UploadState.IMPORTING:
            columns = {name: getattr(upload, name) for name in (*COLUMN_ASKS, "default_channel", "default_source")}
            take(UPLOAD_STEPS, upload.id, "start", actor=actor, command=Command(answers=columns), now=clock())
    done = import_upload(upload.id, jurisdiction_id=jurisdiction_id, clock=clock, heard=heard)
    return done or upload
