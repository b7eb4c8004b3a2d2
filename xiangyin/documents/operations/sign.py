"""Each review, approval and issue leaves a signing record over the exact text."""

from xiangyin.documents.models import Document, Signature
from xiangyin.documents.terms import SignatureKind
from xiangyin.shared.steps.take import Taken


def record_signature(taken: Taken) -> None:
    """Append who stood for which text. A decision by word is recorded like one in person; the ledger tells the way."""
    paper: Document = taken.subject
    Signature.objects.create(
        jurisdiction_id=paper.jurisdiction_id, document=paper, officer_id=taken.actor.officer_id, post=taken.entry.post,
        step=taken.step.action, kind=SignatureKind.RECORD, digest=paper.digest, at=taken.now,
        entry_number=taken.entry.number,
    )  # fmt: skip
