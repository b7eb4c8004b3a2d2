"""Reading papers."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from xiangyin.documents.models import Document, Signature
from xiangyin.documents.terms import DocumentState


def document(document_id: UUID) -> Document | None:
    return Document.objects.filter(pk=document_id).select_related("corrects").first()


def documents_of_event(*event_ids: UUID) -> QuerySet[Document]:
    """The papers of an event, or of one and those merged into it, in the order they were drafted."""
    return Document.objects.filter(event_id__in=event_ids).order_by("drafted_at", "id")


def documents_of_origin(origin_id: UUID) -> QuerySet[Document]:
    """The papers that a record outside the events gave rise to, in the order they were drafted."""
    return Document.objects.filter(origin_id=origin_id).order_by("drafted_at", "id")


def in_work() -> QuerySet[Document]:
    """Papers that are not yet issued or put aside, the oldest first."""
    states = (DocumentState.DRAFT, DocumentState.SUBMITTED, DocumentState.RETURNED, DocumentState.APPROVED)
    return Document.objects.filter(state__in=states).order_by("drafted_at")


def signatures_of(document_id: UUID) -> QuerySet[Signature]:
    return Signature.objects.filter(document_id=document_id).select_related("officer").order_by("at", "id")


def next_number(word: str, jurisdiction_id: UUID, *, now: datetime) -> str:
    """The next number of a series, e.g. 舆情通报〔2026〕3号; safe under the ledger's head lock."""
    year = now.astimezone(ZoneInfo("Asia/Shanghai")).year
    series = f"{word}〔{year}〕"
    given = Document.objects.filter(jurisdiction_id=jurisdiction_id, number__startswith=series).count()
    return f"{series}{given + 1}号"
