"""Reading handed-in files."""

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from xiangyin.monitoring.models import RejectBatch, RejectedRow, Upload
from xiangyin.monitoring.terms import UploadState


def uploads() -> QuerySet[Upload]:
    """Every file of the tenant, the newest first."""
    return Upload.objects.select_related("sealed").order_by("-received_at", "-id")


def upload(upload_id: UUID) -> Upload | None:
    return uploads().filter(pk=upload_id).select_related("sealed__key").first()


def with_content(sha256: str) -> Upload | None:
    """The file with exactly this content that came before and whose original is still there."""
    kept = uploads().exclude(state=UploadState.DISCARDED)
    return kept.filter(sealed__sha256=sha256, sealed__key__destroyed_at=None).first()


def rejects_of(upload_id: UUID) -> QuerySet[RejectedRow]:
    """The rows that were not taken, in the order of the file."""
    return RejectedRow.objects.filter(upload_id=upload_id).order_by("number")


def reject_batches(upload_id: UUID) -> QuerySet[RejectBatch]:
    """What stood in the rejected rows, sealed and not yet destroyed, in the order of the file."""
    return (
        RejectBatch.objects.filter(upload_id=upload_id, sealed__key__destroyed_at=None)
        .select_related("sealed__key")
        .order_by("first_number")
    )


def stalled_imports(*, before: datetime) -> list[tuple[UUID, UUID]]:
    """Imports that have not moved since, of every jurisdiction: upload and jurisdiction. Asked before a tenant is set."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT upload_id, jurisdiction_id FROM stalled_imports(%s)", [before])
        return list(cursor.fetchall())
