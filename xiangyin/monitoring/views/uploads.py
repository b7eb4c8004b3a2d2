"""Handing a file in, naming its columns, and what became of its rows."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from django_htmx.http import HttpResponseClientRefresh

from xiangyin.monitoring.forms import UploadForm
from xiangyin.monitoring.models import Upload
from xiangyin.monitoring.operations.intake.preview import first_cells
from xiangyin.monitoring.operations.intake.receive import Handed, receive_file
from xiangyin.monitoring.operations.intake.rejects import rejects_file
from xiangyin.monitoring.ports import FileUnreadableError
from xiangyin.monitoring.queries import uploads as queries
from xiangyin.monitoring.terms import UploadState
from xiangyin.monitoring.views import upload_rows
from xiangyin.organization.views.gate import for_office
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.sealed.store import log_look
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.refusals import StepRefusedError
from xiangyin.shared.web.history import lines
from xiangyin.shared.web.paging import page_piece
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_commands import command_id
from xiangyin.shared.web.step_offers import offers_for

PER_PAGE, SHOWN_REJECTS = 30, 100


@require_http_methods(["GET", "POST"])
@for_office
def intake(request: OfficerRequest) -> HttpResponse:
    """Files that came in, and the form to hand in another."""
    if request.method == "GET":
        return _list(request, UploadForm(), refusal="", status=200)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _list(request, form, refusal="", status=422)
    try:
        with transaction.atomic():  # a file that is no table leaves nothing behind
            upload, is_new = _received(request, form)
    except FileUnreadableError as unreadable:
        form.add_error("file", str(unreadable))
        return _list(request, form, refusal="", status=422)
    except StepRefusedError as refused:
        return _list(request, form, refusal=str(refused), status=409)
    if not is_new:
        messages.info(request, _("这个文件以前上传过，没有再存一份。下面是那时的记录。"))
    return redirect(upload)


@require_GET
@for_office
def upload(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """One file: its columns and first rows before the import, what became of each row after it."""
    found = _found(pk)
    waiting = found.state == UploadState.RECEIVED and found.sealed.key.destroyed_at is None
    context = {
        "upload": found,
        "facts": upload_rows.facts(found),
        "steps": offers_for(found, request.actor),
        "cells": first_cells(found) if waiting else [],
        "stats": upload_rows.stats(found) if found.run else [],
        "faults": upload_rows.faults(found),
        "may_download": queries.reject_batches(pk).exists(),
        "columns": upload_rows.reject_columns(),
        "rows": [upload_rows.reject_row(each) for each in queries.rejects_of(pk)[:SHOWN_REJECTS]],
        "shown_rejects": SHOWN_REJECTS,
        "entries": lines(of_subject(pk)),
    }
    return render(request, "monitoring/upload.html", context)


@require_GET
@for_office
def progress(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """How far the import is; when it is over the page is fetched anew."""
    found = _found(pk)
    if found.state != UploadState.IMPORTING:
        return HttpResponseClientRefresh()
    return render(request, "monitoring/_progress.html", {"upload": found})


@require_GET
@for_office
def rejects(request: OfficerRequest, pk: UUID) -> StreamingHttpResponse:
    """The rejected rows as a file, to be put right and handed in again; each fetch is a look that is logged."""
    found = _found(pk)
    if found.state == UploadState.IMPORTING or not queries.reject_batches(pk).exists():
        raise Http404
    log_look("monitoring.upload", found.id, actor=request.actor, why=_("下载退回的行：%s") % found, now=request.now)
    name = {"Content-Disposition": f'attachment; filename="rejects-{found.id}.csv"'}
    return StreamingHttpResponse(_streamed(found), content_type="text/csv; charset=utf-8", headers=name)


def _streamed(found: Upload) -> Iterator[bytes]:
    """A stream is read after the request's own transaction, so it brings one."""
    with within(found.jurisdiction_id):
        yield from rejects_file(found)


def _received(request: OfficerRequest, form: UploadForm) -> tuple[Upload, bool]:
    file = form.cleaned_data["file"]
    handed = Handed(name=file.name, pieces=file.chunks(), media_type=file.content_type or "")
    command = Command(id=command_id(request), answers={"is_history": form.cleaned_data["is_history"]})
    return receive_file(handed, actor=request.actor, command=command, now=request.now)


def _found(pk: UUID) -> Upload:
    found = queries.upload(pk)
    if found is None:
        raise Http404
    return found


def _list(request: OfficerRequest, form: UploadForm, *, refusal: str, status: int) -> HttpResponse:
    page = Paginator(queries.uploads(), PER_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "form": form,
        "refusal": refusal,
        "command": upload_rows.fresh_command(),
        "columns": upload_rows.columns(),
        "rows": [upload_rows.row(each) for each in page],
        "page": page_piece(page),
    }
    return render(request, "monitoring/intake.html", context, status=status)
