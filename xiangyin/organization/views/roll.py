"""One unit's and one village's page: what it was called, what it does, what the system administrator may change."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from xiangyin.organization.models import Unit, Village
from xiangyin.organization.queries.officers import holders
from xiangyin.organization.queries.tasks import tasks_of_unit
from xiangyin.organization.rules.powers import of_unit
from xiangyin.organization.rules.sight import in_unit, sees_office
from xiangyin.organization.views.rows import task_columns, task_row
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.web.history import told
from xiangyin.shared.web.paging import page_piece
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_offers import offers_for

PAGE_ROWS = 50


def unit(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """A unit; its tasks, old ones too, for those who may see them."""
    found = Unit.objects.filter(pk=pk).select_related("successor").first()
    if found is None:
        raise Http404
    context = {
        "record": found,
        "words": found.topics,
        "people": holders(of_unit(found.id), at=request.now),
        "steps": offers_for(found, request.actor),
        **told(of_subject(found.id)),
    }
    if sees_office(request.actor) or in_unit(found.id, request.actor):
        page = Paginator(tasks_of_unit(found.id), PAGE_ROWS).get_page(request.GET.get("page"))
        context |= {"columns": task_columns(), "rows": list(map(task_row, page)), "page": page_piece(page)}
    return render(request, "organization/unit.html", context)


def village(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """A village with the names people use for it."""
    found = Village.objects.filter(pk=pk).select_related("successor").first()
    if found is None:
        raise Http404
    context = {
        "record": found,
        "words": found.aliases,
        "steps": offers_for(found, request.actor),
        **told(of_subject(found.id)),
    }
    return render(request, "organization/village.html", context)
