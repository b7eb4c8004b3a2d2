"""Scenarios: those that may be played, and the upload of another, with every fault of the file told at once."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from xiangyin.organization.terms import Post
from xiangyin.readiness.forms import ScenarioForm
from xiangyin.readiness.operations.keep_scenario import keep_scenario
from xiangyin.readiness.queries.drills import scenarios
from xiangyin.readiness.rules.scenario.reading import MOST_BYTES, ScenarioInvalidError
from xiangyin.readiness.views.rows import scenario_columns, scenario_rows
from xiangyin.shared.access.identity import uuid7
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.refusals import StepRefusedError
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_offers import offers_for


@require_http_methods(["GET", "POST"])
def upload(request: OfficerRequest) -> HttpResponse:
    """Show the scenarios; take one in."""
    form = ScenarioForm(request.POST or None, request.FILES or None, auto_id="scenario_%s")
    if request.method == "GET":
        return _shown(request, ScenarioForm(auto_id="scenario_%s"), faults=[], refusal="", status=200)
    if not form.is_valid():
        return _shown(request, form, faults=[], refusal="", status=422)
    command = Command(id=UUID(request.POST["command"]))
    raw = form.cleaned_data["file"].read(MOST_BYTES + 1)
    try:
        kept = keep_scenario(raw, actor=request.actor, command=command, now=request.now)
    except ScenarioInvalidError as invalid:
        return _shown(request, form, faults=invalid.faults, refusal="", status=422)
    except StepRefusedError as refused:
        return _shown(request, form, faults=[], refusal=str(refused), status=409)
    messages.success(request, _("已收入想定“%(title)s”，可以安排演练了。") % {"title": kept.title})
    return redirect("readiness:scenarios")


def _shown(
    request: OfficerRequest, form: ScenarioForm, *, faults: list[str], refusal: str, status: int
) -> HttpResponse:
    kept = list(scenarios())
    context = {
        "form": form,
        "may_upload": Post.OFFICE_DIRECTOR in request.actor.posts,
        "faults": faults,
        "refusal": refusal,
        "command": str(uuid7()),
        "columns": scenario_columns(),
        "rows": scenario_rows(kept),
        "retiring": [(each, steps) for each in kept if (steps := offers_for(each, request.actor))],
    }
    return render(request, "readiness/scenarios.html", context, status=status)
