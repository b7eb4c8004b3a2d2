"""How long events take from the first word to the response (1.3.2)."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from xiangyin.board.queries import lead_time_rows as queries
from xiangyin.board.queries.lead_time import LEGS, banded
from xiangyin.organization.views.gate import for_office
from xiangyin.shared.web.drawing import draw_bars
from xiangyin.shared.web.paging import page_piece
from xiangyin.shared.web.pieces import Link
from xiangyin.shared.web.requests import OfficerRequest

PER_PAGE = 50


@for_office
def lead_times(request: OfficerRequest) -> HttpResponse:
    """The distribution of each leg, one of them drawn (`?leg=`, else the whole way), and the events behind it."""
    chosen = next((leg for leg in LEGS if leg.key == request.GET.get("leg", LEGS[-1].key)), None)
    if chosen is None:
        raise Http404
    rows = queries.measured()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "spread_columns": queries.spread_columns(),
        "spread_rows": queries.spread_rows(rows),
        "tabs": [Link(f"?leg={leg.key}", str(leg.label), current=leg is chosen) for leg in LEGS],
        "chosen": chosen.label,
        "bars": draw_bars(banded(queries.lengths(rows, chosen.key))),
        "columns": queries.event_lead_columns(),
        "rows": queries.event_lead_rows(page),
        "page": page_piece(page, query=f"leg={chosen.key}&"),
    }
    return render(request, "board/lead_times.html", context)
