"""The health panel of the sources, and one source."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from xiangyin.monitoring.queries import sources as queries
from xiangyin.monitoring.views import source_rows
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.web.history import lines
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_offers import offers_for

SHOWN_ENTRIES = 50


@require_GET
def sources(request: OfficerRequest) -> HttpResponse:
    """Every source: which ones give nothing, since when and why; those in trouble first."""
    limit = queries.silent_limit(request.jurisdiction.id, now=request.now)
    shown = sorted(queries.sources(), key=lambda each: source_rows.urgency(each, silent_limit=limit))
    steps = offers_for(request.jurisdiction, request.actor)
    context = {
        "columns": source_rows.columns(),
        "rows": [source_rows.row(each, silent_limit=limit) for each in shown],
        "stats": source_rows.stats(shown, silent_limit=limit),
        "steps": [step for step in steps if step.action.startswith("monitoring-source")],
    }
    return render(request, "monitoring/sources.html", context)


@require_GET
def source(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """One source: how it fares in plain words, and what the system administrator may do."""
    found = queries.source(pk)
    if found is None:
        raise Http404
    limit = queries.silent_limit(request.jurisdiction.id, now=request.now)
    newest = of_subject(pk).reverse()[:SHOWN_ENTRIES]
    context = {
        "source": found,
        "health": source_rows.health(found, silent_limit=limit),
        "words": source_rows.words(found, silent_limit=limit),
        "facts": source_rows.facts(found),
        "steps": offers_for(found, request.actor),
        "entries": lines(newest),
    }
    return render(request, "monitoring/source.html", context)
