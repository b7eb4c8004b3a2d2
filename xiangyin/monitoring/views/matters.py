"""The machine's matters: what belongs together, how grave it looks and why; a person looks, joins, parts, opens an event."""

from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from xiangyin.monitoring.models import Item, Matter
from xiangyin.monitoring.queries import matters as queries
from xiangyin.monitoring.views import item_rows, matter_rows
from xiangyin.organization.rules.powers import WATCHERS
from xiangyin.organization.views.gate import for_office
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.web.history import lines
from xiangyin.shared.web.paging import page_piece
from xiangyin.shared.web.pieces import Link
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_offers import offers_for

PER_PAGE = 50
MOST_ITEMS = 100


@require_GET
@for_office
def matters(request: OfficerRequest) -> HttpResponse:
    """A page of matters, in the chosen order."""
    order = request.GET.get("order", "level")
    orders = {"level": _("近 30 天，按建议级别"), "heat": _("按热度"), "new": _("按时间")}
    if order not in orders:
        raise Http404
    page = Paginator(queries.ranked(order, now=request.now), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": [Link(f"?order={key}", label, current=key == order) for key, label in orders.items()],
        "columns": matter_rows.columns(),
        "rows": matter_rows.rows(page),
        "page": page_piece(page, query=f"order={order}&"),
    }
    return render(request, "monitoring/matters.html", context)


@require_GET
@for_office
def matter(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """One matter: its items, the reasons behind the suggestion, the expected course."""
    found = queries.matter(pk)
    if found is None:
        raise Http404
    items = queries.items_in(found)
    context = {
        "matter": found,
        "facts": matter_rows.facts(found, erased=queries.erased_in(found)),
        "reasons": matter_rows.reasons(found, items),
        "curve": matter_rows.curve(found, items, now=request.now),
        "columns": item_rows.columns(),
        "rows": [item_rows.row(item, choosing=False) for item in items[:MOST_ITEMS]],
        "events": list(queries.events_of(found)),
        "open_url": _open_url(found, items) if request.actor.posts & set(WATCHERS) else "",
        "steps": offers_for(found, request.actor),
        "problems": [each.problem for each in found.decisions.exclude(problem="")],
        "entries": lines(of_subject(found.id)),
    }
    return render(request, "monitoring/matter.html", context)


def _open_url(found: Matter, items: list[Item]) -> str:
    """The form that opens an event from this matter's items (E1)."""
    chosen = urlencode([("chosen", str(item.id)) for item in items[:MOST_ITEMS]])
    return f"{reverse('monitoring:open_event')}?{chosen}" if not found.absorbed_into_id else ""
