"""The township's ledger, newest first, and the proof of its chain."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from xiangyin.organization.views.gate import for_ledger
from xiangyin.shared.ledger.queries import newest_first
from xiangyin.shared.ledger.verify import verify
from xiangyin.shared.web.history import lines
from xiangyin.shared.web.paging import page_piece
from xiangyin.shared.web.requests import OfficerRequest

PER_PAGE = 100


@for_ledger
def ledger(request: OfficerRequest) -> HttpResponse:
    """Every act of the township; with `?verify` the whole chain is hashed again."""
    page = Paginator(newest_first(), PER_PAGE).get_page(request.GET.get("page"))
    verdict = verify(request.jurisdiction.id) if "verify" in request.GET else None
    context = {"entries": lines(page), "page": page_piece(page), "verdict": verdict}
    return render(request, "board/ledger.html", context)
