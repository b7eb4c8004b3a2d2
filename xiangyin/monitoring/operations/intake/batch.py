"""One batch of rows: taken, already there, or rejected; all three counted in the transaction that stores them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import connection

from xiangyin.monitoring.models import Item, RejectedRow, Upload
from xiangyin.monitoring.operations.intake.author_key import author_key, author_secret
from xiangyin.monitoring.operations.intake.rejects import seal_rejects
from xiangyin.monitoring.operations.intake.row import Reading, RowRejectedError, mapping_of, read_row
from xiangyin.monitoring.operations.keep_item import identity_of, new_item
from xiangyin.monitoring.ports import Record
from xiangyin.monitoring.terms import RowFault, UploadState
from xiangyin.organization.queries.figures import figure
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.ports.outside import outside

ORIGIN = "import"
DAMAGED = "\ufffd"


@dataclass(slots=True)
class _Piles:
    """The rows of a batch: `items` and the rows they were made of, by identity; what is known; what is rejected."""

    items: dict[str, Item] = field(default_factory=dict)
    rows: dict[str, Record] = field(default_factory=dict)
    known: int = 0
    rejects: list[tuple[Record, RowRejectedError]] = field(default_factory=list)


def store_batch(upload: Upload, records: Sequence[Record], *, now: datetime) -> bool:
    """Store rows that follow the upload's last one, in one transaction. False if another worker was first."""
    with within(upload.jurisdiction_id):
        locked = Upload.objects.select_for_update(of=("self",)).select_related("sealed__key").get(pk=upload.pk)
        if locked.state != UploadState.IMPORTING or (locked.run, locked.last_row) != (upload.run, upload.last_row):
            return False
        _one_import_at_a_time(locked)
        piles = _sort(records, locked, now=now)
        Item.objects.bulk_create(piles.items.values())
        _keep_rejects(piles, locked, now=now)
        _count(piles, locked, last_row=records[-1].number, now=now)
    for name in ("last_row", "taken", "known", "rejected", "damaged", "faults"):
        setattr(upload, name, getattr(locked, name))
    return True


def _sort(records: Sequence[Record], upload: Upload, *, now: datetime) -> _Piles:
    piles, mapping = _Piles(), mapping_of(upload)
    secret = author_secret(upload.jurisdiction_id, now=now)
    history_before = now - timedelta(hours=figure("history_after_h", jurisdiction_id=upload.jurisdiction_id))
    for record in records:
        try:
            reading = read_row(record, upload, mapping, now=now)
        except RowRejectedError as rejected:
            piles.rejects.append((record, rejected))
            continue
        item = _item(reading, upload, secret=secret, now=now)
        item.is_history = upload.is_history or reading.published_at < history_before
        _lay(item, record, upload, piles)
    _take_out_stored(piles, upload)
    return piles


def _item(reading: Reading, upload: Upload, *, secret: bytes, now: datetime) -> Item:
    mask = outside().mask
    return new_item(
        jurisdiction_id=upload.jurisdiction_id, channel=reading.channel, origin=ORIGIN, title=reading.title,
        text=reading.text, published_at=reading.published_at, now=now, source=mask(reading.source)[:120],
        external_id=mask(reading.external_id)[:120], url=reading.url, engagement=dict(reading.engagement), upload=upload,
        author_key=author_key(reading.author, channel=reading.channel, secret=secret), identity=_identity(reading),
    )  # fmt: skip


def _identity(reading: Reading) -> str:
    if reading.external_id:
        return identity_of(ORIGIN, reading.source, reading.external_id)
    when = reading.published_at.isoformat()
    return identity_of(ORIGIN, reading.channel, reading.source, reading.author, when, reading.title, reading.text)


def _lay(item: Item, record: Record, upload: Upload, piles: _Piles) -> None:
    """On the pile of what is taken, unless the same batch has it already."""
    before = piles.items.get(item.identity)
    if before is None:
        piles.items[item.identity], piles.rows[item.identity] = item, record
    elif before.text_sha256 == item.text_sha256:
        piles.known += 1
    else:
        piles.rejects.append((record, RowRejectedError(RowFault.DUPLICATE_ID, upload.id_column)))


def _take_out_stored(piles: _Piles, upload: Upload) -> None:
    """What is stored already is known; unless this very run stored it, from another row that says something else."""
    stored = Item.objects.filter(jurisdiction_id=upload.jurisdiction_id, identity__in=list(piles.items))
    for before in stored.only("identity", "text_sha256", "upload_id", "arrived_at"):
        item = piles.items.pop(before.identity)
        if _stored_by(upload, before) and before.text_sha256 != item.text_sha256:
            fault = RowRejectedError(RowFault.DUPLICATE_ID, upload.id_column)
            piles.rejects.append((piles.rows[before.identity], fault))
        else:
            piles.known += 1


def _stored_by(upload: Upload, item: Item) -> bool:
    """Whether the present run of this import stored the item."""
    return item.upload_id == upload.id and upload.started_at is not None and item.arrived_at >= upload.started_at


def _keep_rejects(piles: _Piles, upload: Upload, *, now: datetime) -> None:
    if not piles.rejects:
        return
    piles.rejects.sort(key=lambda pair: pair[0].number)
    RejectedRow.objects.bulk_create(
        RejectedRow(
            jurisdiction_id=upload.jurisdiction_id, upload=upload, number=record.number, column=rejected.column,
            fault=rejected.fault,
        )
        for record, rejected in piles.rejects
    )  # fmt: skip
    seal_rejects(
        [record for record, rejected in piles.rejects if rejected.fault != RowFault.STATE_SECRET], upload, now=now
    )


def _count(piles: _Piles, upload: Upload, *, last_row: int, now: datetime) -> None:
    faults = Counter(upload.faults) + Counter(str(rejected.fault) for _, rejected in piles.rejects)
    upload.last_row, upload.moved_at, upload.faults = last_row, now, dict(faults)
    upload.taken += len(piles.items)
    upload.known += piles.known
    upload.rejected += len(piles.rejects)
    upload.damaged += sum(DAMAGED in item.text or DAMAGED in item.title for item in piles.items.values())
    upload.save(update_fields=["last_row", "moved_at", "faults", "taken", "known", "rejected", "damaged"])


def _one_import_at_a_time(upload: Upload) -> None:
    """Two files of one township may hold the same items: whoever comes second must see the first one's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"import {upload.jurisdiction_id}"])
