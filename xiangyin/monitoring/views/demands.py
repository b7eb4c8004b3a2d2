"""One demand, and the contact data of who asked: for the caseworker only, each look logged."""

import json
from typing import cast
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from xiangyin.monitoring.models import Demand
from xiangyin.monitoring.queries.demands import demand as find
from xiangyin.monitoring.rules.demand import DEMAND_STEPS
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.sealed.models import SealedObject
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
    if not _may_open(request, found):
        raise Http404
    kept = cast("SealedObject", found.contact)
    sealed = b"".join(open_sealed(kept, actor=request.actor, why=str(found), now=request.now))
    return _shown(request, found, contact=json.loads(sealed))


def _found(request: OfficerRequest, pk: UUID) -> Demand:
    found = find(pk)
    if found is None or not DEMAND_STEPS.visible(found, request.actor):
        raise Http404
    return found


def _may_open(request: OfficerRequest, found: Demand) -> bool:
    kept = found.contact is not None and found.contact.key.destroyed_at is None
    return kept and found.caseworker_id == request.actor.officer_id


def _shown(request: OfficerRequest, found: Demand, *, contact: dict[str, str] | None) -> HttpResponse:
    stand_on(request, found)
    context = {
        "demand": found,
        "contact": contact,
        "may_open_contact": _may_open(request, found),
        "contact_gone_at": found.contact.key.destroyed_at if found.contact else None,
        "steps": offers_for(found, request.actor),
        **told(of_subject(found.id)),
    }
    return render(request, "monitoring/demand.html", context)
