"""One demand, and the contact data of who asked: for the caseworker only, each look logged."""

import json
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from xiangyin.monitoring.models import Demand
from xiangyin.monitoring.queries.demands import demand as find
from xiangyin.monitoring.rules.demand import DEMAND_STEPS
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.sealed.store import open_sealed
from xiangyin.shared.web.history import told
from xiangyin.shared.web.requests import OfficerRequest, stand_on
from xiangyin.shared.web.step_offers import offers_for


def demand(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The demand's page."""
    return _shown(request, _found(request, pk), contact=None)


@require_POST
def contact(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Open the contact data; refused to everybody but the officer named on the demand."""
    found = _found(request, pk)
    if found.contact is None or found.caseworker_id != request.actor.officer_id:
        raise Http404
    sealed = b"".join(open_sealed(found.contact, actor=request.actor, why=str(found), now=request.now))
    return _shown(request, found, contact=json.loads(sealed))


def _found(request: OfficerRequest, pk: UUID) -> Demand:
    found = find(pk)
    if found is None or not DEMAND_STEPS.visible(found, request.actor):
        raise Http404
    return found


def _shown(request: OfficerRequest, found: Demand, *, contact: dict[str, str] | None) -> HttpResponse:
    stand_on(request, found)
    context = {
        "demand": found,
        "contact": contact,
        "may_open_contact": found.contact is not None and found.caseworker_id == request.actor.officer_id,
        "steps": offers_for(found, request.actor),
        **told(of_subject(found.id)),
    }
    return render(request, "monitoring/demand.html", context)
