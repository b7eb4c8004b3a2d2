"""The form that opens an event from items."""

from collections.abc import Sequence
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from xiangyin.monitoring.models import Item
from xiangyin.monitoring.operations import open_event as operation
from xiangyin.monitoring.queries.items import in_order
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.monitoring.views import item_rows
from xiangyin.organization.views.gate import for_office
from xiangyin.shared.access.identity import uuid7
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_commands import command_id
from xiangyin.shared.web.step_forms import step_form, typed

ASKS = EVENT_STEPS.named("log").asks
MOST = 100


@require_http_methods(["GET", "POST"])
@for_office
def open_event(request: OfficerRequest) -> HttpResponse:
    """Open an event from the chosen items."""
    items = _chosen(request)
    data = request.POST if request.method == "POST" else None
    form = step_form(ASKS, operation.event_of(items), request.actor, data=data, prefix="event")
    if data is None:
        return _shown(request, form, items, refusal="", status=200)
    if not form.is_valid():
        return _shown(request, form, items, refusal="", status=422)
    command = Command(id=command_id(request), answers=typed(form))
    try:
        event = operation.open_event(items, actor=request.actor, command=command, now=request.now)
    except StepRefusedError as refused:
        return _shown(request, form, items, refusal=str(refused), status=409)
    except AnswersInvalidError as invalid:
        for name, why in invalid.errors.items():
            form.add_error(name, why)
        return _shown(request, form, items, refusal="", status=422)
    return redirect(event)


def _chosen(request: OfficerRequest) -> list[Item]:
    given = request.POST if request.method == "POST" else request.GET
    try:
        ids = [UUID(each) for each in dict.fromkeys(given.getlist("chosen"))]
    except ValueError:
        raise Http404 from None
    items = in_order(ids[:MOST])
    if not items:
        raise Http404
    return items


def _shown(request: OfficerRequest, form: object, items: Sequence[Item], *, refusal: str, status: int) -> HttpResponse:
    context = {
        "form": form,
        "refusal": refusal,
        "items": items,
        "columns": item_rows.columns(),
        "rows": [item_rows.row(item, choosing=False) for item in items],
        "command": request.POST.get("command") or str(uuid7()),
    }
    return render(request, "monitoring/open_event.html", context, status=status)
