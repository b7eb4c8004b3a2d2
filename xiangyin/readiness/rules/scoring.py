"""What the ledger shows of an expectation: of the process, never of a person (6.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from xiangyin.readiness.models import Drill, Expectation, Inject
from xiangyin.readiness.queries.drills import injects_of
from xiangyin.readiness.terms import Outcome
from xiangyin.shared.ledger.models import LedgerEntry, Mode


@dataclass(frozen=True, slots=True)
class Score:
    """An expectation with the entry found for it, if any. `took` counts from the call on the drill's own timeline."""

    expectation: Expectation
    outcome: Outcome
    entry: LedgerEntry | None
    took: timedelta | None


def scores(drill: Drill, *, now: datetime) -> dict[UUID, list[Score]]:
    """The scores of a drill by inject, as of `now` (actual); after its end they stay. Three queries."""
    injects = injects_of(drill.pk)
    entries = _entries([inject.event_id for inject in injects if inject.event_id])
    until = drill.played_on.at(now) if drill.played_on else now
    return {inject.pk: [_score(inject, each, entries, until) for each in _in_order(inject)] for inject in injects}


def faults_without_finding(drill: Drill, *outcomes: Outcome, now: datetime) -> list[Score]:
    """What came out so and no finding of the drill names yet."""
    named = set(drill.findings.values_list("expectation_id", flat=True))
    all_scores = [score for each in scores(drill, now=now).values() for score in each]
    return [each for each in all_scores if each.outcome in outcomes and each.expectation.pk not in named]


def outcome_of(*, fired_at: datetime | None, done_at: datetime | None, within_min: int, until: datetime) -> Outcome:
    """Met, done but late, missed, or not observed because the call or its term lay beyond the end."""
    if fired_at is None:
        return Outcome.NOT_OBSERVED
    due_at = fired_at + timedelta(minutes=within_min)
    if done_at is not None:
        return Outcome.MET if done_at <= due_at else Outcome.PARTLY
    return Outcome.MISSED if until >= due_at else Outcome.NOT_OBSERVED


def _in_order(inject: Inject) -> list[Expectation]:
    return sorted(inject.expectations.all(), key=lambda each: each.number)


def _entries(event_ids: Sequence[UUID]) -> list[LedgerEntry]:
    """What was done in the drill's own events, in order. One query."""
    return list(LedgerEntry.objects.filter(dossier_id__in=event_ids, mode=Mode.DRILL).order_by("number"))


def _score(inject: Inject, expected: Expectation, entries: Sequence[LedgerEntry], until: datetime) -> Score:
    entry = next((each for each in entries if _fulfils(each, expected, inject)), None)
    done_at = entry.at if entry else None
    outcome = outcome_of(fired_at=inject.fired_at, done_at=done_at, within_min=expected.within_min, until=until)
    took = done_at - inject.fired_at if done_at and inject.fired_at else None
    return Score(expected, outcome, entry, took)


def _fulfils(entry: LedgerEntry, expected: Expectation, inject: Inject) -> bool:
    same_step = (entry.subject_kind, entry.action) == (expected.record, expected.step)
    same_event = entry.dossier_id == inject.event_id
    return same_step and same_event and inject.fired_at is not None and entry.at >= inject.fired_at
