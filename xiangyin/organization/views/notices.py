"""The live area, the acknowledgement of a notice, and the call list for those whom no notice reached."""

from contextlib import suppress
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from xiangyin.organization.queries.officers import phones_of
from xiangyin.organization.rules.notice import NOTICE_STEPS
from xiangyin.organization.views.gate import for_office
from xiangyin.shared.clock.reading import now
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.outbox.queries import live, unanswered
from xiangyin.shared.outbox.receive import mark_delivered, mark_read
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.refusals import StepRefusedError
from xiangyin.shared.steps.take import take
from xiangyin.shared.web import pieces
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_offers import offers_for
from xiangyin.shared.web.wording import mode_words


def notices(request: OfficerRequest) -> HttpResponse:
    """The polled partial. Fetching marks what it shows as delivered."""
    shown = live(request.officer.id, now=request.now)
    mark_delivered([notice.id for notice in shown], now=request.now)
    return _area(request, shown)


def open_notice(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Go to what a notice is about; whoever goes there has read it."""
    notice = Notice.objects.filter(pk=pk, recipient_id=request.officer.id).first()
    if notice is None:
        raise Http404
    mark_read(pk, recipient_id=request.officer.id, now=request.now)
    return redirect(notice.link)


@require_POST
def acknowledge(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Acknowledge one notice; a second click does nothing."""
    notice = Notice.objects.select_related("timeline").filter(pk=pk).first()
    if notice is None:
        raise Http404
    with suppress(
        StepRefusedError
    ):  # acknowledged already, in another tab or by telephone: the area shows what is left
        take(NOTICE_STEPS, pk, "acknowledge", actor=request.actor, command=Command(), now=now(notice.timeline))
    return _area(request, live(request.officer.id, now=request.now))


@for_office
def call_list(request: OfficerRequest) -> HttpResponse:
    """Who has to be called by hand, with the number to dial; printable."""
    waiting = list(unanswered(now=request.now))
    phones = phones_of([notice.recipient_id for notice in waiting])
    calls = [
        {"notice": notice, "phone": phones[notice.recipient_id], "steps": offers_for(notice, request.actor)}
        for notice in waiting
    ]
    return render(request, "organization/call_list.html", {"calls": calls})


def _area(request: OfficerRequest, shown: list[Notice]) -> HttpResponse:
    return render(request, "web/parts/notices.html", {"notices": [piece(notice) for notice in shown]})


def piece(notice: Notice) -> pieces.Notice:
    """A notice as the live area shows it."""
    title = " ".join(filter(None, (mode_words(notice.mode), notice.text)))
    return pieces.Notice(
        key=str(notice.id), title=title, at=notice.due_at, urgent=notice.urgent,
        url=reverse("organization:open_notice", args=[notice.id]),
        acknowledge_url=reverse("organization:acknowledge", args=[notice.id]),
    )  # fmt: skip
