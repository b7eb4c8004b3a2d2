"""Readiness: the year's plan, trainings and drills, and who is due."""

from django.http import HttpResponse
from django.shortcuts import render

from xiangyin.organization.queries.figures import figure
from xiangyin.readiness.queries.drills import drill_in_play, drills
from xiangyin.readiness.queries.sessions import due_for_training, sessions
from xiangyin.readiness.queries.year_plans import earlier_year_plans, year_plan_in_hand
from xiangyin.readiness.views.rows import (
    drill_columns,
    drill_rows,
    due_columns,
    due_rows,
    session_columns,
    session_rows,
)
from xiangyin.shared.web.pieces import StepOffer
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_offers import offers_for

SHOWN = 20


def readiness(request: OfficerRequest) -> HttpResponse:
    """What is planned, what was held, what comes next."""
    days = figure("training_days", jurisdiction_id=request.jurisdiction.id)
    plan = year_plan_in_hand()
    context = {
        "plan": plan,
        "earlier": earlier_year_plans(),
        "steps": [*(offers_for(plan, request.actor) if plan else []), *_births(request)],
        "session_columns": session_columns(),
        "sessions": session_rows(sessions()[:SHOWN]),
        "drill_columns": drill_columns(),
        "drills": drill_rows(drills()[:SHOWN]),
        "playing": drill_in_play(),
        "due_days": days,
        "due_columns": due_columns(),
        "due": due_rows(due_for_training(at=request.now, days=days)),
    }
    return render(request, "readiness/readiness.html", context)


def _births(request: OfficerRequest) -> list[StepOffer]:
    return [step for step in offers_for(request.jurisdiction, request.actor) if step.action.startswith("readiness-")]
