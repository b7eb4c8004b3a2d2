"""One paper: as it lies on the desk, its signatures, what may be done now."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from xiangyin.documents.models import Document
from xiangyin.documents.queries import documents as queries
from xiangyin.documents.rules.document import DOCUMENT_STEPS
from xiangyin.documents.rules.kinds import KINDS
from xiangyin.documents.views.pieces import paper_piece
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.web.history import told
from xiangyin.shared.web.recording import recordable_links
from xiangyin.shared.web.requests import OfficerRequest, stand_on
from xiangyin.shared.web.step_offers import offers_for


def document(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The paper's page."""
    found = queries.document(pk)
    if found is None or not DOCUMENT_STEPS.visible(found, request.actor):
        raise Http404
    stand_on(request, found)
    return render(request, "documents/document.html", _context(request, found))


def _context(request: OfficerRequest, found: Document) -> dict[str, object]:
    return {
        "document": found,
        "paper": paper_piece(found, organ=request.jurisdiction.name),
        "sourced": KINDS[found.kind].sourced,
        "steps": offers_for(found, request.actor),
        "recordable": recordable_links([found], request.actor),
        **told(of_subject(found.id)),
    }
