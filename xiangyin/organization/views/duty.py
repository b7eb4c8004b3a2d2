"""The duty page: who answers now, the hand-over, the roster of the coming days."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render

from xiangyin.organization.queries.duty import answering_shift, next_shift, shift_before, shifts_between
from xiangyin.organization.views.rows import shift_columns, shift_row
from xiangyin.shared.obligations.queries import in_sight
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_offers import offers_for

ROSTER_DAYS = 14


def duty(request: OfficerRequest) -> HttpResponse:
    """The shift that answers, what it would hand over, and the next two weeks."""
    shift, following = answering_shift(), next_shift()
    steps = [step for each in (shift, following) if each for step in offers_for(each, request.actor)]
    roster = shifts_between(request.now - timedelta(days=1), request.now + timedelta(days=ROSTER_DAYS))
    context = {
        "shift": shift,
        "before": shift_before(shift) if shift else None,
        "following": following,
        "steps": [*steps, *_planning(request)],
        "roster_columns": shift_columns(),
        "roster": [shift_row(each) for each in roster],
        "open_obligations": in_sight(),
    }
    return render(request, "organization/duty.html", context)


def _planning(request: OfficerRequest) -> list[object]:
    return [
        step for step in offers_for(request.jurisdiction, request.actor) if step.action.startswith("organization-shift")
    ]
