"""A file handed in: sealed piece by piece, looked at, its columns guessed (3.1.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from xiangyin.monitoring.models import Upload
from xiangyin.monitoring.operations.intake.mapping import propose
from xiangyin.monitoring.operations.intake.pieces import pieces_of
from xiangyin.monitoring.ports import outer
from xiangyin.monitoring.queries.uploads import with_content
from xiangyin.monitoring.rules.columns import is_header
from xiangyin.monitoring.rules.upload import UPLOAD_STEPS
from xiangyin.organization.queries.figures import figure
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ports.outside import outside
from xiangyin.shared.sealed.models import SealedObject
from xiangyin.shared.sealed.store import destroy, key_for, seal
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import open_record

PURPOSE = "upload"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A file as it comes in."""

    name: str
    pieces: Iterable[bytes]
    media_type: str = ""


@transaction.atomic
def receive_file(
    handed: Handed, *, actor: Actor, command: Command, now: datetime, mapping: str = ""
) -> tuple[Upload, bool]:
    """Keep a file and propose its columns; a file that came before gives the record of then, and False.

    `mapping` names a remembered one. Needs the transaction of the tenant.

    :raises FileUnreadableError: it is no table; nothing is kept.
    :raises StepRefusedError: the officer may not hand files in.
    :raises MappingUnknownError: there is no such mapping, or it does not fit.
    """
    sealed = _sealed(handed, jurisdiction_id=actor.jurisdiction_id, now=now)
    if before := with_content(sealed.sha256):
        destroy(sealed.key, now=now)
        return before, False
    layout = outer().tables.look(pieces_of(sealed), is_header=is_header)
    upload = Upload(name=sealed.name, sealed=sealed, format=layout.format, layout=layout.as_json())
    for column, chosen in propose(layout.columns, named=mapping).items():
        setattr(upload, column, chosen)
    return open_record(UPLOAD_STEPS, "receive", upload, actor=actor, command=command, now=now), True


def _sealed(handed: Handed, *, jurisdiction_id: UUID, now: datetime) -> SealedObject:
    kept = timedelta(days=figure("item_days", jurisdiction_id=jurisdiction_id))
    key = key_for(PURPOSE, jurisdiction_id=jurisdiction_id, now=now, destroy_after=now + kept)
    return seal(handed.pieces, key=key, name=outside().mask(handed.name), media_type=handed.media_type[:100], now=now)
