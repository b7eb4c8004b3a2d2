"""The one door through which every step of every chapter is taken in the browser."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.apps import apps
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from xiangyin.shared.ledger.stateful import Stateful
from xiangyin.shared.steps import registry
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError
from xiangyin.shared.steps.step import Step
from xiangyin.shared.steps.table import Steps
from xiangyin.shared.steps.take import open_record, take
from xiangyin.shared.web.requests import OfficerRequest, stand_on
from xiangyin.shared.web.step_commands import command_from, recording_form
from xiangyin.shared.web.step_forms import step_form
from xiangyin.shared.web.step_offers import piece_of

REFUSED, INVALID = 409, 422


@dataclass(frozen=True, slots=True)
class Door:
    """A step as somebody stands before it: the row, the record, how it is carried out, and on whose page it stands.

    `about` is the record itself, or the parent of one that is still to be born: that one has no name and no page yet.
    """

    step: Step[Any]
    subject: Any
    carry_out: Callable[[Command], Any]
    about: Any


@require_http_methods(["GET", "POST"])
def step(request: OfficerRequest, kind: str, pk: UUID, action: str) -> HttpResponse:
    """Take one step of an existing record."""
    table = _table(kind)
    subject = _record(table.model, pk)
    if not table.visible(subject, request.actor):
        raise Http404
    stand_on(request, subject)

    def carry_out(command: Command) -> Any:
        return take(table, pk, action, actor=request.actor, command=command, now=request.now)

    return _pass(request, Door(_row(table, action), subject, carry_out, about=subject))


@require_http_methods(["GET", "POST"])
def birth(request: OfficerRequest, parent_kind: str, pk: UUID, kind: str, action: str) -> HttpResponse:
    """Create a record on its parent's page."""
    table = _table(kind)
    if parent_kind not in table.born_of:
        raise Http404
    parent = _record(apps.get_model(parent_kind), pk)
    if isinstance(parent, Stateful):
        stand_on(request, parent)
    subject = table.born(parent)
    if subject is None or (subject.confined and not table.visible(subject, request.actor)):
        raise Http404

    def carry_out(command: Command) -> Any:
        return open_record(table, action, subject, actor=request.actor, command=command, now=request.now)

    return _pass(request, Door(_row(table, action), subject, carry_out, about=parent))


def _pass(request: OfficerRequest, door: Door) -> HttpResponse:
    by_another = "record" in request.GET and not door.subject.confined  # a confirmation would tell of it outside
    recording = recording_form(request, door.step, door.subject) if by_another else None
    if request.method == "GET":
        return _shown(request, door, _form(request, door), recording, refusal="", status=200)
    form = _form(request, door, data=request.POST)
    if not form.is_valid() or (recording is not None and not recording.is_valid()):
        return _shown(request, door, form, recording, refusal="", status=INVALID)
    try:
        with transaction.atomic():  # a refused step leaves no sealed file behind
            subject = door.carry_out(command_from(request, door.subject, form, recording))
    except StepRefusedError as refused:
        return _shown(request, door, form, recording, refusal=str(refused), status=REFUSED)
    except AnswersInvalidError as invalid:
        for name, why in invalid.errors.items():
            form.add_error(name, why)
        return _shown(request, door, form, recording, refusal="", status=INVALID)
    messages.success(request, _("已办：%(step)s") % {"step": door.step.label})
    return _onward(request, subject.get_absolute_url())


def _form(request: OfficerRequest, door: Door, data: Any = None) -> forms.Form:
    files = request.FILES if data is not None else None
    return step_form(door.step.asks, door.subject, request.actor, data=data, files=files, prefix=door.step.action)


def _onward(request: OfficerRequest, url: str) -> HttpResponse:
    return HttpResponseClientRedirect(url) if request.htmx else redirect(url)


def _shown(
    request: OfficerRequest, door: Door, form: forms.Form, recording: forms.Form | None, *, refusal: str, status: int
) -> HttpResponse:
    """The form with what was typed and why it was not taken: as a partial for htmx, else as a page of its own."""
    piece = piece_of(door.step, door.subject, url=request.get_full_path(), form=form, refusal=refusal)
    context = {
        "step": piece,
        "recording": recording,
        "page_title": door.step.label,
        "about": door.about,
        "steps_id": "steps",
        "steps_target": "closest .step" if request.htmx else "",  # a page of its own is sent as a whole
    }
    template = "web/parts/step.html" if request.htmx else "web/step_page.html"
    return render(request, template, context, status=status)


def _table(kind: str) -> Steps[Any]:
    try:
        return registry.table(kind)
    except KeyError:
        raise Http404 from None


def _row(table: Steps[Any], action: str) -> Step[Any]:
    try:
        return table.named(action)
    except StepRefusedError:
        raise Http404 from None


def _record(model: Any, pk: UUID) -> Any:
    found = model._default_manager.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
