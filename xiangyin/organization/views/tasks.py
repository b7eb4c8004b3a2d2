"""One task: what is asked, what was reported, what may be done now."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from xiangyin.organization.queries import tasks as queries
from xiangyin.organization.rules.destruction import to_destroy
from xiangyin.organization.rules.task import OPEN, TASK_STEPS
from xiangyin.shared.ledger.models import LedgerEntry
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
        "to_destroy": [each.words for each in to_destroy(found)] if found.state in OPEN else [],
        "listed": _listed(found.id),
        **told(of_subject(found.id)),
    }
    return render(request, "organization/task.html", context)


def _listed(task_id: UUID) -> list[dict[str, Any]]:
    """What the reports of a task of destruction destroyed and kept, each list with its moment, oldest first."""
    entries = of_subject(task_id).filter(action="destroy")
    return [{"at": each.at, **{name: _words(each, name) for name in ("destroyed", "kept")}} for each in entries]


def _words(entry: LedgerEntry, name: str) -> list[str]:
    return [words for _key, words in entry.said.get(name, [])]
