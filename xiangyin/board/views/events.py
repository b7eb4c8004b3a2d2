"""The list of events, open ones first."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from xiangyin.board.queries.event_rows import event_columns, event_rows
from xiangyin.monitoring.queries.events import every_event
from xiangyin.organization.views.gate import for_office
from xiangyin.shared.web.paging import page_piece
from xiangyin.shared.web.requests import OfficerRequest

PER_PAGE = 50


@for_office
def events(request: OfficerRequest) -> HttpResponse:
    """All events of the township, drills too, a page at a time."""
    page = Paginator(every_event(), PER_PAGE).get_page(request.GET.get("page"))
    context = {"columns": event_columns(), "rows": event_rows(page), "page": page_piece(page)}
    return render(request, "board/events.html", context)
