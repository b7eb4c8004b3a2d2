"""One drill: what plays, what the ledger shows of it, what was found, and what may be done now."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from xiangyin.documents.queries.documents import documents_of_origin
from xiangyin.readiness.models import Drill
from xiangyin.readiness.queries import drills as queries
from xiangyin.readiness.rules.scoring import scores
from xiangyin.readiness.views.rows import score_columns, score_rows
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ledger.models import Mode
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.web.history import told
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_offers import offers_for


def drill(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The drill's page. While it plays, those who play see no more of it than what they have heard."""
    found = queries.drill(pk)
    if found is None:
        raise Http404
    if found.is_in_play:
        request.mode = Mode.DRILL
    context = {
        "drill": found,
        "drill_now": found.played_on.at(request.now) if found.played_on and found.started_at else None,
        "real_events": queries.real_events_since(found) if found.is_in_play else [],
        "calls": _calls(request, found),
        "score_columns": score_columns(),
        "findings": [(each, offers_for(each, request.actor)) for each in queries.findings_of(pk)],
        "papers": documents_of_origin(pk),
        "steps": offers_for(found, request.actor),
        **told(of_subject(pk)),
    }
    return render(request, "readiness/drill.html", context)


def _calls(request: OfficerRequest, found: Drill) -> list[dict[str, Any]]:
    """The calls, each with its expectations where they are no secret any more."""
    knows = found.ended_at is not None or runs_it(found, request.actor)
    scored = scores(found, now=request.now) if knows else {}
    over = found.ended_at is not None
    heard = [each for each in queries.injects_of(found.pk) if knows or each.fired_at]
    return [{"inject": each, "scores": score_rows(scored.get(each.pk, []), is_over=over)} for each in heard]


def runs_it(found: Drill, actor: Actor) -> bool:
    """Whether the officer stands outside the play."""
    return actor.officer_id in (found.controller_id, found.evaluator_id)
