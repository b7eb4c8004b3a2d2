"""The dossier of an event (全过程档案): one page with everything, and what may be done now."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from xiangyin.board.queries import dossier
from xiangyin.board.queries.chapters import chapters
from xiangyin.board.queries.clocks import dossier_columns, dossier_rows
from xiangyin.board.queries.lead_time_rows import lead_facts
from xiangyin.monitoring.queries import events as queries
from xiangyin.monitoring.queries.events import Event
from xiangyin.monitoring.queries.family import family_of
from xiangyin.monitoring.queries.matters import matters_of
from xiangyin.monitoring.views.matter_rows import reasons_of
from xiangyin.organization.queries.tasks import tasks_of_event
from xiangyin.organization.rules.sight import in_unit, only_reads, sees_office
from xiangyin.organization.views.rows import task_columns, task_row
from xiangyin.recovery.queries.aftermaths import newest_aftermath, reliefs_of
from xiangyin.recovery.queries.stages import stage
from xiangyin.response.queries.command_posts import open_post, posts_of
from xiangyin.response.queries.responses import responses_of
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.ledger.queries import of_dossier
from xiangyin.shared.obligations.queries import of_dossier as owed_on
from xiangyin.shared.sealed.store import log_look
from xiangyin.shared.steps.queries import unconfirmed_on
from xiangyin.shared.web.history import told
from xiangyin.shared.web.pieces import Fact, StepOffer
from xiangyin.shared.web.recording import recordable_links
from xiangyin.shared.web.requests import OfficerRequest, stand_on
from xiangyin.shared.web.step_offers import offers_for, pressed
from xiangyin.warning.queries.warnings import newest


def event(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Everything about one event."""
    found = queries.event(pk)
    if found is None:
        raise Http404
    stand_on(request, found)
    if not sees_office(request.actor):
        return _card(request, found)
    if only_reads(request.actor):
        log_look("monitoring.event", pk, actor=request.actor, why=_("档案审计"), now=request.now)
    records, family = _records(found), family_of(pk)
    clocks = owed_on(pk).select_related("officer", "unit")
    open_clocks = list(clocks.filter(ended_at=None).order_by("due_at"))
    context = {
        "event": found,
        "stage": stage(pk),
        "facts": [*_facts(found), *_matters(family)],
        "factors": dossier.factor_facts(pk),
        "reasons": reasons_of(found.suggestion, {}),
        "steps": _steps(records, request),
        "recordable": recordable_links(records, request.actor),
        "next_clock": open_clocks[0] if open_clocks else None,
        "clock_columns": dossier_columns(),
        "open_clocks": dossier_rows(open_clocks, event_id=pk),
        "ended_clocks": dossier_rows(clocks.exclude(ended_at=None), event_id=pk),
        "confirmations": [(each, offers_for(each, request.actor)) for each in unconfirmed_on(family)],
        "chapters": chapters(responses_of(pk), posts_of(pk), newest_aftermath(pk)),
        "lead_facts": lead_facts(pk, family),
        "demands": [(each, offers_for(each, request.actor)) for each in queries.demands_of(*family)],
        "reliefs": [(each, offers_for(each, request.actor)) for each in reliefs_of(pk)],
        **told(_acts(family), names=dossier.names_of_parts(family)),
    }
    return render(request, "board/event.html", context | _lists(pk, family))


def _card(request: OfficerRequest, found: Event) -> HttpResponse:
    """What a unit sees of the event its task belongs to: the facts and its own tasks."""
    tasks = [task for task in tasks_of_event(found.id) if in_unit(task.unit_id, request.actor)]
    if not tasks:
        raise Http404
    post = open_post(found.id)
    context = {
        "event": found,
        "stage": stage(found.id),
        "facts": _facts(found),
        "task_columns": task_columns(),
        "tasks": [task_row(task) for task in tasks],
        "steps": offers_for(post, request.actor) if post else [],
    }
    return render(request, "board/event_card.html", context)


def _acts(family: list[UUID]) -> QuerySet[LedgerEntry]:
    """What was done, the newest first; that somebody has read a notice stands in the ledger, not here."""
    return of_dossier(*family).exclude(subject_kind="shared.notice").order_by("-number")


def _records(found: Event) -> list[Any]:
    """The event and the records through which the chapters own their part of it."""
    parts = [newest(found.id), *responses_of(found.id), open_post(found.id), newest_aftermath(found.id)]
    return [found, *[part for part in parts if part is not None]]


def _steps(records: list[Any], request: OfficerRequest) -> list[StepOffer]:
    return pressed([step for record in records for step in offers_for(record, request.actor)])


def _lists(pk: UUID, family: list[UUID]) -> dict[str, Any]:
    return {
        "level_columns": dossier.level_columns(),
        "levels": dossier.level_rows(pk),
        "task_columns": task_columns(),
        "tasks": [task_row(task) for task in tasks_of_event(*family)],
        "document_columns": dossier.document_columns(),
        "documents": dossier.document_rows(family),
        "item_columns": dossier.item_columns(),
        "items": dossier.item_rows(family),
    }


def _matters(family: list[UUID]) -> list[Fact]:
    """Where the machine gathers what else is said about it."""
    return [Fact(_("归入事项"), str(matter), url=matter.get_absolute_url()) for matter in matters_of(family)]


def _facts(found: Event) -> list[Fact]:
    place = " ".join(part for part in (found.village.name if found.village else "", found.place) if part)
    people = [Fact(_("受影响"), _("%(n)d 人") % {"n": found.affected})] if found.affected is not None else []
    sensitive = [Fact(_("敏感"), _("涉及未成年人、病人或敏感地点、时间，按时限向上报告"))] if found.is_sensitive else []
    return [
        Fact(_("地点"), place or _("未填")),
        *people,
        Fact(_("来源"), found.get_channel_display()),
        Fact(_("发生"), found.occurred_at, "moment"),
        Fact(_("发现"), found.found_at, "moment"),
        Fact(_("登记"), found.logged_at, "moment"),
        *sensitive,
    ]
