"""One task: what is asked, what was reported, what may be done now."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from xiangyin.organization.queries import tasks as queries
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.web.history import told
from xiangyin.shared.web.requests import OfficerRequest, stand_on
from xiangyin.shared.web.step_offers import offers_for


def task(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The task's page."""
    found = queries.task(pk)
    if found is None or not TASK_STEPS.visible(found, request.actor):
        raise Http404
    stand_on(request, found)
    context = {
        "task": found,
        "steps": offers_for(found, request.actor),
        **told(of_subject(found.id)),
    }
    return render(request, "organization/task.html", context)
