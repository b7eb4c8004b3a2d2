"""The figures in force with their sources and versions, and one change of them."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from xiangyin.organization.queries import figures as queries
from xiangyin.organization.views import figure_rows as rows
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.web.history import told
from xiangyin.shared.web.requests import OfficerRequest, stand_on
from xiangyin.shared.web.step_offers import offers_for


def figures(request: OfficerRequest) -> HttpResponse:
    """Every figure, the version in force, the change that is under way, the versions before."""
    place = request.jurisdiction
    sets = queries.sets_of(place.id)
    versions = rows.versions_of(sets, queries.changes_by_version(place.id))
    context = {
        "groups": rows.groups_of(queries.rows_of(sets[0].figures if sets else {})),
        "columns": rows.figure_columns(),
        "versions": versions,
        "in_force": versions[0] if versions else None,
        "under_way": queries.open_change(place.id),
        "differences": rows.difference_columns(),
        "steps": [each for each in offers_for(place, request.actor) if each.action.startswith("organization-figure")],
    }
    return render(request, "organization/figures.html", context)


def figure_change(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """One change: what it would make of the figures, who proposed it and who decided."""
    change = queries.figure_change(pk)
    if change is None:
        raise Http404
    stand_on(request, change)
    context = {
        "change": change,
        "columns": rows.difference_columns(),
        "rows": rows.proposed_rows(change, queries.base_of(change)),
        "steps": offers_for(change, request.actor),
        **told(of_subject(change.id)),
    }
    return render(request, "organization/figure_change.html", context)
