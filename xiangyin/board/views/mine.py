"""Waiting for me: each with enough to decide, two taps."""

from django.http import HttpResponse
from django.shortcuts import render

from xiangyin.board.queries.clocks import clock_columns, clock_rows
from xiangyin.organization.views.gate import for_office
from xiangyin.shared.obligations.queries import in_sight, waiting_for
from xiangyin.shared.steps.queries import awaited
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_offers import offers_for


def mine(request: OfficerRequest) -> HttpResponse:
    """What this officer owes now, the most urgent first."""
    awaiting = [(each, offers_for(each, request.actor)) for each in awaited()]
    context = {
        "columns": clock_columns(),
        "rows": clock_rows(waiting_for(request.actor), now=request.now),
        "confirmations": [(each, steps) for each, steps in awaiting if steps],
    }
    return render(request, "board/mine.html", context)


@for_office
def clocks(request: OfficerRequest) -> HttpResponse:
    """Every open clock of the township."""
    rows = clock_rows(in_sight().select_related("officer", "unit"), now=request.now)
    return render(request, "board/clocks.html", {"columns": clock_columns(), "rows": rows})
