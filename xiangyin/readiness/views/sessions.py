"""One training."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from xiangyin.readiness.queries import sessions as queries
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.web.history import told
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_offers import offers_for


def session(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The training's page."""
    found = queries.session(pk)
    if found is None:
        raise Http404
    context = {
        "session": found,
        "invited": queries.names_of(found.invited),
        "came": queries.names_of(found.came),
        "excused": queries.names_of(found.excused),
        "steps": offers_for(found, request.actor),
        **told(of_subject(found.id)),
    }
    return render(request, "readiness/session.html", context)
