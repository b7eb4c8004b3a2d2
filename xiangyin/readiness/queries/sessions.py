"""Reading trainings, and who is due for one. No count by person leaves this file: the list is for planning."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from xiangyin.monitoring.queries.events import every_event
from xiangyin.monitoring.terms import EventState
from xiangyin.organization.models import Officer, Tenure
from xiangyin.organization.queries.officers import officer_options, posts_by_officer
from xiangyin.organization.terms import WITHOUT_BUSINESS
from xiangyin.readiness.models import TrainingSession
from xiangyin.readiness.terms import TrainingState
from xiangyin.shared.ledger.models import Mode


def session(session_id: UUID) -> TrainingSession | None:
    return TrainingSession.objects.filter(pk=session_id).select_related("event").first()


def sessions() -> QuerySet[TrainingSession]:
    """Every training, the newest date first."""
    return TrainingSession.objects.order_by("-starts_at", "id")


def names_of(officer_ids: Collection[UUID]) -> list[str]:
    """The names of these officers, in order of name. One query."""
    return list(Officer.objects.filter(pk__in=officer_ids).order_by("name").values_list("name", flat=True))


def people_for(session: TrainingSession, _actor: Any) -> list[tuple[str, str]]:
    """Whose attendance may be entered: everybody in post, and who was invited and has left since."""
    in_post = officer_options()
    known = {key for key, _label in in_post}
    gone = Officer.objects.filter(pk__in=[each for each in session.invited if str(each) not in known])
    return [*in_post, *((str(officer.pk), officer.name) for officer in gone.order_by("name"))]


def case_options(_session: TrainingSession, _actor: Any) -> list[tuple[str, str]]:
    """Closed actual events, the newest first: what a case study may be made of."""
    closed = every_event().filter(state=EventState.CLOSED, mode=Mode.ACTUAL)
    return [(str(event.pk), str(event)) for event in closed]


@dataclass(frozen=True, slots=True)
class Due:
    """An officer to be invited next; `last_at` is None where no training is on record."""

    officer_id: UUID
    name: str
    tenures: Sequence[Tenure]
    last_at: datetime | None


def due_for_training(*, at: datetime, days: int) -> list[Due]:
    """Officers in a post of the process who attended nothing within `days` before `at`, by name. Two queries."""
    last = _last_attended(at)
    return [
        Due(officer.id, officer.name, tenures, last.get(officer.id))
        for officer, tenures in _in_business(at)
        if officer.id not in last or last[officer.id] < at - timedelta(days=days)
    ]


def _in_business(at: datetime) -> list[tuple[Officer, list[Tenure]]]:
    held = posts_by_officer(at=at).values()
    mine = [(tenures[0].officer, tenures) for tenures in held if any(t.post not in WITHOUT_BUSINESS for t in tenures)]
    return sorted(mine, key=lambda pair: pair[0].name)


def _last_attended(at: datetime) -> dict[UUID, datetime]:
    recorded = TrainingSession.objects.filter(state=TrainingState.RECORDED, starts_at__lte=at)
    rows = recorded.order_by("starts_at").values_list("starts_at", "came")
    return {officer_id: starts_at for starts_at, came in rows for officer_id in came}
