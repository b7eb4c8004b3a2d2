"""From a posted form to a command: the answers, the files into the sealed store, and who decided in what way."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import BadRequest
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ledger.models import Way
from xiangyin.shared.ledger.queries import is_known
from xiangyin.shared.ledger.stateful import dossier_of
from xiangyin.shared.ports.outside import outside
from xiangyin.shared.sealed import store
from xiangyin.shared.steps.command import Command, Evidence
from xiangyin.shared.steps.step import Step
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_forms import typed

WAYS = ((Way.BY_WORD, _("口头（24 小时内由本人确认）")), (Way.ON_PAPER, _("纸面（附扫描件）")))


def recording_form(request: OfficerRequest, step: Step[Any], subject: Any) -> forms.Form:
    """Who decided, and how: asked where an officer records a decision for somebody else."""
    holders = outside().roster.holders(
        step.posts(subject), jurisdiction_id=request.actor.jurisdiction_id, at=request.now
    )
    others = [(str(each.officer_id), each.name) for each in holders if each.officer_id != request.actor.officer_id]
    fields = {
        "decider": forms.ChoiceField(label=_("由谁决定"), choices=[("", _("请选择")), *others]),
        "way": forms.ChoiceField(label=_("决定方式"), choices=WAYS, widget=forms.RadioSelect),
        "paper": forms.FileField(label=_("签字扫描件"), required=False, help_text=_("纸面决定必须附上。")),
    }
    form_class = type("RecordingForm", (forms.Form,), fields | {"clean": _clean_paper})
    bound = request.POST if request.method == "POST" else None
    form: forms.Form = form_class(bound, request.FILES or None, auto_id="recording_%s")
    return form


def _clean_paper(form: forms.Form) -> None:
    if form.cleaned_data.get("way") == Way.ON_PAPER and not form.cleaned_data.get("paper"):
        form.add_error("paper", _("纸面决定必须附上签字扫描件。"))


def command_from(request: OfficerRequest, subject: Any, form: forms.Form, recording: forms.Form | None) -> Command:
    """The command that a form that could be read amounts to. Uploaded files are sealed first; a repeat seals nothing."""
    key = command_id(request)
    papers = [] if is_known(key) else [*_papers(form), *(_papers(recording) if recording else ())]
    evidence = tuple(_sealed(each, request, subject) for each in papers)
    decider, way = _decision(recording, request)
    answers = {name: value for name, value in typed(form).items() if not isinstance(value, UploadedFile)}
    return Command(id=key, answers=answers, way=way, decider=decider, evidence=evidence)


def _decision(recording: forms.Form | None, request: OfficerRequest) -> tuple[Actor | None, str]:
    if recording is None:
        return None, Way.IN_PERSON
    decider = outside().roster.actor(UUID(recording.cleaned_data["decider"]), at=request.now)
    return decider, str(recording.cleaned_data["way"])


def command_id(request: OfficerRequest) -> UUID:
    """The id that the form was given when it was shown: sent twice, it is the same wish."""
    try:
        return UUID(request.POST.get("command", ""))
    except ValueError:
        raise BadRequest("a form without its command id") from None


@dataclass(frozen=True, slots=True)
class _Paper:
    """An uploaded file, and whether it tells of persons."""

    upload: "UploadedFile[Any]"
    is_personal: bool


def _papers(form: forms.Form) -> list[_Paper]:
    given = {name: value for name, value in form.cleaned_data.items() if isinstance(value, UploadedFile)}
    return [_Paper(upload, _is_personal(form, name)) for name, upload in given.items()]


def _is_personal(form: forms.Form, name: str) -> bool:
    always = getattr(form.fields[name], "personal", False)
    return always or bool(form.cleaned_data.get(f"{name}_is_personal"))


def _sealed(paper: _Paper, request: OfficerRequest, subject: Any) -> Evidence:
    upload, purpose = paper.upload, store.PERSONAL if paper.is_personal else store.EVIDENCE
    key = store.key_for(
        purpose, jurisdiction_id=request.actor.jurisdiction_id, dossier_id=dossier_of(subject), now=request.now
    )
    kept = store.seal(
        upload.chunks(), key=key, name=_name(upload), media_type=(upload.content_type or "")[:100], now=request.now
    )
    return Evidence(sealed_id=kept.id, sha256=kept.sha256, name=kept.name)


def _name(upload: "UploadedFile[Any]") -> str:
    """The file's name as it may stand in the ledger: masked, and without signs that make it look like another kind."""
    return outside().mask("".join(sign for sign in upload.name or "" if sign.isprintable()))
