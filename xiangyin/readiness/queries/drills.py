"""Reading drills."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from xiangyin.monitoring.queries.events import OPEN, every_event
from xiangyin.monitoring.queries.events import Event as Event  # noqa: PLC0414 - rules know the type from here
from xiangyin.readiness.models import Drill, Finding, Inject, Scenario
from xiangyin.readiness.models.drill import IN_PLAY
from xiangyin.readiness.terms import DrillState, FindingState, ScenarioState
from xiangyin.shared.ledger.models import Mode


def drill(drill_id: UUID) -> Drill | None:
    rows = Drill.objects.filter(pk=drill_id)
    return rows.select_related("scenario", "controller", "evaluator", "played_on", "aborted_for").first()


def drills() -> QuerySet[Drill]:
    """Every drill, the newest date first."""
    return Drill.objects.select_related("controller").order_by("-planned_at", "id")


def drill_in_play() -> Drill | None:
    """The drill that runs or is paused; there is one at most. One query."""
    return Drill.objects.filter(state__in=IN_PLAY).select_related("played_on").first()


def scenarios() -> QuerySet[Scenario]:
    """Scenarios that may be played, by title."""
    return Scenario.objects.filter(state=ScenarioState.KEPT).order_by("title", "kept_at")


def scenario_options(_drill: Any, _actor: Any) -> list[tuple[str, str]]:
    return [(str(each.pk), each.title) for each in scenarios()]


def injects_of(drill_id: UUID) -> list[Inject]:
    """The calls of a drill in their order, with their expectations. Two queries."""
    rows = Inject.objects.filter(drill_id=drill_id).select_related("event").prefetch_related("expectations")
    return list(rows.order_by("number"))


def due_injects(drill: Drill, *, now: datetime) -> list[Inject]:
    """Calls not yet played whose moment has come; `now` is a moment of the actual clock. One query."""
    if drill.state != DrillState.RUNNING or drill.played_on is None or drill.started_at is None:
        return []
    passed_min = (drill.played_on.at(now) - drill.started_at) // timedelta(minutes=1)
    return list(Inject.objects.filter(drill=drill, fired_at=None, at_min__lte=passed_min).order_by("number"))


def findings_of(drill_id: UUID) -> list[Finding]:
    """What the drill showed to be wrong, in the order noted. One query."""
    rows = Finding.objects.filter(drill_id=drill_id).select_related("task", "plan", "expectation", "drill")
    return list(rows.order_by("noted_at", "id"))


def open_findings(drill_id: UUID) -> int:
    return Finding.objects.filter(drill_id=drill_id, state=FindingState.OPEN).count()


def real_events_since(drill: Drill) -> list[Event]:
    """Open actual events logged since the drill began, the oldest first. One query."""
    rows = every_event().filter(mode=Mode.ACTUAL, state__in=OPEN, logged_at__gte=drill.started_at)
    return list(rows.order_by("logged_at"))


def real_event_options(drill: Drill, _actor: Any) -> list[tuple[str, str]]:
    return [(str(event.pk), str(event)) for event in real_events_since(drill)] if drill.started_at else []
