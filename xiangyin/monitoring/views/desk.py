"""The desk form: a call logged in thirty seconds."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from xiangyin.monitoring.forms import CallerForm
from xiangyin.monitoring.models import Event
from xiangyin.monitoring.operations.log_call import log_call
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.views.gate import for_office
from xiangyin.shared.access.identity import uuid7
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_commands import command_id
from xiangyin.shared.web.step_forms import step_form, typed

ASKS = EVENT_STEPS.named("log").asks


@require_http_methods(["GET", "POST"])
@for_office
def desk(request: OfficerRequest) -> HttpResponse:
    """Log a call, a visit, or what was read or heard elsewhere."""
    data = request.POST or None
    form = step_form(ASKS, Event(channel="phone"), request.actor, data=data, prefix="desk")
    caller = CallerForm(data, auto_id="caller_%s")
    if data is None:
        return _shown(request, form, caller, refusal="", status=200)
    if not (form.is_valid() & caller.is_valid()):
        return _shown(request, form, caller, refusal="", status=422)
    command = Command(id=command_id(request), answers=typed(form))
    try:
        event = log_call(caller.caller(), actor=request.actor, command=command, now=request.now)
    except StepRefusedError as refused:
        return _shown(request, form, caller, refusal=str(refused), status=409)
    except AnswersInvalidError as invalid:
        for name, why in invalid.errors.items():
            form.add_error(name, why)
        return _shown(request, form, caller, refusal="", status=422)
    return redirect(event.get_absolute_url())


def _shown(request: OfficerRequest, form: object, caller: object, *, refusal: str, status: int) -> HttpResponse:
    command = request.POST.get("command") or str(uuid7())
    context = {"form": form, "caller": caller, "refusal": refusal, "command": command}
    return render(request, "monitoring/desk.html", context, status=status)
