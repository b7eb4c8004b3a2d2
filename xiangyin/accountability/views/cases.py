"""Cases, for their parties only; every reading is logged (7.1, rights.md 8)."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from xiangyin.accountability.models import Case
from xiangyin.accountability.queries import cases as queries
from xiangyin.accountability.views.rows import (
    case_columns,
    case_rows,
    fact_columns,
    fact_rows,
    shell_columns,
    shell_rows,
)
from xiangyin.organization.rules.sight import only_reads
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.sealed.store import log_look
from xiangyin.shared.web.history import told
from xiangyin.shared.web.pieces import Fact
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_offers import offers_for


def cases(request: OfficerRequest) -> HttpResponse:
    """The officer's cases; an auditor sees that cases exist, and nothing of them."""
    if only_reads(request.actor):
        log_look(
            "accountability.case", request.jurisdiction.id, actor=request.actor, why=_("案件清单"), now=request.now
        )
        context = {"columns": shell_columns(), "rows": shell_rows(queries.shells())}
    else:
        context = {"columns": case_columns(), "rows": case_rows(queries.cases_for(request.actor))}
    return render(request, "accountability/cases.html", context)


def case(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """One case; for who is no party it does not exist."""
    found = queries.case_for(pk, request.actor)
    if found is None:
        raise Http404
    log_look("accountability.case", pk, actor=request.actor, why=found.number, now=request.now)
    context = {
        "case": found,
        "parties": _parties(found),
        "fact_columns": fact_columns(),
        "facts": fact_rows(queries.facts_of(pk)),
        "steps": offers_for(found, request.actor),
        **told(of_subject(pk)),
    }
    return render(request, "accountability/case.html", context)


def _parties(found: Case) -> list[Fact]:
    about = found.about_event or found.about_task
    told = [Fact(_("告知"), found.told_at, "moment"), Fact(_("告知方式"), found.told_how)] if found.told_at else []
    term = [Fact(_("陈述期限"), found.statement_due_at, "moment")] if found.state == "told" else []
    return [
        Fact(_("当事人"), found.concerned),
        Fact(_("职责"), found.issue),
        Fact(_("依据"), found.basis),
        Fact(_("调查人员"), f"{found.investigator.name}、{found.second.name}"),
        Fact(_("事由出自"), str(about), url=about.get_absolute_url() if about else ""),
        *told,
        *term,
    ]
