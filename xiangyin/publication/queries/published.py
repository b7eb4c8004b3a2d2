"""What the public may see: signed and issued, open, actual (process.md, who may see what)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from xiangyin.documents.models import Document, Signature
from xiangyin.documents.terms import DocumentKind, DocumentState, Publicity
from xiangyin.shared.ledger.models import Mode

PUBLIC_KINDS = (DocumentKind.STATEMENT, DocumentKind.CORRECTION, DocumentKind.FINDINGS)

PAGE = 20


@dataclass(frozen=True, slots=True)
class Published:
    """A statement as the public reads it. `withdrawn_at` set: its text is no longer stood for, and said so."""

    id: UUID
    kind: str
    title: str
    text: str
    number: str
    issued_at: datetime
    withdrawn_at: datetime | None
    signed_by: str
    digest: str
    corrects: UUID | None
    corrected_by: tuple[UUID, ...]

    @property
    def updated_at(self) -> datetime:
        return self.withdrawn_at or self.issued_at


def published(*, limit: int = 50) -> list[Published]:
    """The newest public papers. Two queries."""
    papers = list(_public().order_by("-issued_at")[:limit])
    return [_published(paper) for paper in papers]


def published_page(number: str | None) -> tuple[list[Published], Page[Document]]:
    """One page of all public papers, the newest first, and where it stands; nothing that was said drops out of sight."""
    page = Paginator(_public().order_by("-issued_at", "id"), PAGE).get_page(number)
    return [_published(paper) for paper in page], page


def published_one(document_id: UUID) -> Published | None:
    """One public paper, or None: what is not public does not exist out here."""
    paper = _public().filter(pk=document_id).first()
    return _published(paper) if paper else None


def _public() -> QuerySet[Document]:
    seen = Q(state=DocumentState.ISSUED) | Q(state=DocumentState.WITHDRAWN, issued_at__isnull=False)
    rows = Document.objects.filter(seen, kind__in=PUBLIC_KINDS, publicity=Publicity.OPEN, mode=Mode.ACTUAL)
    return rows.prefetch_related("corrections", "signatures__officer")


def _published(paper: Document) -> Published:
    return Published(
        id=paper.id, kind=paper.get_kind_display(), title=paper.title, text=paper.body, number=paper.number,
        issued_at=paper.issued_at or paper.drafted_at, withdrawn_at=paper.ended_at, signed_by=_signer(paper), digest=paper.digest,
        corrects=paper.corrects_id, corrected_by=tuple(each.id for each in paper.corrections.all() if each.issued_at),
    )  # fmt: skip


def _signer(paper: Document) -> str:
    signed = [each for each in paper.signatures.all() if fits(each, paper) and each.step == "issue"]
    return signed[-1].officer.name if signed else ""


def fits(signature: Signature, paper: Document) -> bool:
    """Whether a signature is over the text as it stands."""
    return signature.digest == paper.digest == paper.digest_now()
