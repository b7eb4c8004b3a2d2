"""The plan: its versions, and what each level starts."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from xiangyin.organization.terms import Colour
from xiangyin.response.models import PlanVersion
from xiangyin.response.queries.plans import plan_in_force, versions
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.web.history import told
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_offers import offers_for


def plans(request: OfficerRequest) -> HttpResponse:
    """The version in force, and the others."""
    in_force = plan_in_force()
    if in_force is None:
        return _shown(request, None)
    return _shown(request, in_force)


def plan(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """One version."""
    found = PlanVersion.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return _shown(request, found)


def _shown(request: OfficerRequest, found: PlanVersion | None) -> HttpResponse:
    steps = [step for step in offers_for(request.jurisdiction, request.actor) if step.action.startswith("response-")]
    context = {
        "plan": found,
        "versions": versions(),
        "levels": _levels(found) if found else [],
        "steps": [*(offers_for(found, request.actor) if found else []), *steps],
        **told(of_subject(found.id) if found else []),
    }
    return render(request, "response/plan.html", context)


def _levels(found: PlanVersion) -> list[dict[str, object]]:
    levels, tasks = found.content["levels"], found.content["tasks"]
    return [
        {
            "colour": colour.value,
            "response_level": levels[name]["response_level"],
            "report_min": levels[name]["report_min"],
            "watch": [tasks[key] for key in levels[name].get("watch", [])],
            "tasks": [tasks[key] for key in levels[name]["tasks"]],
        }
        for colour in Colour
        for name in [colour.name.lower()]
    ]
